package dev.firstday.report;

import dev.firstday.catalog.Actor;
import dev.firstday.catalog.Language;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.FailureId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report on an account, in one language. Every format shows the same.
 *
 * @param at when the account was assessed
 * @param version the version of firstday
 * @param steps how each step stands
 * @param written what firstday did to the account, oldest first
 * @param controls controls of published lists, in the order of the lists
 */
public record Report(
    Language language,
    Identity identity,
    Instant at,
    String version,
    List<ReportedStep> steps,
    List<ReportedChange> written,
    List<ReportedControl> controls) {

  /**
   * A step as it stands.
   *
   * @param group the heading that it is listed under
   * @param word the verdict as a person reads it
   * @param reasons why something could not be seen, and what would help
   * @param failures what kinds of failures these are
   * @param byHand how a person does it
   */
  public record ReportedStep(
      String id,
      String title,
      String group,
      Actor by,
      Verdict verdict,
      String word,
      List<ReportedFinding> findings,
      List<String> reasons,
      List<FailureId> failures,
      Optional<PendingStep> waiting,
      Optional<String> skipped,
      Optional<Notes.Attestation> attested,
      List<Evidence> evidence,
      int changes,
      BigDecimal monthlyUsd,
      Map<String, List<String>> controls,
      List<String> byHand,
      Optional<String> console,
      String docs) {

    /** Whether it costs already: it is done, or waits only for time or a mail. */
    private boolean setUp() {
      return verdict == Verdict.DONE
          || verdict == Verdict.ATTESTED
          || verdict == Verdict.TODO && waiting.isPresent();
    }

    /** Whether something is left to do or to find out. */
    public boolean open() {
      return skipped.isEmpty() && !verdict.settled();
    }
  }

  /**
   * What a step waits for.
   *
   * @param text the same in words
   */
  public record PendingStep(String code, Optional<Instant> until, String text) {}

  /** A finding in words. */
  public record ReportedFinding(
      Finding.Kind kind, String code, Optional<String> region, String text) {}

  /**
   * A change that firstday has made, or tried to.
   *
   * @param steps ids of the steps that wanted it
   * @param outcome how it ended
   * @param what what it was for
   */
  public record ReportedChange(
      Instant at,
      String id,
      List<String> steps,
      ChangeStatus outcome,
      String service,
      String operation,
      String region,
      String requestId,
      String what) {}

  /** How a change ended. */
  public enum ChangeStatus {
    DONE,
    FAILED,
    /** AWS said that it existed already, and no attempt of firstday's can have created it. */
    ALREADY_THERE,
    /** It was undone; the time is that of the undo. */
    UNDONE,
    /**
     * The process ended before the answer came; the verdict of the step shows the current state.
     */
    UNKNOWN
  }

  /**
   * A control of a published list, and whether it is met as far as its steps know.
   *
   * @param list the name of the list
   * @param steps ids of the steps that contribute to it
   * @param facts what it rests on
   * @param notes what a reader has to know about the result
   */
  public record ReportedControl(
      String list,
      String id,
      Judgement state,
      List<String> steps,
      List<Fact> facts,
      List<String> notes) {}

  /**
   * Something that a control rests on.
   *
   * @param step the id of the step that states it
   * @param text what is true if the state is {@link Judgement#MET}
   */
  public record Fact(String step, String code, Judgement state, String text) {}

  /** How many steps, skipped ones aside, have one of these verdicts. */
  public long count(Verdict... verdicts) {
    return steps.stream()
        .filter(step -> step.skipped().isEmpty())
        .filter(step -> List.of(verdicts).contains(step.verdict()))
        .count();
  }

  /** How many steps are skipped. */
  public long skipped() {
    return steps.stream().filter(step -> step.skipped().isPresent()).count();
  }

  /** The open steps of an actor. */
  public List<ReportedStep> left(Actor actor) {
    return steps.stream().filter(step -> step.by() == actor && step.open()).toList();
  }

  /** What the steps that are set up cost a month in US dollars. */
  public BigDecimal monthlyUsd() {
    return steps.stream()
        .filter(ReportedStep::setUp)
        .map(ReportedStep::monthlyUsd)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
