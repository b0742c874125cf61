package dev.firstday.view;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Plan;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The end of a day: what is done, what it costs, what is left and for whom.
 *
 * @param made the changes made in this session
 */
public record DaySummary(List<StepView> steps, List<Plan.Planned> made) {
  /**
   * Steps that are left for the same reason.
   *
   * @param key the text that says how many there are, and why
   */
  public record Rest(String key, List<StepView> steps) {}

  /** Steps that are settled and were written to in this session. */
  public long ours() {
    List<String> ids = made.stream().flatMap(planned -> planned.steps().stream()).toList();
    return steps.stream().filter(step -> ids.contains(step.id())).filter(StepView::settled).count();
  }

  /** What the account costs a month with what is set up now. */
  public BigDecimal monthlyUsd() {
    return new Progress(steps).usdSetUp();
  }

  public List<Rest> left() {
    return Stream.of(
            rest("api", by(Actor.API)),
            rest("root", by(Actor.ROOT)),
            rest("person", by(Actor.PERSON)),
            rest("waiting", DaySummary::waits),
            rest("unseen", step -> step.open() && step.is(Verdict.UNSEEN)),
            rest("skipped", step -> step.skipped().isPresent()))
        .filter(rest -> !rest.steps().isEmpty())
        .toList();
  }

  private Rest rest(String name, Predicate<StepView> which) {
    return new Rest("tui.ending." + name, steps.stream().filter(which).toList());
  }

  private static Predicate<StepView> by(Actor actor) {
    return step ->
        step.open() && !waits(step) && !step.is(Verdict.UNSEEN) && step.entry().by() == actor;
  }

  /** Whether a step is open only because of a mail to confirm, or of AWS. */
  public static boolean waits(StepView step) {
    return step.open() && Progress.waits(step);
  }
}
