package dev.firstday.tui.model;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.widgets.TextField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a screen needs beyond the {@link Model}: where one is, and what is being typed. */
public sealed interface ScreenState {

  /**
   * Signing in.
   *
   * @param since when it began; empty while nobody tries
   * @param trouble why it did not work; empty while it is being tried
   * @param regionMissing whether it worked, but no Region is home
   */
  record Welcome(
      Optional<Instant> since, Optional<Problem> trouble, boolean regionMissing, int scroll)
      implements ScreenState {
    public static Welcome signingIn(Instant since) {
      return new Welcome(Optional.of(since), Optional.empty(), false, 0);
    }

    public static Welcome failed(Problem trouble) {
      return new Welcome(Optional.empty(), Optional.of(trouble), false, 0);
    }

    public static Welcome noRegion() {
      return new Welcome(Optional.empty(), Optional.empty(), true, 0);
    }

    public Welcome at(int first) {
      return new Welcome(since, trouble, regionMissing, first);
    }
  }

  /**
   * How the wizard looks: asked once, on the first run.
   *
   * @param row the choice under the cursor
   */
  record Setup(int row) implements ScreenState {}

  /** Who is signed in, and where: seen before the first day begins. */
  record Arrival(int scroll) implements ScreenState {}

  /**
   * The choice of steps.
   *
   * @param picked the preset under the cursor
   * @param environment whether the cursor is on what the account is for
   */
  record Presets(String picked, boolean environment) implements ScreenState {}

  /**
   * The list of steps.
   *
   * @param selected the step under the cursor; empty for the first open one, wherever that is
   * @param picked steps chosen for the next plan
   * @param find what the list is narrowed to
   * @param finding whether that is being typed
   * @param openOnly whether settled and skipped steps are hidden
   */
  record StepList(
      Optional<String> selected,
      Set<String> picked,
      TextField find,
      boolean finding,
      boolean openOnly)
      implements ScreenState {
    public StepList {
      picked = Set.copyOf(picked);
    }

    public static StepList start() {
      return new StepList(Optional.empty(), Set.of(), TextField.of(""), false, false);
    }

    public StepList at(String step) {
      return new StepList(Optional.of(step), picked, find, finding, openOnly);
    }

    public StepList picking(Set<String> steps) {
      return new StepList(selected, steps, find, finding, openOnly);
    }

    public StepList finding(TextField text, boolean typing) {
      return new StepList(selected, picked, text, typing, openOnly);
    }

    public StepList openOnly(boolean only) {
      return new StepList(selected, picked, find, finding, only);
    }
  }

  /**
   * One step.
   *
   * @param view which face of it is shown
   */
  record Detail(String step, DetailView view, int scroll) implements ScreenState {
    /** The faces of a step: in words, as AWS CLI script, as JSON. */
    public enum DetailView {
      WORDS,
      SCRIPT,
      JSON;

      public DetailView next() {
        return values()[(ordinal() + 1) % values().length];
      }
    }

    public static Detail of(String step) {
      return new Detail(step, DetailView.WORDS, 0);
    }
  }

  /**
   * The answers of some steps.
   *
   * @param steps whose settings are asked
   * @param focus the full key of the field that is being typed
   * @param field its text
   * @param planFor steps whose plan follows; empty for none
   * @param waiting whether the steps are being looked at again, for that plan
   * @param firstDay whether only what a first day needs is asked, before the list is seen
   */
  record AnswerForm(
      List<String> steps,
      String focus,
      TextField field,
      List<String> planFor,
      boolean waiting,
      boolean firstDay)
      implements ScreenState {
    public AnswerForm {
      steps = List.copyOf(steps);
      planFor = List.copyOf(planFor);
    }

    public AnswerForm at(String key, String text) {
      return new AnswerForm(steps, key, TextField.of(text), planFor, waiting, firstDay);
    }

    public AnswerForm typed(TextField text) {
      return new AnswerForm(steps, focus, text, planFor, waiting, firstDay);
    }

    public AnswerForm waiting(boolean now) {
      return new AnswerForm(steps, focus, field, planFor, now, firstDay);
    }
  }

