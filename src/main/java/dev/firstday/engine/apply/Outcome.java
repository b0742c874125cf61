package dev.firstday.engine.apply;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an apply or an undo ended.
 *
 * @param notTried changes that were left
 * @param after how the steps stand that were applied, by id
 * @param moved what a step is missing now, where that is no longer what was confirmed
 * @param failures everything that failed, in the order it did
 * @param behind of changes that were left because something else failed: that step's id, by theirs
 */
public record Outcome(
    Ending ending,
    List<Plan.Planned> done,
    List<Plan.Planned> notTried,
    Map<String, Assessment> after,
    Optional<String> moved,
    List<Failure> failures,
    Map<String, String> behind) {
  /**
   * Something that failed.
   *
   * @param step the step that it stopped; empty if it stopped everything
   * @param change the change that failed; empty if it was a look
   */
  public record Failure(String step, Optional<Plan.Planned> change, Problem problem) {}

  /** The first change that failed. */
  public Optional<Plan.Planned> failed() {
    return allFailed().stream().findFirst();
  }

  /** The first trouble there was. */
  public Optional<Problem> problem() {
    return failures.stream().map(Failure::problem).findFirst();
  }

  public List<Plan.Planned> allFailed() {
    return failures.stream().flatMap(failure -> failure.change().stream()).toList();
  }

  /** Every trouble there was, each once. */
  public List<Problem> problems() {
    return failures.stream().map(Failure::problem).distinct().toList();
  }

  /**
   * Whether looks can tell how the account stands now: nobody wants to stop, and the credentials
   * still are for it.
   */
  public boolean letsLook() {
    return switch (ending) {
      case COMPLETED, GIVEN_UP, MOVED, SEEN_NOW, UNVERIFIED -> true;
      case FAILED -> problems().stream().noneMatch(problem -> problem.kind().concernsAll());
      case STOPPED, OTHER_ACCOUNT -> false;
    };
  }

  /** One that ended before anything was tried. */
  public static Outcome refused(Plan plan, Problem why) {
    return new Outcome(
        Ending.FAILED,
        List.of(),
        plan.changes(),
        Map.of(),
        Optional.empty(),
        List.of(new Failure("", Optional.empty(), why)),
        Map.of());
  }

  /** Why an apply ended. */
  public enum Ending {
    /** Everything was written, and a second look found nothing missing. */
    COMPLETED,
    /**
     * Everything was written but what needs a person, who gave it up or was not there; a second
     * look found nothing else missing.
     */
    GIVEN_UP,
    /** A call failed, or a second look could not be had. */
    FAILED,
    /** A person asked to stop. */
    STOPPED,
    /** The account is no longer as it was when the plan was made. */
    MOVED,
    /**
     * Nobody has changed the account: of a step something is seen that could not be seen when the
     * plan was made, and needs changes that are not in it.
     */
    SEEN_NOW,
    /** The credentials belong to another account now. */
    OTHER_ACCOUNT,
    /** Everything was written, but a second look still finds something missing. */
    UNVERIFIED;

    /** What kind of failure it is, where the problem does not tell that. */
    public Optional<FailureId> failure() {
      return switch (this) {
        case MOVED, SEEN_NOW, OTHER_ACCOUNT, UNVERIFIED -> Optional.of(FailureId.valueOf(name()));
        case COMPLETED, GIVEN_UP, FAILED, STOPPED -> Optional.empty();
      };
    }
  }
}
