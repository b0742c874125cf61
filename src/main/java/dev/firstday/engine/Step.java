package dev.firstday.engine;

import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;

/**
 * One thing a new account should have.
 *
 * @param <A> the live account as the {@code aws} room offers it; the engine never looks inside
 */
@FunctionalInterface
public interface Step<A> {
  /**
   * Looks at the account and says how the step stands. It only reads, and returns the changes that
   * are missing, each with its undo; applying, verifying and undoing are the engine's.
   *
   * @throws CallFailed if nothing could be seen at all; what is seen in part is an {@code UNSEEN}
   *     finding instead
   */
  Assessment assess(A account, Answers answers) throws CallFailed;
}
