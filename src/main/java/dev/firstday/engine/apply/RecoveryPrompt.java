package dev.firstday.engine.apply;

import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Secret;
import java.util.Optional;

/**
 * Asked when nothing can go on until a person has done something: signed in again, set the clock,
 * come back to the network.
 */
@FunctionalInterface
public interface RecoveryPrompt {
  /** Nobody is there to do anything. */
  RecoveryPrompt NONE = (problem, remedy) -> false;

  /**
   * Waits for a person.
   *
   * @param remedy what to do about it, as a text of the messages
   */
  boolean goOn(Problem problem, Note remedy) throws InterruptedException;

  /**
   * Waits for the code of an MFA device, which renews the session of whoever is signed in.
   *
   * @param problem what is in the way: the session has ended, or AWS did not take the last code
   * @return six digits; empty if the person does not want to go on
   */
  default Optional<Secret> code(Problem problem) throws InterruptedException {
    return Optional.empty();
  }
}
