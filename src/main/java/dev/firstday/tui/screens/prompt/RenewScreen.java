package dev.firstday.tui.screens.prompt;

import dev.firstday.engine.Texts;
import dev.firstday.engine.plan.Secret;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Key;
import dev.firstday.terminal.Width;
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
import java.util.Optional;

/** The code of an MFA device, asked for in the middle of an apply whose session has ended. */
public record RenewScreen(PromptState.Renewing state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("tui.place.renew");
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
    Texts words = model.words();
    Document document = new Document(model.columns());
    document.line(Line.EMPTY);
    words.problem(state.problem()).forEach(text -> document.text(text, Role.ATTENTION));
    document.blank().text(words.say("remedy.EXPIRED.mfa")).text(words.say("tui.apply.paused"));
    document.blank();
    int row = document.lines().size();
    String label = words.say("tui.renew.code");
    String typed = Width.padRight(state.code().text(), EnrolScreen.DIGITS + 1);
    document.line(Line.of(" " + label).and(" [ ", Role.KEY).and(typed).and("]", Role.KEY));
    if (state.shortCode()) {
      document.blank().text(words.say("person.six-digits"), Role.ERROR);
    }
    return new Body(document.lines(), Caret.at(Width.of(label) + 4 + state.code().caret(), row));
  }

  @Override
  public boolean typing() {
    return true;
  }

  @Override
  public List<CommandOption> offers() {
    return List.of(
        CommandOption.as(Command.OPEN, "OPEN.go-on"),
        CommandOption.as(Command.BACK, "OPEN.stop"),
        CommandOption.as(Command.INTERRUPT, "INTERRUPT.stop").hidden());
  }

  @Override
  public Optional<Update> type(Key key) {
    return key.kind() == Key.Kind.CHARACTER
        ? paste(key.text())
        : state.code().press(key).map(text -> Update.become(state.typed(text)));
  }

  @Override
  public Optional<Update> paste(String text) {
    return Optional.of(Update.become(state.typed(EnrolScreen.code(state.code(), text))));
  }

  @Override
  public Update run(Command command) {
    return switch (command) {
      case OPEN -> enter();
      case BACK, INTERRUPT -> Update.open(new PromptState.Stopping());
      default -> Update.none();
    };
  }

  private Update enter() {
    return state.code().text().length() == EnrolScreen.DIGITS
        ? Update.back()
            .and(new Action.Tell(new PromptAnswer.MfaCode(Secret.of(state.code().text()))))
        : Update.become(state.wrong());
  }
}
