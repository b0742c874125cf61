package dev.firstday.line.pages;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** The end of a day: what is done, what is left and for whom, what it costs, what comes next. */
public final class SummaryPage implements Page {
  @Override
  public void tell(LineContext context) {
    LineWriter writer = context.writer();
    List<StepView> open = context.standing().open();
    writer.tell(open.isEmpty() ? "tui.ending.over" : "tui.ending.open", open.size());
    writer.tell("tui.ending.done", context.standing().settled(), ours(context));
    writer.tell("tui.ending.cost", OnboardingPages.about(cost(context), writer));
    left("api", by(Actor.API), context);
    left("root", by(Actor.ROOT), context);
    left("person", by(Actor.PERSON), context);
    left("waiting", SummaryPage::waits, context);
    left("unseen", step -> step.open() && is(step, Verdict.UNSEEN), context);
    left("skipped", step -> step.skipped().isPresent(), context);
    if (context.session().identity().kind() == Identity.Kind.ROOT) {
      writer.tell("tui.ending.next.administrator");
    }
    open.stream()
        .findFirst()
        .ifPresent(step -> writer.tell("tui.result.next-step", context.name(step)));
    writer.tell("tui.ending.next.check");
    context
        .session()
        .catalog()
        .outdated(LocalDate.now(context.options().clock()))
        .ifPresent(date -> writer.tell("tui.ending.next.outdated", date));
  }

  private static long ours(LineContext context) {
    return context.made().stream()
        .flatMap(planned -> planned.steps().stream())
        .distinct()
        .filter(id -> context.step(id).verdict().map(Verdict::settled).orElse(false))
        .count();
  }

  /** What the account costs with what is done now. */
  private static BigDecimal cost(LineContext context) {
    return context.session().steps().stream()
        .filter(step -> is(step, Verdict.DONE) || is(step, Verdict.ATTESTED))
        .map(StepView::monthlyUsd)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean is(StepView step, Verdict verdict) {
    return step.verdict().filter(verdict::equals).isPresent();
  }

  private static boolean waits(StepView step) {
    return step.open() && Progress.waits(step);
  }

  private static Predicate<StepView> by(Actor actor) {
    return step ->
        step.open() && !waits(step) && !is(step, Verdict.UNSEEN) && step.entry().by() == actor;
  }

  private static void left(String key, Predicate<StepView> which, LineContext context) {
    List<StepView> steps = context.session().steps().stream().filter(which).toList();
    if (!steps.isEmpty()) {
      context.writer().tell("tui.ending." + key, steps.size());
      steps.forEach(step -> tell(step, context));
    }
  }

  private static void tell(StepView step, LineContext context) {
    context.writer().say(context.name(step));
    if (waits(step)) {
      StepText.lacking(context, step);
    }
  }

  @Override
  public List<Choice> choices(LineContext context) {
    return List.of(HomePage.report(context));
  }
}
