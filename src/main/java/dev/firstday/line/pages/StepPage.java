package dev.firstday.line.pages;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import dev.firstday.line.model.ScriptText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step: how it stands, why it matters, what was found, what would be written. */
public record StepPage(String step) implements Page {
  @Override
  public void tell(LineContext desk) {
    new StepText(desk, desk.step(step)).tell();
  }

  private Plan plan(LineContext desk) {
    return desk.session().plan(List.of(step));
  }

  @Override
  public List<Choice> choices(LineContext desk) {
    LineWriter voice = desk.voice();
    StepView view = desk.step(step);
    List<Choice> choices = new ArrayList<>();
    if (Progress.plannable(view)) {
      boolean asks = !view.assessment().orElseThrow().missingAnswers().isEmpty();
      String text = voice.text(asks ? "line.answer-and-plan" : "tui.command.OPEN.plan");
      choices.add(new Choice(LineCommand.PLAN, text, () -> PlanPage.open(List.of(step), desk)));
    }
    if (!view.entry().byHand().isEmpty() || view.entry().console().isPresent()) {
      Choice byHand =
          Choice.open(
              LineCommand.BY_HAND,
              voice.text("tui.command.OPEN.by-hand"),
              () -> new ByHandPage(step));
      boolean first = view.open() && view.entry().by() != Actor.API;
      choices.add(first ? 0 : choices.size(), byHand);
    }
    neighbour(desk, 1)
        .ifPresent(
            next ->
                choices.add(
                    new Choice(
                        LineCommand.NEXT,
                        voice.text("line.next", desk.name(next)),
                        () -> new Navigation.ReplacePage(new StepPage(next.id())))));
    neighbour(desk, -1)
        .ifPresent(
            next ->
                choices.add(
                    new Choice(
                        LineCommand.PREVIOUS,
                        voice.text("line.previous", desk.name(next)),
                        () -> new Navigation.ReplacePage(new StepPage(next.id())))));
    choices.add(new Choice(LineCommand.CHECK, voice.text("tui.command.CHECK"), () -> check(desk)));
    choices.add(skip(view, desk));
    if (!view.entry().settings().isEmpty()) {
      choices.add(new Choice(LineCommand.EDIT, voice.text("line.edit"), () -> edit(desk)));
    }
    undo(desk).ifPresent(choices::add);
    if (!plan(desk).isEmpty()) {
      choices.addAll(ScriptText.choices(plan(desk), desk));
    }
    Texts.helpingPolicy(problems(view))
        .ifPresent(policy -> choices.add(ScriptText.save(policy, desk)));
    return choices;
  }

  /** To take back what firstday did for this step, if it did anything that still stands. */
  private Optional<Choice> undo(LineContext desk) {
    boolean any =
        desk.deeds().stream().anyMatch(deed -> deed.steps().contains(step) && deed.live());
    return any
        ? Optional.of(
            new Choice(
                LineCommand.UNDO,
                desk.voice().text("line.undo.step"),
                () -> new Navigation.NextPage(UndoPage.of(List.of(step), desk))))
        : Optional.empty();
  }

  static List<Problem> problems(StepView step) {
    return step.assessment().stream()
        .flatMap(seen -> seen.findings().stream())
        .flatMap((Finding finding) -> finding.problem().stream())
        .toList();
  }

  private Optional<StepView> neighbour(LineContext desk, int by) {
    Progress standing = desk.standing();
    int here = standing.number(step);
    List<StepView> others =
        standing.open().stream()
            .filter(other -> (standing.number(other.id()) - here) * by > 0)
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(by > 0 ? others.getFirst() : others.getLast());
  }

  private Navigation check(LineContext desk) {
    desk.check(List.of(step));
    tellNews(step, desk);
    return new Navigation.Again();
  }

  /** How a step stands now, without what was said of it before. */
  static void tellNews(String step, LineContext desk) {
    desk.voice().afresh();
    desk.voice().say(StepText.heading(desk, desk.step(step)));
    StepText.findings(desk, desk.step(step));
  }

  private Navigation edit(LineContext desk) {
    desk.voice().tell("tui.form.intro");
    Questions questions = new Questions(desk);
    questions.hint();
    questions.askAll(Question.of(List.of(step), desk.session()));
    return check(desk);
  }

  /** Leaves a step out with a reason, or brings it back. */
  public static Choice skip(StepView view, LineContext desk) {
    LineWriter voice = desk.voice();
    boolean skipped = view.skipped().isPresent();
    return new Choice(
        LineCommand.SKIP,
        voice.text(skipped ? "tui.command.SKIP.back" : "tui.command.SKIP"),
        () -> {
          if (skipped) {
            desk.session().skip(view.id(), Optional.empty());
          } else {
            voice.tell("tui.skip.what");
            String reason = voice.typed(voice.text("tui.skip.reason"), false).text().strip();
            desk.session()
                .skip(
                    view.id(),
                    Optional.of(reason.isEmpty() ? voice.text("tui.skip.no-reason") : reason));
          }
          voice.say(StepText.heading(desk, desk.step(view.id())));
          return new Navigation.Again();
        });
  }
}
