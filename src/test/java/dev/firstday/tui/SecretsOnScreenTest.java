package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.practice.Scenario;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.Commands;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.Stack;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.Size;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that a step finds is on no screen. */
class SecretsOnScreenTest {
  /** What the half-done practice account has in the variables of a function. */
  private static final String MARK = "practice-marker-never-shown";

  @Test
  void no_page_of_any_step_shows_the_value_that_was_found() {
    Driver wizard =
        Driver.of(
                Accounts.practice(
                    Accounts.ALL, Scenario.HALF_DONE, Accounts.ANSWERS, new SetClock()))
            .start();
    int steps = Accounts.ALL.steps().size();
    List<String> frames = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      wizard.press(Key.ENTER);
      for (int page = 0; page < 6; page++) {
        frames.add(wizard.text());
        wizard.press(Key.PAGE_DOWN);
      }
      wizard.press(Key.ESCAPE);
      frames.add(wizard.text());
      wizard.press(Key.DOWN);
    }
    assertTrue(frames.stream().anyMatch(frame -> frame.contains("DB_PASSWORD")));
    assertEquals(List.of(), frames.stream().filter(frame -> frame.contains(MARK)).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "enrol", "enrol-refused", "enrol-later", "renew"})
  void a_page_with_a_secret_cannot_be_copied_as_a_whole(String scene) {
    Driver wizard = Scene.named(scene).in(Language.EN, new Size(80, 24), Glyphs.UNICODE);
    ScreenState before = wizard.top();
    wizard.type("Y");
    assertEquals(before, wizard.top());
    assertEquals(List.of(), wizard.copied);
    Model model = wizard.app.model();
    Stack stack = wizard.app.view().stack();
    assertTrue(
        Commands.offers(stack, Screens.of(stack, model), model).options().stream()
            .noneMatch(offer -> offer.command() == Command.COPY_PAGE));
  }

  @Test
  void any_other_page_can() {
    Driver wizard = Scene.named("list").in(Language.EN, new Size(80, 24), Glyphs.UNICODE);
    wizard.type("Y");
    assertEquals(1, wizard.copied.size());
  }
}
