package dev.firstday.tui.model;

import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The screens from a plan to what came of it, and those that sum it up. */
public sealed interface PlanState extends ScreenState {

  /**
   * A plan, and the question whether to apply it, or to take back what it names.
   *
   * @param steps what it was made for
   * @param left steps that a person left out
   * @param plan the changes of the others
   * @param undo what it takes back and what stays; empty where it is no undo
   * @param tree how the tree of the changes is looked at
   * @param focus where the keys go
   * @param digits what was typed of the account's number
   * @param opened when it was opened: keys that come at once were meant for something else
   */
  record Planning(
      List<String> steps,
      Set<String> left,
      Plan plan,
      Optional<UndoPlan> undo,
      PlanTree tree,
      Focus focus,
      String digits,
      Instant opened,
      Optional<PermissionReport> rights)
      implements PlanState {
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

    /** A plan that has just been opened. */
    public static Planning of(
        List<String> steps, Set<String> left, Plan plan, Optional<UndoPlan> undo, Instant now) {
      return new Planning(
          steps, left, plan, undo, PlanTree.FOLDED, Focus.BACK, "", now, Optional.empty());
    }

    /** Steps that were not left out. */
    public List<String> wanted() {
      return steps.stream().filter(step -> !left.contains(step)).toList();
    }

    /** The key of a text of which an undo has one of its own. */
    public String key(String name) {
      return (undo.isPresent() ? "tui.undo." : "tui.plan.") + name;
    }

    /** Whether there is something to write, and the right digits are typed. */
    public boolean confirmed() {
      return !plan.isEmpty() && plan.confirm(digits).isPresent();
    }

    /** What an undo leaves as it is. */
    public List<UndoPlan.Kept> kept() {
      return undo.map(UndoPlan::kept).orElse(List.of());
    }

    public Planning at(Focus where) {
      return new Planning(steps, left, plan, undo, tree, where, digits, opened, rights);
    }

    public Planning look(PlanTree how) {
      return new Planning(steps, left, plan, undo, how, Focus.CHANGES, digits, opened, rights);
    }

    public Planning openedAt(Instant when) {
      return new Planning(steps, left, plan, undo, tree, focus, digits, when, rights);
    }

    public Planning digits(String typed) {
      return new Planning(steps, left, plan, undo, tree, focus, typed, opened, rights);
    }

    /** What came of the test of this plan; that of a plan which was here before is of no use. */
    public Planning tested(Plan which, PermissionReport found) {
      return plan.equals(which)
          ? new Planning(steps, left, plan, undo, tree, focus, digits, opened, Optional.of(found))
          : this;
    }
  }

  /** Everything about one change of a plan. */
  record ChangeDetail(Plan.Planned change, int scroll) implements PlanState {}

  /** Something that an undo leaves as it is, and why. */
  record KeptDetail(UndoPlan.Kept kept, int scroll) implements PlanState {}

  /** A plan as AWS CLI script or as JSON. */
  record ScriptView(Plan plan, boolean json, int scroll) implements PlanState {}

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
      implements PlanState {
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
      ChangeRow retrying(Instant at) {
        return new ChangeRow(change, ChangeProgress.RUNNING, since, 0, Optional.of(at));
      }
    }

    /** How far a change is. */
    public enum ChangeProgress {
      WAITING("[ ]"),
      RUNNING("[~]"),
      DONE("[x]"),
      FAILED("[!]");

      private final String sign;

      ChangeProgress(String sign) {
        this.sign = sign;
      }

      public String sign() {
        return sign;
      }
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

    Applying row(ChangeRow changed) {
      List<ChangeRow> all =
          rows.stream().map(row -> row.change().equals(changed.change()) ? changed : row).toList();
      return new Applying(plan, undo, all, log, started, stop);
    }

    Applying log(List<LogLine> lines) {
      return new Applying(plan, undo, rows, lines, started, stop);
    }

    Applying log(LogLine line) {
      return log(Stream.concat(log.stream(), Stream.of(line)).toList());
    }

    Applying log(Instant at, String key, String... values) {
      return log(new LogLine(at, key, List.of(values), Optional.empty()));
    }

    Applying stopped(Instant at) {
      return new Applying(plan, undo, rows, log, started, Optional.of(at));
    }
  }

  /**
   * How an apply or an undo ended.
   *
   * @param undo what was to be taken back and what stays; empty where it was no undo
   */
  record Result(Plan plan, Optional<UndoPlan> undo, Outcome outcome, int scroll)
      implements PlanState {}

  /**
   * What firstday did to this account.
   *
   * @param appliedChanges the latest first
   * @param cursor the applied change under the cursor
   */
  record History(List<AppliedChange> appliedChanges, int cursor) implements PlanState {
    public History {
      appliedChanges = List.copyOf(appliedChanges);
    }
  }

  /** How everything stands: what is done, what is left and for whom, and what comes next. */
  record DayEnd(int scroll) implements PlanState {}
}
