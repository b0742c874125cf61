package dev.firstday.tui.screens.plan;

import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.ScreenTexts;
import dev.firstday.tui.widgets.Scroll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an apply or an undo ended: what is done, what failed, what was not tried, and how to go on.
 */
public record ResultScreen(PlanState.Result state, Model model) implements Screen {
  private boolean undo() {
    return state.undo().isPresent();
  }

  /** The key of a text that an undo has in other words. */
  private String key(String name) {
    return (undo() ? "undo.result." : "result.") + name;
  }

  @Override
  public String place() {
    return model.words().say(undo() ? "place.undone" : "place.result", state.plan().id());
  }

  @Override
  public Line standing() {
    Outcome outcome = state.outcome();
    return Line.of(
        model.words().say(key("standing"), outcome.done().size(), state.plan().changes().size()));
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private boolean seenNow() {
    return state.outcome().ending() == Outcome.Ending.SEEN_NOW;
  }

  private String movedKey() {
    return seenNow() ? "result.seen-now" : "result.moved";
  }

  private Scroll scroll() {
    return new Scroll(lines(), model.size().body(), state.scroll());
  }

  private List<Line> lines() {
    ScreenTexts words = model.words();
    Outcome outcome = state.outcome();
    Document document = new Document(model.columns());
    document.text(
        words.ending(outcome.ending(), key(outcome.ending().name())), role(outcome.ending()));
    outcome
        .moved()
        .filter(id -> model.number(id) > 0)
        .ifPresent(id -> document.text(words.say(movedKey(), Labels.name(model.step(id), model))));
    problem(document);
    document.title(words.say("result.next"));
    List<String> waitedFor = undo() ? List.of() : waitedFor();
    if (outcome.ending() != Outcome.Ending.COMPLETED || waitedFor.isEmpty()) {
      document.text(words.say(key("how." + outcome.ending())));
    }
    waitedFor.forEach(
        reason ->
            document.hanging(Line.of(" ").and("[~]", Role.PROGRESS).and(" "), reason, Role.TEXT));
    next()
        .filter(step -> !undo())
        .ifPresent(step -> document.text(words.say("result.next-step", Labels.name(step, model))));
    policy(document);
    changes(document, "result.failed", outcome.allFailed(), sign("[!]", Role.ERROR));
    notTried(document);
    changes(document, key("done"), outcome.done(), sign("[x]", Role.DONE));
    kept(document);
    verdicts(document);
    return document.lines();
  }

  /** What the steps wait for that can't be written: a mail that somebody has to confirm. */
  private List<String> waitedFor() {
    return planned().stream()
        .filter(id -> model.number(id) > 0)
        .map(model::step)
        .filter(Progress::waits)
        .flatMap(step -> model.words().waitedFor(step).stream())
        .distinct()
        .toList();
  }

  private static Line sign(String sign, Role role) {
    return Line.of(" ").and(sign, role);
  }

  private static Role role(Outcome.Ending ending) {
    return switch (ending) {
      case COMPLETED -> Role.TITLE;
      case FAILED -> Role.ERROR;
      case GIVEN_UP, STOPPED, MOVED, SEEN_NOW, OTHER_ACCOUNT, UNVERIFIED -> Role.ATTENTION;
    };
  }

  private void problem(Document document) {
    ScreenTexts words = model.words();
    state
        .outcome()
        .problems()
        .forEach(
            trouble -> {
              document.blank();
              words.problem(trouble).forEach(sentence -> document.text(sentence));
              if (trouble.kind() != Problem.Kind.RECORD) {
                document.text(
                    words.say(
                        "result.said", trouble.code(), trouble.message(), trouble.requestId()));
                model.log().ifPresent(log -> document.text(words.common("run-log", log)));
              }
            });
  }

  private void policy(Document document) {
    ScreenTexts words = model.words();
    Texts.helpingPolicy(state.outcome().problems())
        .ifPresent(
            policy -> {
              document.blank().text(words.say("result.policy"));
              document.verbatim(model.session().printer().json(policy));
            });
  }

  private void changes(Document document, String key, List<Plan.Planned> changes, Line sign) {
    if (changes.isEmpty()) {
      return;
    }
    document.title(model.words().say(key, changes.size()));
    for (Plan.Planned planned : changes) {
      document.hanging(sign.and(" "), Labels.change(planned, model), Role.TEXT);
    }
  }

  private void notTried(Document document) {
    Outcome outcome = state.outcome();
    if (!outcome.notTried().isEmpty()) {
      document.title(model.words().say("result.not-tried", outcome.notTried().size()));
    }
    for (Plan.Planned planned : outcome.notTried()) {
      String text =
          model
              .words()
              .notTried(Labels.change(planned, model), planned, outcome, model.session().catalog());
      document.hanging(sign("[ ]", Role.TODO).and(" "), text, Role.TEXT);
    }
  }

  /** What an undo has left as it is, and why. */
  private void kept(Document document) {
    List<UndoPlan.Kept> kept = state.undo().map(UndoPlan::kept).orElse(List.of());
    if (!kept.isEmpty()) {
      document.title(model.words().say("undo.kept", kept.size()));
    }
    for (UndoPlan.Kept one : kept) {
      document.hanging(" ", Labels.change(one.change(), one.steps(), model), Role.TEXT);
      document.hanging("   ", model.words().kept(one.why(), model.session().catalog()), Role.TEXT);
    }
  }

  /** How the steps stand after it, as a second look has shown. */
  private void verdicts(Document document) {
    List<String> ids = planned().stream().filter(id -> model.number(id) > 0).toList();
    document.title(model.words().say("result.verdicts"));
    for (String id : ids) {
      Badge badge = Badge.of(model.step(id), model.words());
      document.line(
          Line.of(" ")
              .and(badge.sign(), badge.role())
              .and(" " + Labels.name(model.step(id), model) + ": ")
              .and(badge.word(), badge.role()));
    }
  }

  private Optional<StepView> next() {
    return model.steps().stream().filter(StepView::open).findFirst();
  }

  @Override
  public List<CommandOption> offers() {
    List<CommandOption> offers = new ArrayList<>();
    offers.add(CommandOption.as(Command.OPEN, open()));
    offers.add(CommandOption.of(Command.SUMMARY).hidden());
    if (undo()
        ? !state.outcome().notTried().isEmpty() || state.outcome().failed().isPresent()
        : !state.outcome().done().isEmpty()) {
      CommandOption undo = CommandOption.as(Command.UNDO, undo() ? "UNDO.rest" : "UNDO");
      offers.add(undo() ? undo : undo.hidden());
    }
    if (!undo() && !toPlan().isEmpty()) {
      offers.add(CommandOption.as(Command.PLAN, "PLAN.rest"));
    }
    if (state.outcome().problem().isPresent()) {
      offers.add(CommandOption.as(Command.COPY, "COPY.problem"));
    }
    offers.addAll(scroll().offers());
    offers.add(CommandOption.as(Command.BACK, "BACK.list"));
    return offers;
  }

  private String open() {
    if (undo()) {
      return "OPEN.to-list";
    }
    return next().isPresent() ? "OPEN.next" : "OPEN.ending";
  }

  /** Steps of this plan. */
  private List<String> planned() {
    return state.plan().changes().stream()
        .flatMap(change -> change.steps().stream())
        .distinct()
        .toList();
  }

  /** Steps of this plan that are still missing something. */
  private List<String> toPlan() {
    return model.plannable().stream()
        .filter(
            id -> state.plan().changes().stream().anyMatch(change -> change.steps().contains(id)))
        .toList();
  }

  @Override
  public Update run(Command command) {
    return switch (command) {
      case OPEN -> undo() ? Update.home() : further();
      case UNDO -> Update.act(new Action.PlanUndo(planned()));
      case SUMMARY -> ending();
      case PLAN -> plan();
      case COPY -> Update.act(new Action.Copy(toCopy()));
      case BACK -> Update.home();
      default ->
          scroll().after(command).stream()
              .mapToObj(
                  first ->
                      Update.become(
                          new PlanState.Result(state.plan(), state.undo(), state.outcome(), first)))
              .findFirst()
              .orElse(Update.none());
    };
  }

  /** The rest as a plan; the reason why there is a new one is said beside it. */
  private Update plan() {
    Update plan = Update.home().then(Plans.open(toPlan(), model));
    return seenNow() ? plan.saying(model.words().say("result.why-anew")) : plan;
  }

  private Update further() {
    return next()
        .map(step -> Update.home().thenOpen(StepState.Detail.of(step.id())))
        .orElse(ending());
  }

  private static Update ending() {
    return Update.home().thenOpen(new PlanState.DayEnd(0));
  }

  private String toCopy() {
    return Texts.helpingPolicy(state.outcome().problems())
        .map(model.session().printer()::json)
        .orElseGet(() -> state.outcome().problem().map(Problem::message).orElse(""));
  }
}
