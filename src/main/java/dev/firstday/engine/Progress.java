package dev.firstday.engine;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Plan;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** How all steps stand together, as every front end counts them. */
public record Progress(List<StepView> steps) {
  public Progress {
    steps = List.copyOf(steps);
  }

  public static Progress of(Session session) {
    return new Progress(session.steps());
  }

  /** A step by its id; empty if the catalogue of this run does not have it. */
  public Optional<StepView> step(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /** The step's number in the list, from 1. */
  public int number(String id) {
    return steps.stream().map(StepView::id).toList().indexOf(id) + 1;
  }

  /** Steps that firstday could do something for now. */
  public List<String> plannable() {
    return steps.stream().filter(Progress::plannable).map(StepView::id).toList();
  }

  public static boolean plannable(StepView step) {
    return step.skipped().isEmpty()
        && step.assessment()
            .map(seen -> !seen.changes().isEmpty() || !seen.missingAnswers().isEmpty())
            .orElse(false);
  }

  /** Steps that a person looks for first: something is left to do or to find out. */
  public List<StepView> open() {
    return steps.stream().filter(StepView::open).toList();
  }

  public long settled() {
    return steps.stream()
        .filter(step -> step.settled() && !step.is(Verdict.NOT_APPLICABLE))
        .count();
  }

  /** Steps that count: all but those the account need not have. */
  public long counted() {
    return steps.stream().filter(step -> !step.is(Verdict.NOT_APPLICABLE)).count();
  }

  public long needPerson() {
    return steps.stream().filter(Progress::needsPerson).count();
  }

  public static boolean needsPerson(StepView step) {
    boolean byHand = step.is(Verdict.TODO) && step.entry().by() != Actor.API;
    return (step.is(Verdict.UNATTESTED) || byHand)
        && !step.checking()
        && step.skipped().isEmpty()
        && !waits(step);
  }

  /** Whether only time or a mail is missing. */
  public static boolean waits(StepView step) {
    return step.assessment().flatMap(Assessment::waiting).isPresent() && step.is(Verdict.TODO);
  }

  public int minutesLeft() {
    return open().stream().mapToInt(step -> step.entry().minutes()).sum();
  }

  /** What the account will cost a month more once the open steps are set up. */
  public BigDecimal usdLeft() {
    return usd(step -> step.open() && !setUp(step));
  }

  /** What the account costs a month with what is set up now. */
  public BigDecimal usdSetUp() {
    return usd(Progress::setUp);
  }

  private BigDecimal usd(Predicate<StepView> which) {
    return steps.stream()
        .filter(which)
        .map(StepView::monthlyUsd)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether it costs already: it is done, or waits only for time or a mail. */
  private static boolean setUp(StepView step) {
    return step.is(Verdict.DONE) || step.is(Verdict.ATTESTED) || waits(step);
  }

  /**
   * Steps that somebody else, or AWS, has changed since the wizard was last used here.
   *
   * @param made what was done in this session, which is told elsewhere
   * @param settled those that got done, or those that are open again
   */
  public List<StepView> changedSince(
      Optional<Notes.LastCheck> last, Collection<Plan.Planned> made, boolean settled) {
    Map<String, Verdict> before = last.map(Notes.LastCheck::verdicts).orElse(Map.of());
    List<String> ours = made.stream().flatMap(planned -> planned.steps().stream()).toList();
    return steps.stream()
        .filter(step -> step.verdict().isPresent())
        .filter(step -> !ours.contains(step.id()))
        .filter(step -> step.settled() == settled)
        .filter(
            step ->
                Optional.ofNullable(before.get(step.id()))
                    .filter(verdict -> verdict.settled() != settled)
                    .isPresent())
        .toList();
  }
}
