package dev.firstday.tui.screens.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Language;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.practice.Scenario;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.tui.Accounts;
import dev.firstday.tui.Driver;
import dev.firstday.tui.SetClock;
import dev.firstday.tui.Small;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.widgets.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From nothing to the list, and coming back. */
class OnboardingFlowTest {
  private static Driver practice() {
    SetClock clock = new SetClock();
    return new Driver(
        Accounts.practice(Accounts.ALL, Scenario.NEW, Map.of(), clock, true),
        clock,
        Language.EN,
        new Size(80, 24),
        Glyphs.UNICODE,
        true);
  }

  @Test
  void a_new_account_is_shown_then_how_much_to_do_then_the_few_questions_then_the_list() {
    Driver wizard = practice().start().press(Key.ENTER);
    assertInstanceOf(StartState.Arrival.class, wizard.top());
    assertTrue(wizard.text().contains("arn:aws:iam::123456789012:user/aoi"));
    wizard.press(Key.ENTER, Key.UP, Key.ENTER);
    assertEquals("minimal", wizard.app.model().session().shared().get(Catalog.PRESET));
    assertInstanceOf(StartState.AnswerForm.class, wizard.top());
    wizard.type("alerts@example.com").press(Key.ENTER);
    while (wizard.top() instanceof StartState.AnswerForm) {
      wizard.press(Key.ENTER);
    }
    assertInstanceOf(StepState.StepList.class, wizard.top());
    assertEquals("alerts@example.com", wizard.app.model().session().shared().get("email"));
    assertTrue(wizard.app.model().step("guardduty").skipped().isPresent(), "minimal is free");
  }

  @Test
  void nothing_has_to_be_answered() {
    Driver wizard = practice().start().press(Key.ENTER, Key.ENTER, Key.ENTER);
    for (int i = 0; i < 12 && wizard.top() instanceof StartState.AnswerForm; i++) {
      wizard.press(Key.ENTER);
    }
    assertInstanceOf(StepState.StepList.class, wizard.top());
  }

  @Test
  void escape_goes_back_page_by_page_and_ends_in_the_list() {
    Driver wizard = practice().start().press(Key.ENTER, Key.ENTER, Key.ENTER, Key.ESCAPE);
    assertInstanceOf(StartState.Presets.class, wizard.top());
    wizard.press(Key.ESCAPE);
    assertInstanceOf(StartState.Arrival.class, wizard.top());
    wizard.press(Key.ESCAPE);
    assertInstanceOf(StepState.StepList.class, wizard.top());
  }

  @Test
  void what_the_account_is_for_changes_the_price() {
    Driver wizard = practice().start().press(Key.ENTER, Key.ENTER);
    String before = line("Recommended", wizard);
    wizard.press(Key.DOWN, Key.DOWN, Key.RIGHT);
    assertTrue(wizard.text().contains("(*) Development"));
    assertFalse(before.equals(line("Recommended", wizard)), before);
  }

  private static String line(String start, Driver wizard) {
    return wizard.text().lines().filter(line -> line.contains(start)).findFirst().orElseThrow();
  }

  @Test
  void preset_and_answers_can_be_changed_later() {
    Driver wizard = practice().start().press(Key.ENTER, Key.ESCAPE).type("e");
    assertInstanceOf(StartState.Presets.class, wizard.top());
  }

  @Test
  void who_quits_before_the_list_begins_at_the_account_again() {
    Small account = new Small();
    account.first = true;
    account.driver().start().type("q");
    assertTrue(account.notes.seen().isEmpty());
    assertInstanceOf(StartState.Arrival.class, account.driver().start().top());
  }

  @Test
  void who_has_seen_the_list_comes_back_to_it_and_is_told_what_changed_since() {
    Small account = new Small();
    account.first = true;
    Driver first = account.driver().start();
    while (!(first.top() instanceof StepState.StepList)) {
      first.press(Key.ENTER);
    }
    first.type("q");
    assertEquals(Verdict.TODO, account.notes.seen().orElseThrow().verdicts().get("root"));

    account.first = false;
    account.keepSeen = true;
    account.done.add("root");
    Driver again = account.driver().start();
    assertInstanceOf(StepState.StepList.class, again.top());
    assertEquals(
        List.of("root"), again.app.model().changedSince(true).stream().map(s -> s.id()).toList());
    assertTrue(again.text().contains("Since 2026-11-22 14:02 +09:00: done 1"), again.text());
  }

  @Test
  void what_firstday_did_itself_is_no_news() {
    Small account = new Small();
    Driver first = account.driver().start().type("R");
    account.keepSeen = true;
    Driver again = account.driver().start();
    assertFalse(again.text().contains("Since"));
    again.press(Key.DOWN).type(" a");
    account.clock.forward(java.time.Duration.ofSeconds(1));
    again.type("9012").press(Key.ENTER, Key.ESCAPE);
    assertEquals(List.of("policy"), account.written);
    assertFalse(again.text().contains("Since"), again.text());
    assertInstanceOf(StepState.StepList.class, first.top());
  }
}
