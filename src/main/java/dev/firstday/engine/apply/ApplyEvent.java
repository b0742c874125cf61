package dev.firstday.engine.apply;

import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import java.time.Duration;

/** What happens during an apply, as it happens. */
public sealed interface ApplyEvent {
  /** A step is assessed again, right before it is applied. */
  record StepStarted(String step) implements ApplyEvent {}

  /** A call is about to be made. */
  record ChangeStarted(Plan.Planned change) implements ApplyEvent {}

  /** AWS isn't ready for the call yet; it is made again after a while. */
  record ChangeWaiting(Plan.Planned change, Problem problem, Duration next) implements ApplyEvent {}

  /** Nothing can go on until a person has done something. */
  record Paused(Problem problem, Note remedy) implements ApplyEvent {}

  /** The person has done it, and it goes on. */
  record Resumed() implements ApplyEvent {}

  /** The call was made. */
  record ChangeDone(Plan.Planned change, String requestId, Duration took) implements ApplyEvent {}

  /** The call failed. */
  record ChangeFailed(Plan.Planned change, Problem problem) implements ApplyEvent {}

  /** The change needs a person, who gave it up or is not there; other steps go on. */
  record ChangeLeft(Plan.Planned change) implements ApplyEvent {}

  /** The step was assessed after its last change. */
  record StepVerified(String step, Assessment assessment) implements ApplyEvent {}
}
