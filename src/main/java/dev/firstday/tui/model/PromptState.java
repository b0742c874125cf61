package dev.firstday.tui.model;

import dev.firstday.engine.apply.Person;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.tui.widgets.TextField;
import java.util.Optional;

/** The questions that come up over another screen. */
public sealed interface PromptState extends ScreenState {

  /** The reason for leaving a step out. */
  record Skipping(String step, TextField reason) implements PromptState {}

  /** A one-time password, shown once. */
  record Password(Person.NewPassword password) implements PromptState {}

  /** The question whether to replace something. */
  record Agreeing(Plan.Planned change) implements PromptState {}

  /**
   * An MFA device, and the two codes that enable it.
   *
   * @param refused why AWS did not take the codes before
   * @param focus 0 or 1, the field that is being typed
   * @param shortCode whether a code that was entered is too short
   * @param leaving whether the person is asked if it is to be left for later
   */
  record Enrolling(
      Person.Enrolment enrolment,
      Optional<Problem> refused,
      TextField first,
      TextField second,
      int focus,
      boolean shortCode,
      boolean leaving)
      implements PromptState {
    public static Enrolling of(Person.Enrolment enrolment, Optional<Problem> refused) {
      return new Enrolling(enrolment, refused, TextField.of(""), TextField.of(""), 0, false, false);
    }

    public Enrolling at(int field) {
      return new Enrolling(enrolment, refused, first, second, field, false, false);
    }

    public Enrolling typed(TextField text) {
      return new Enrolling(
          enrolment,
          refused,
          focus == 0 ? text : first,
          focus == 1 ? text : second,
          focus,
          false,
          false);
    }

    public Enrolling wrong() {
      return new Enrolling(enrolment, refused, first, second, focus, true, false);
    }

    public Enrolling leaving(boolean now) {
      return new Enrolling(enrolment, refused, first, second, focus, false, now);
    }
  }

  /**
   * The code of an MFA device that renews the session of whoever is signed in.
   *
   * @param problem that the session has ended, or why AWS did not take the code before
   * @param shortCode whether the code that was entered is too short
   */
  record Renewing(Problem problem, TextField code, boolean shortCode) implements PromptState {
    public static Renewing of(Problem problem) {
      return new Renewing(problem, TextField.of(""), false);
    }

    public Renewing typed(TextField text) {
      return new Renewing(problem, text, false);
    }

    public Renewing wrong() {
      return new Renewing(problem, code, true);
    }
  }

  /** The question whether to stop an apply. */
  record Stopping() implements PromptState {}
}