  /**
   * A plan, and the question whether to apply it, or to take back what it names.
   *
   * @param steps what it was made for
   * @param left steps that a person left out
   * @param plan the changes of the others
   * @param undo what it takes back and what stays; empty where it is no undo
   * @param cursor the change under the cursor
   * @param focus where the keys go
   * @param digits what was typed of the account's number
   * @param opened when it was opened: keys that come at once were meant for something else
   */
  record Planning(
      List<String> steps,
      Set<String> left,
      Plan plan,
      Optional<UndoPlan> undo,
      int cursor,
      Focus focus,
      String digits,
      Instant opened,
      Optional<PermissionReport> rights)
      implements ScreenState {
    /** The parts of the screen that keys can go to, in Tab's order. */
    public enum Focus {
      BACK,
      CHANGES,
      DIGITS,
      APPLY
    }

    public Planning {
      steps = List.copyOf(steps);
      left = Set.copyOf(left);
    }

    public Planning at(Focus where) {
      return new Planning(steps, left, plan, undo, cursor, where, digits, opened, rights);
    }

    public Planning cursor(int change) {
      return new Planning(steps, left, plan, undo, change, Focus.CHANGES, digits, opened, rights);
    }

    public Planning digits(String typed) {
      return new Planning(steps, left, plan, undo, cursor, focus, typed, opened, rights);
    }

    /** What came of the test of this plan; that of a plan which was here before is of no use. */
    public Planning tested(Plan which, PermissionReport found) {
      return plan.equals(which)
          ? new Planning(steps, left, plan, undo, cursor, focus, digits, opened, Optional.of(found))
          : this;
    }
  }

  /** Everything about one change of a plan. */
  record ChangeDetail(Plan.Planned change, int scroll) implements ScreenState {}

  /** Something that an undo leaves as it is, and why. */
  record KeptDetail(UndoPlan.Kept kept, int scroll) implements ScreenState {}

  /** A plan as AWS CLI script or as JSON. */
  record ScriptView(Plan plan, boolean json, int scroll) implements ScreenState {}

  /**
   * An apply or an undo that is going on.
   *
   * @param undo what is taken back and what stays; empty where it is no undo
   * @param rows one for each change
   * @param log what happened, oldest first
   * @param started when it began
   * @param stop when a person asked to stop
   */
  record Applying(
      Plan plan,
      Optional<UndoPlan> undo,
      List<ChangeRow> rows,
      List<LogLine> log,
      Instant started,
      Optional<Instant> stop)
      implements ScreenState {
    /**
     * How one change stands.
     *
     * @param since when it got so
     * @param millis how long its call took, once it is done
     * @param retryAt when the call is made again, where AWS was not ready for it
     */
    public record ChangeRow(
        Plan.Planned change,
        ChangeProgress progress,
        Instant since,
        long millis,
        Optional<Instant> retryAt) {
      ChangeRow(Plan.Planned change, ChangeProgress progress, Instant since, long millis) {
        this(change, progress, since, millis, Optional.empty());
      }
    }

    /** How far a change is. */
    public enum ChangeProgress {
      WAITING,
      RUNNING,
      DONE,
      FAILED
    }

    /**
     * One line of the log, as a text of the messages.
     *
     * @param failure what kind of failure it tells of, if it tells of one
     */
    public record LogLine(
        Instant at, String key, List<String> values, Optional<FailureId> failure) {}

    public Applying {
      rows = List.copyOf(rows);
      log = List.copyOf(log);
    }
  }

  /**
   * How an apply or an undo ended.
   *
   * @param undo what was to be taken back and what stays; empty where it was no undo
   */
  record Result(Plan plan, Optional<UndoPlan> undo, Outcome outcome, int scroll)
      implements ScreenState {}

  /**
   * What firstday did to this account.
   *
   * @param appliedChanges the latest first
   * @param cursor the deed under the cursor
   */
  record History(List<AppliedChange> appliedChanges, int cursor) implements ScreenState {
    public History {
      appliedChanges = List.copyOf(appliedChanges);
    }
  }

  /** How everything stands: what is done, what is left and for whom, and what comes next. */
  record DayEnd(int scroll) implements ScreenState {}

  /**
   * How a person does a step.
   *
   * @param opened when the page was opened
   * @param nextLook when firstday looks again; empty if it no longer does
   * @param settled whether it is known that the step is done, so that this is said only once
   */
  record ByHand(
      String step, Instant opened, Optional<Instant> nextLook, boolean settled, int scroll)
      implements ScreenState {}

  /** The reason for leaving a step out. */
  record Skipping(String step, TextField reason) implements ScreenState {}

  /**
   * Every key that works on the screen below.
   *
   * @param find what the list is narrowed to
   * @param cursor the line under the cursor
   */
  record Help(TextField find, int cursor) implements ScreenState {}

  /** A one-time password, shown once. */
  record Password(Person.NewPassword password) implements ScreenState {}

  /** The question whether to replace something. */
  record Agreeing(Plan.Planned change) implements ScreenState {}

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
      implements ScreenState {
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
  record Renewing(Problem problem, TextField code, boolean shortCode) implements ScreenState {
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
  record Stopping() implements ScreenState {}
}
