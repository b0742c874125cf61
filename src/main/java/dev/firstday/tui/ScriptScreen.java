package dev.firstday.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan as AWS CLI commands, or as JSON: from the first column, so that it can be copied. */
record ScriptScreen(ScreenState.PlanScript state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say(state.json() ? "place.json" : "place.script");
  }

  @Override
  public Line standing() {
    return Places.notYet(state.plan().changes(), model);
  }

  private String text() {
    return Scripts.of(state.plan(), state.json(), model);
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    List<Line> lines = new Document(model.columns()).verbatim(text()).lines();
    return new Scroll(lines, model.size().body(), state.scroll());
  }

  @Override
  public Optional<Line> status() {
    return Optional.of(Line.of(" " + model.words().say("status.script")));
  }

  @Override
  public List<Offer> offers() {
    List<Offer> offers = new ArrayList<>(scroll().offers());
    offers.add(Offer.as(Command.SCRIPT, state.json() ? "SCRIPT.SCRIPT" : "SCRIPT.JSON"));
    offers.add(Offer.of(Command.COPY));
    return offers;
  }

  @Override
  public Move run(Command command) {
    return switch (command) {
      case SCRIPT -> Move.become(new ScreenState.PlanScript(state.plan(), !state.json(), 0));
      case COPY -> Move.act(new Action.Copy(text()));
      default ->
          scroll().after(command).stream()
              .mapToObj(
                  first ->
                      Move.become(new ScreenState.PlanScript(state.plan(), state.json(), first)))
              .findFirst()
              .orElse(Move.none());
    };
  }
}
