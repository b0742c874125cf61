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
  public void tell(LineContext desk) {
    LineWriter voice = desk.voice();
    List<StepView> open = desk.standing().open();
    voice.tell(open.isEmpty() ? "tui.ending.over" : "tui.ending.open", open.size());
    voice.tell("tui.ending.done", desk.standing().settled(), ours(desk));
    voice.tell("tui.ending.cost", OnboardingPages.about(cost(desk), voice));
    left("api", by(Actor.API), desk);
    left("root", by(Actor.ROOT), desk);
    left("person", by(Actor.PERSON), desk);
    left("waiting", SummaryPage::waits, desk);
    left("unseen", step -> step.open() && is(step, Verdict.UNSEEN), desk);
    left("skipped", step -> step.skipped().isPresent(), desk);
    if (desk.session().identity().kind() == Identity.Kind.ROOT) {
      voice.tell("tui.ending.next.administrator");
    }
    open.stream()
        .findFirst()
        .ifPresent(step -> voice.tell("tui.result.next-step", desk.name(step)));
    voice.tell("tui.ending.next.check");
    desk.session()
        .catalog()
        .outdated(LocalDate.now(desk.options().clock()))
        .ifPresent(date -> voice.tell("tui.ending.next.outdated", date));
  }

  private static long ours(LineContext desk) {
    return desk.made().stream()
        .flatMap(planned -> planned.steps().stream())
        .distinct()
        .filter(id -> desk.step(id).verdict().map(Verdict::settled).orElse(false))
        .count();
  }

  /** What the account costs with what is done now. */
  private static BigDecimal cost(LineContext desk) {
    return desk.session().steps().stream()
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

  private static void left(String key, Predicate<StepView> which, LineContext desk) {
    List<StepView> steps = desk.session().steps().stream().filter(which).toList();
    if (!steps.isEmpty()) {
      desk.voice().tell("tui.ending." + key, steps.size());
      steps.forEach(step -> tell(step, desk));
    }
  }

  private static void tell(StepView step, LineContext desk) {
    desk.voice().say(desk.name(step));
    if (waits(step)) {
      StepText.lacking(desk, step);
    }
  }

  @Override
  public List<Choice> choices(LineContext desk) {
    return List.of(HomePage.report(desk));
  }
}
