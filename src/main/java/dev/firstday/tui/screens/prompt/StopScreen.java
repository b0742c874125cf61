package dev.firstday.tui.screens.prompt;

import dev.firstday.engine.Texts;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.List;

/** The one question before leaving: only while changes are being made. */
public record StopScreen(Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("tui.place.stop");
  }

  @Override
  public Line standing() {
    return Line.EMPTY;
  }

  @Override
  public Body body() {
    Texts words = model.words();
    Document document = new Document(model.columns());
    document.line(Line.EMPTY);
    document.text(words.say("tui.stop.question"), Role.TITLE).blank();
    document.text(words.say("tui.stop.what"));
    return Body.of(document.lines());
  }

  @Override
  public List<CommandOption> offers() {
    return List.of(
        CommandOption.as(Command.OPEN, "OPEN.stop"),
        CommandOption.as(Command.BACK, "BACK.go-on"),
        CommandOption.as(Command.INTERRUPT, "INTERRUPT.stop").hidden());
  }

  @Override
  public Update run(Command command) {
    return switch (command) {
      case OPEN, INTERRUPT -> Update.back().and(new Action.StopApplying());
      default -> Update.back();
    };
  }
}
