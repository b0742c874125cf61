package dev.firstday.tui;

import dev.firstday.engine.plan.Secret;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Key;
import dev.firstday.terminal.Width;
import java.util.List;
import java.util.Optional;

/** The code of an MFA device, asked for in the middle of an apply whose session has ended. */
record RenewScreen(ScreenState.Renewing state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("place.renew");
  }

  @Override
  public Line standing() {
    return Line.EMPTY;
  }

  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public Body body() {
    Words words = model.words();
    Document document = new Document(model.columns());
    document.line(Line.EMPTY);
    words.problem(state.problem()).forEach(text -> document.text(text, Role.ATTENTION));
    document.blank().text(words.common("remedy.EXPIRED.mfa")).text(words.say("apply.paused"));
    document.blank();
    int row = document.lines().size();
    String label = words.say("renew.code");
    String typed = Width.padRight(state.code().text(), EnrolScreen.DIGITS + 1);
    document.line(Line.of(" " + label).and(" [ ", Role.KEY).and(typed).and("]", Role.KEY));
    if (state.shortCode()) {
      document.blank().text(words.common("person.six-digits"), Role.ERROR);
    }
    return new Body(document.lines(), Caret.at(Width.of(label) + 4 + state.code().caret(), row));
  }

  @Override
  public boolean typing() {
    return true;
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        Offer.as(Command.OPEN, "OPEN.go-on"),
        Offer.as(Command.BACK, "OPEN.stop"),
        Offer.as(Command.INTERRUPT, "INTERRUPT.stop").hidden());
  }

  @Override
  public Optional<Move> type(Key key) {
    return key.kind() == Key.Kind.CHARACTER
        ? paste(key.text())
        : state.code().press(key).map(text -> Move.become(state.typed(text)));
  }

  @Override
  public Optional<Move> paste(String text) {
    return Optional.of(Move.become(state.typed(EnrolScreen.code(state.code(), text))));
  }

  @Override
  public Move run(Command command) {
    return switch (command) {
      case OPEN -> enter();
      case BACK, INTERRUPT -> Move.open(new ScreenState.Stopping());
      default -> Move.none();
    };
  }

  private Move enter() {
    return state.code().text().length() == EnrolScreen.DIGITS
        ? Move.back().and(new Action.Tell(new Told.Code(Secret.of(state.code().text()))))
        : Move.become(state.wrong());
  }
}
