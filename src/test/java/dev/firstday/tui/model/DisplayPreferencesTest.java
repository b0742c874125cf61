package dev.firstday.tui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.terminal.Width;
import dev.firstday.tui.Driver;
import dev.firstday.tui.Small;
import dev.firstday.tui.widgets.Palette;
import dev.firstday.tui.widgets.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person can choose about the screens: language, colours, mask, mouse. */
class DisplayPreferencesTest {
  private final Small account = new Small();

  private Driver firstRun() {
    return firstRun(new DisplayPreferences(Language.EN, Palette.NORMAL));
  }

  private Driver firstRun(DisplayPreferences look) {
    boolean ascii = look.onlyEnglish();
    Glyphs glyphs = ascii ? Glyphs.ASCII : Glyphs.UNICODE;
    return new Driver(account, account.clock, look, new Size(80, 24), glyphs, true);
  }

  @Test
  void the_first_run_asks_for_a_look_while_it_signs_in() {
    Driver wizard = firstRun().start();
    assertInstanceOf(StartState.Setup.class, wizard.top());
    wizard.press(Key.RIGHT);
    assertTrue(wizard.text().contains("言語"), "the choice is seen at once");
    wizard.press(Key.DOWN, Key.RIGHT, Key.ENTER);
    assertInstanceOf(StepState.StepList.class, wizard.top());
    assertEquals(new DisplayPreferences(Language.JA, Palette.LIGHT), wizard.kept.getLast());
  }

  @Test
  void where_only_English_can_be_shown_no_other_language_is_offered() {
    Driver wizard =
        firstRun(new DisplayPreferences(Language.JA, Palette.NORMAL).asOnlyEnglish()).start();
    assertFalse(wizard.text().contains("日本語"), wizard.text());
    assertFalse(wizard.text().contains("L changes"), wizard.text());
    wizard.press(Key.RIGHT);
    assertTrue(wizard.status().contains("Only English here"), wizard.status());
    wizard.press(Key.ENTER).type("L");
    assertTrue(wizard.status().contains("Only English here"), wizard.status());
    wizard.type("ち");
    assertTrue(wizard.status().contains("Japanese input is on"), wizard.status());
    wizard.type("?");
    assertTrue(wizard.text().chars().allMatch(c -> c < 0x80), wizard.text());
    assertEquals(Language.EN, wizard.app.model().language());
  }

  @Test
  void taking_everything_as_it_is_keeps_it_too() {
    Driver wizard = firstRun().start().press(Key.ENTER);
    assertEquals(List.of(new DisplayPreferences(Language.EN, Palette.NORMAL)), wizard.kept);
  }

  @Test
  void the_colours_can_be_changed_on_any_page() {
    Driver wizard = account.driver().start().type("t");
    assertEquals(Palette.LIGHT, wizard.app.model().look().palette());
    assertTrue(wizard.status().contains("light background"));
    wizard.press(Key.ENTER).type("tt");
    assertEquals(Palette.NORMAL, wizard.kept.getLast().palette());
  }

  @Test
  void what_tells_whose_account_it_is_can_be_hidden_and_nothing_moves() {
    Driver wizard = account.driver().start();
    List<Integer> widths = widths(wizard);
    assertTrue(wizard.text().contains("111122229012"));
    wizard.type("x");
    assertFalse(wizard.text().contains("11112222"));
    wizard.press(Key.DOWN);
    assertEquals(widths.get(1), widths(wizard).get(1));
    wizard.type("Y");
    assertFalse(wizard.copied.getLast().contains("9012"), "nor is it copied");
    assertTrue(wizard.type("x").text().contains("111122229012"));
  }

  private static List<Integer> widths(Driver wizard) {
    return wizard.app.frame().lines().stream().map(line -> Width.of(line.text())).toList();
  }

  @Test
  void the_whole_page_is_copied_as_text_not_only_what_is_seen() {
    Driver wizard = account.driver().start().press(Key.DOWN, Key.ENTER).resize(80, 12);
    wizard.type("Y");
    String page = wizard.copied.getLast();
    assertTrue(page.contains("Because of policy."), page);
    assertTrue(page.contains("https://docs.aws.amazon.com/policy"), page);
    assertFalse(page.contains("help"), "keys are of no use on paper");
  }

  @Test
  void the_mouse_is_the_terminals_until_it_is_asked_for() {
    Driver wizard = account.driver().start();
    ScreenState before = wizard.top();
    wizard.click(5, 6);
    assertEquals(before, wizard.top());
    wizard.type("m");
    assertTrue(wizard.mouse);
    wizard.click(5, 6);
    assertEquals(StepState.StepList.start().at("mail"), wizard.top());
    wizard.click(5, 6);
    assertEquals(StepState.Detail.of("mail"), wizard.top());
    String bar = wizard.keyBar();
    wizard.click(Width.of(bar.substring(0, bar.indexOf("Esc"))), 23);
    assertInstanceOf(StepState.StepList.class, wizard.top());
    wizard.type("m");
    assertFalse(wizard.mouse);
  }
}
