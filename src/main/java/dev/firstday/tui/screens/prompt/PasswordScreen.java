package dev.firstday.tui.screens.prompt;

import dev.firstday.engine.Texts;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PromptAnswer;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.List;

/** A one-time password, shown once. */
public record PasswordScreen(PromptState.Password state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("tui.place.password");
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
    document.text(words.say("person.password", state.password().user()), Role.TITLE).blank();
    document.line(Line.of("    " + state.password().password().text(), Role.KEY)).blank();
    document.text(words.say("person.sign-in", state.password().signIn())).blank();
    document.text(words.say("tui.password.never-again"), Role.ATTENTION);
    return Body.of(document.lines());
  }

  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public List<CommandOption> offers() {
    return List.of(
        CommandOption.as(Command.OPEN, "OPEN.kept"), CommandOption.of(Command.BACK).hidden());
  }

  /** Only Enter leaves it: what is gone is gone. */
  @Override
  public Update run(Command command) {
    return command == Command.OPEN
        ? Update.back().and(new Action.Tell(new PromptAnswer.Acknowledged()))
        : Update.say(model.words().say("tui.password.enter"));
  }
}
