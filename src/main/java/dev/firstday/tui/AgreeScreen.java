package dev.firstday.tui;

import java.util.List;

/** The question whether to replace something of ours that was left unfinished. */
record AgreeScreen(ScreenState.Agreeing state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("place.agree");
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
    String what =
        words.change(
            model.step(state.change().steps().getFirst()).entry(), state.change().change());
    document.text(what, Role.TITLE).blank();
    document.text(words.say("agree.what"));
    return Body.of(document.lines());
  }

  @Override
  public List<Offer> offers() {
    return List.of(Offer.as(Command.OPEN, "OPEN.agree"), Offer.as(Command.BACK, "BACK.keep"));
  }

  @Override
  public Move run(Command command) {
    return Move.back().and(new Action.Tell(new Told.Agreed(command == Command.OPEN)));
  }
}
