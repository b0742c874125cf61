package dev.firstday.tui.screens.prompt;

import dev.firstday.engine.Texts;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Key;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reason for leaving a step out; it is kept with the step. */
public record SkipScreen(PromptState.Skipping state, Model model) implements Screen {
  @Override
  public String place() {
    return Labels.step(model.step(state.step()), model);
  }

  @Override
  public Line standing() {
    return Badge.of(model.step(state.step()), model.words()).line();
  }

  private String label() {
    return " " + model.words().say("tui.skip.reason") + " ";
  }

  private int room() {
    return Math.max(8, model.columns() - Width.of(label()) - 4);
  }

  @Override
  public Body body() {
    Texts words = model.words();
    Document document = new Document(model.columns());
    document.line(Line.EMPTY);
    document.text(words.say("tui.skip.what")).blank();
    List<Line> lines = new ArrayList<>(document.lines());
    int row = lines.size();
    lines.add(
        Line.of(label(), Role.TITLE)
            .and("[ ", Role.KEY)
            .and(Width.padRight(state.reason().window(room()), room()))
            .and("]", Role.KEY));
    Caret caret = Caret.at(Width.of(label()) + 2 + state.reason().caretColumn(room()), row);
    return new Body(lines, caret);
  }

  @Override
  public boolean typing() {
    return true;
  }

  @Override
  public List<CommandOption> offers() {
    return List.of(CommandOption.as(Command.OPEN, "OPEN.skip"));
  }

  @Override
  public Optional<Update> type(Key key) {
    return state.reason().press(key).map(this::typed);
  }

  private Update typed(TextField text) {
    return Update.become(new PromptState.Skipping(state.step(), text));
  }

  @Override
  public Optional<Update> paste(String text) {
    return Optional.of(typed(state.reason().typed(text)));
  }

  @Override
  public Update run(Command command) {
    String typed = state.reason().text().strip();
    String reason = typed.isEmpty() ? model.words().say("tui.skip.no-reason") : typed;
    return Update.back().and(new Action.Skip(state.step(), Optional.of(reason)));
  }
}
