package dev.firstday.tui.screens.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.terminal.Key;
import dev.firstday.tui.Driver;
import dev.firstday.tui.Small;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.widgets.TextField;
import org.junit.jupiter.api.Test;

class HelpScreenTest {
  private final Driver wizard = new Small().driver().start();

  @Test
  void typing_narrows_and_enter_does_it() {
    wizard.press(Key.DOWN).type("?leave the step");
    assertFalse(wizard.text().contains("draw the screen again"));
    wizard.press(Key.ENTER);
    assertEquals(new PromptState.Skipping("policy", TextField.of("")), wizard.top());
    wizard.press(Key.ESCAPE);
    assertInstanceOf(StepState.StepList.class, wizard.top());
  }

  @Test
  void words_of_the_other_language_find_it_too() {
    wizard.type("?再描画");
    assertTrue(wizard.text().contains("draw the screen again"));
  }

  @Test
  void escape_returns_to_the_same_place() {
    ScreenState before = wizard.press(Key.DOWN, Key.DOWN).top();
    assertEquals(before, wizard.press(Key.F1, Key.DOWN, Key.ESCAPE).top());
  }

  @Test
  void nothing_found_does_nothing() {
    wizard.type("?zzzz").press(Key.ENTER, Key.DOWN);
    assertInstanceOf(StartState.Help.class, wizard.top());
  }
}
