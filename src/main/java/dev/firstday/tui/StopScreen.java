package dev.firstday.tui;

import java.util.List;

/** The one question before leaving: only while changes are being made. */
record StopScreen(Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("place.stop");
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
    document.text(words.say("stop.question"), Role.TITLE).blank();
    document.text(words.say("stop.what"));
    return Body.of(document.lines());
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        Offer.as(Command.OPEN, "OPEN.stop"),
        Offer.as(Command.BACK, "BACK.go-on"),
        Offer.as(Command.INTERRUPT, "INTERRUPT.stop").hidden());
  }

  @Override
  public Move run(Command command) {
    return switch (command) {
      case OPEN, INTERRUPT -> Move.back().and(new Action.StopApplying());
      default -> Move.back();
    };
  }
}
