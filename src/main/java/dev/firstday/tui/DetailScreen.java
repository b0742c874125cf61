package dev.firstday.tui;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step: why, what was found, what would be written, and what can be chosen. */
record DetailScreen(ScreenState.Detail state, Model model) implements Screen {
  private StepView step() {
    return model.step(state.step());
  }

  @Override
  public String place() {
    return Places.step(step(), model);
  }

  @Override
  public Line standing() {
    return Badge.of(step(), model.words()).line();
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    List<Line> lines =
        state.view() == ScreenState.Detail.View.WORDS
            ? new DetailText(step(), model).lines()
            : new Document(model.columns()).verbatim(script()).lines();
    return new Scroll(lines, model.size().body(), state.scroll());
  }

  private Plan plan() {
    return model.plan(List.of(state.step()));
  }

  private String script() {
    return Scripts.of(plan(), state.view() == ScreenState.Detail.View.JSON, model);
  }

  @Override
  public Optional<Wait> waiting() {
    return Wait.forLooks(List.of(step()), Move.say(model.words().say("wait.left")));
  }

  @Override
  public Optional<Line> status() {
    String text = state.view() == ScreenState.Detail.View.WORDS ? "status.detail" : "status.script";
    return model.made().isEmpty()
        ? Optional.of(Line.of(" " + model.words().say(text)))
        : Optional.empty();
  }

  @Override
  public List<Offer> offers() {
    List<Offer> offers = new ArrayList<>(first());
    offers.add(Offer.of(Command.CHECK));
    if (!step().entry().settings().isEmpty()) {
      offers.add(Offer.of(Command.EDIT));
    }
    if (hasPage()) {
      boolean enter = offers.getFirst().text().endsWith("OPEN.by-hand");
      offers.add(enter ? Offer.of(Command.BY_HAND).hidden() : Offer.of(Command.BY_HAND));
    }
    if (!plan().isEmpty()) {
      offers.add(Offer.as(Command.SCRIPT, "SCRIPT." + state.view().next()));
    }
    offers.add(Offer.of(Command.COPY).hidden());
    offers.add(Offer.as(Command.LINK, "LINK.docs").hidden());
    offers.add(Offer.of(Command.UNDO).hidden());
    boolean skipped = step().skipped().isPresent();
    offers.add(Offer.as(Command.SKIP, skipped ? "SKIP.back" : "SKIP"));
    offers.addAll(scroll().offers());
    if (model.neighbour(state.step(), 1).isPresent()) {
      offers.add(Offer.of(Command.NEXT));
      offers.add(Offer.of(Command.PREVIOUS));
    }
    return offers;
  }

  /** What Enter does: the one thing that brings the step further. */
  private List<Offer> first() {
    boolean settled = !step().open();
    if (Model.plannable(step())) {
      boolean asks = model.answersMissing(List.of(state.step()));
      return List.of(
          Offer.as(Command.OPEN, asks ? "OPEN.answer" : "OPEN.plan"),
          Offer.of(Command.PLAN, 1).hidden());
    }
    if (!settled && hasPage() && step().entry().by() != Actor.API) {
      return List.of(Offer.as(Command.OPEN, "OPEN.by-hand"));
    }
    return List.of();
  }

  private boolean hasPage() {
    return !step().entry().byHand().isEmpty() || step().entry().console().isPresent();
  }

  @Override
  public Move run(Command command) {
    String id = state.step();
    return switch (command) {
      case OPEN -> Model.plannable(step()) ? Plans.open(List.of(id), model) : byHand();
      case PLAN -> Plans.open(List.of(id), model);
      case EDIT -> Move.open(AnswersScreen.start(List.of(id), List.of(), model));
      case BY_HAND -> byHand();
      case SCRIPT -> Move.become(new ScreenState.Detail(id, state.view().next(), 0));
      case CHECK -> Move.act(new Action.Check(List.of(id)));
      case UNDO -> Move.act(new Action.PlanUndo(List.of(id)));
      case LINK -> Move.act(new Action.ShowAlone(step().entry().docs(), false));
      case COPY -> Move.act(new Action.Copy(toCopy()));
      case SKIP ->
          step().skipped().isPresent()
              ? Move.act(new Action.Skip(id, Optional.empty()))
              : Move.open(new ScreenState.Skipping(id, TextField.of("")));
      case NEXT -> neighbour(1);
      case PREVIOUS -> neighbour(-1);
      default ->
          scroll().after(command).stream()
              .mapToObj(first -> Move.become(new ScreenState.Detail(id, state.view(), first)))
              .findFirst()
              .orElse(Move.none());
    };
  }

  private Move byHand() {
    return ByHandScreen.open(step(), model);
  }

  private Move neighbour(int by) {
    return model
        .neighbour(state.step(), by)
        .map(id -> Move.become(ScreenState.Detail.of(id)))
        .orElse(Move.none());
  }

  /** What a person most likely wants from this page: script, policy, or link. */
  private String toCopy() {
    if (state.view() != ScreenState.Detail.View.WORDS) {
      return script();
    }
    return Texts.helpingPolicy(Findings.problems(step()))
        .map(model.session().printer()::json)
        .or(() -> step().entry().console())
        .orElse(step().entry().docs());
  }
}
