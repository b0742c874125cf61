package dev.firstday.tui;

import dev.firstday.engine.Outcome;
import dev.firstday.engine.Plan;
import dev.firstday.engine.Problem;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an apply ended: what is done, what failed, what was not tried, and how to go on. */
record ResultScreen(ScreenState.Result state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("place.result", state.plan().id());
  }

  @Override
  public Line standing() {
    Outcome outcome = state.outcome();
    return Line.of(
        model.words().say("result.standing", outcome.done().size(), state.plan().changes().size()));
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    return new Scroll(lines(), model.size().body(), state.scroll());
  }

  private List<Line> lines() {
    Words words = model.words();
    Outcome outcome = state.outcome();
    Document document = new Document(model.columns());
    document.text(words.say("result." + outcome.ending()), role(outcome.ending()));
    outcome
        .moved()
        .ifPresent(
            id -> document.text(words.say("result.moved", Places.name(model.step(id), model))));
    problem(document);
    document.title(words.say("result.next"));
    document.text(words.say("result.how." + outcome.ending()));
    next()
        .ifPresent(step -> document.text(words.say("result.next-step", Places.name(step, model))));
    policy(document);
    changes(document, "result.failed", outcome.failed().stream().toList(), sign("[!]", Role.ERROR));
    changes(document, "result.not-tried", outcome.notTried(), sign("[ ]", Role.TODO));
    changes(document, "result.done", outcome.done(), sign("[x]", Role.DONE));
    verdicts(document);
    return document.lines();
  }

  private static Line sign(String sign, Role role) {
    return Line.of(" ").and(sign, role);
  }

  private static Role role(Outcome.Ending ending) {
    return switch (ending) {
      case COMPLETED -> Role.TITLE;
      case FAILED -> Role.ERROR;
      case GIVEN_UP, STOPPED, MOVED, OTHER_ACCOUNT, UNVERIFIED -> Role.ATTENTION;
    };
  }

  private void problem(Document document) {
    Words words = model.words();
    Optional<Problem> problem = state.outcome().problem();
    problem.ifPresent(
        trouble -> {
          document.blank();
          words.problem(trouble).forEach(sentence -> document.text(sentence));
          document.text(
              words.say("result.said", trouble.code(), trouble.message(), trouble.requestId()));
        });
  }

  private void policy(Document document) {
    Words words = model.words();
    Wording.helpingPolicy(state.outcome().problem().stream().toList())
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
      StepView owner = model.step(planned.steps().getFirst());
      document.hanging(
          sign.and(" "), model.words().change(owner.entry(), planned.change()), Role.TEXT);
    }
  }

  /** How the steps stand after it, as a second look has shown. */
  private void verdicts(Document document) {
    List<String> ids =
        state.plan().changes().stream()
            .flatMap(change -> change.steps().stream())
            .distinct()
            .toList();
    document.title(model.words().say("result.verdicts"));
    for (String id : ids) {
      Badge badge = Badge.of(model.step(id), model.words());
      document.line(
          Line.of(" ")
              .and(badge.sign(), badge.role())
              .and(" " + Places.name(model.step(id), model) + ": ")
              .and(badge.word(), badge.role()));
    }
  }

  private Optional<StepView> next() {
    return model.steps().stream().filter(StepView::open).findFirst();
  }

  @Override
  public List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    offers.add(Offer.as(Command.OPEN, next().isPresent() ? "OPEN.next" : "OPEN.ending"));
    offers.add(Offer.of(Command.SUMMARY).hidden());
    if (!toPlan().isEmpty()) {
      offers.add(Offer.as(Command.PLAN, "PLAN.rest"));
    }
    if (state.outcome().problem().isPresent()) {
      offers.add(Offer.as(Command.COPY, "COPY.problem"));
    }
    offers.addAll(scroll().offers());
    offers.add(Offer.as(Command.BACK, "BACK.list"));
    return offers;
  }

  /** Steps of this plan that are still missing something. */
  private List<String> toPlan() {
    return model.plannable().stream()
        .filter(
            id -> state.plan().changes().stream().anyMatch(change -> change.steps().contains(id)))
        .toList();
  }

  @Override
  public Move run(Command command) {
    return switch (command) {
      case OPEN ->
          next()
              .map(step -> Move.home().thenOpen(ScreenState.Detail.of(step.id())))
              .orElse(ending());
      case SUMMARY -> ending();
      case PLAN -> Move.home().then(Plans.open(toPlan(), model));
      case COPY -> Move.act(new Action.Copy(toCopy()));
      case BACK -> Move.home();
      default ->
          scroll().after(command).stream()
              .mapToObj(
                  first ->
                      Move.become(new ScreenState.Result(state.plan(), state.outcome(), first)))
              .findFirst()
              .orElse(Move.none());
    };
  }

  private static Move ending() {
    return Move.home().thenOpen(new ScreenState.Ending(0));
  }

  private String toCopy() {
    return Wording.helpingPolicy(state.outcome().problem().stream().toList())
        .map(model.session().printer()::json)
        .orElseGet(() -> state.outcome().problem().map(Problem::message).orElse(""));
  }
}
