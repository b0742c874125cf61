package dev.firstday.tui;

import java.util.List;

/** A one-time password, shown once. */
record PasswordScreen(ScreenState.Password state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("place.password");
  }

  @Override
  public Line standing() {
    return Line.EMPTY;
  }

  @Override
  public Body body() {
    Words words = model.words();
    Document document = new Document(model.columns());
    document.line(Line.EMPTY);
    document.text(words.common("person.password", state.password().user()), Role.TITLE).blank();
    document.line(Line.of("    " + state.password().password().text(), Role.KEY)).blank();
    document.text(words.common("person.sign-in", state.password().signIn())).blank();
    document.text(words.say("password.never-again"), Role.ATTENTION);
    return Body.of(document.lines());
  }

  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public List<Offer> offers() {
    return List.of(Offer.as(Command.OPEN, "OPEN.kept"), Offer.of(Command.BACK).hidden());
  }

  /** Only Enter leaves it: what is gone is gone. */
  @Override
  public Move run(Command command) {
    return command == Command.OPEN
        ? Move.back().and(new Action.Tell(new Told.Seen()))
        : Move.say(model.words().say("password.enter"));
  }
}
