package dev.firstday.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One change of a plan, in full. */
record ChangeScreen(ScreenState.ChangeDetail state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("place.change");
  }

  @Override
  public Line standing() {
    return Places.notYet(List.of(state.change()), model);
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    List<Line> lines = new ChangeText(state.change(), model, model.columns()).lines();
    return new Scroll(lines, model.size().body(), state.scroll());
  }

  @Override
  public Optional<Line> status() {
    return Optional.of(Line.of(" " + model.words().say("status.change")));
  }

  @Override
  public List<Offer> offers() {
    List<Offer> offers = new ArrayList<>(scroll().offers());
    offers.add(Offer.as(Command.COPY, "COPY.request"));
    return offers;
  }

  @Override
  public Move run(Command command) {
    if (command == Command.COPY) {
      return Move.act(
          new Action.Copy(model.session().printer().json(state.change().change().request())));
    }
    return scroll().after(command).stream()
        .mapToObj(first -> Move.become(new ScreenState.ChangeDetail(state.change(), first)))
        .findFirst()
        .orElse(Move.none());
  }
}
