package dev.firstday.tui.screens.prompt;

import dev.firstday.terminal.Key;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.TextField;
import java.util.Optional;
import java.util.function.Function;

/** A question over another screen, with a field or without one. */
record Prompt(
    String place,
    Line standing,
    Body body,
    boolean secret,
    Offers choices,
    Optional<PromptField> field)
    implements Screen {
  /**
   * @param typed the field after more was typed or pasted
   * @param state the screen with what the field holds
   */
  record PromptField(
      TextField text,
      Function<String, TextField> typed,
      Function<TextField, ? extends ScreenState> state) {}

  @Override
  public boolean typing() {
    return field.isPresent();
  }

  @Override
  public Optional<Update> type(Key key) {
    return key.kind() == Key.Kind.CHARACTER
        ? paste(key.text())
        : field.flatMap(
            in -> in.text().press(key).map(text -> Update.become(in.state().apply(text))));
  }

  @Override
  public Optional<Update> paste(String text) {
    return field.map(in -> Update.become(in.state().apply(in.typed().apply(text))));
  }
}
