package dev.firstday.engine.assess;

import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.failure.CallFailed;
import java.util.function.Consumer;

/** A step whose account is given. */
@FunctionalInterface
public interface BoundStep {
  Assessment assess(Answers answers) throws CallFailed;

  /**
   * Assesses, and tells of each read.
   *
   * @param witness may be called by several threads
   */
  default Assessment assess(Answers answers, Consumer<Evidence> witness) throws CallFailed {
    return assess(answers);
  }
}
