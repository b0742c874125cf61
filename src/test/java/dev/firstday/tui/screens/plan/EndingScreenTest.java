package dev.firstday.tui.screens.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.practice.Scenario;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.tui.Accounts;
import dev.firstday.tui.Driver;
import dev.firstday.tui.SetClock;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.widgets.Size;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is said at the end of a day. */
class EndingScreenTest {
  private static Driver practice(SetClock clock) {
    return new Driver(
            Accounts.practice(Accounts.ALL, Scenario.NEW, Accounts.ANSWERS, clock, false),
            clock,
            Language.EN,
            new Size(120, 60),
            Glyphs.UNICODE)
        .start();
  }

  @Test
  void texts_and_prices_of_long_ago_are_said_to_be() {
    SetClock clock = new SetClock();
    assertFalse(practice(clock).type("v").text().contains("newer firstday"));
    clock.forward(Duration.ofDays(190));
    String later = practice(clock).type("v").text();
    assertTrue(later.contains("Texts and prices are from 2026-"), later);
    assertTrue(later.contains("newer firstday"), later);
  }

  @Test
  void what_waits_says_what_for() {
    SetClock clock = new SetClock();
    Driver wizard = practice(clock).type("/AWS Health").press(Key.ENTER, Key.ENTER, Key.ENTER);
    clock.forward(Duration.ofSeconds(1));
    String result = wizard.type("9012").press(Key.ENTER).text();
    String next = result.substring(result.indexOf("How to go on"), result.indexOf("Done: "));
    assertTrue(next.contains("alerts@example.com"), result);
    wizard.press(Key.ESCAPE, Key.ESCAPE, Key.ESCAPE).type("v");
    String ending = wizard.text();
    assertTrue(ending.contains("Waiting, for a mail to be confirmed or for AWS: 1"), ending);
    String waiting = ending.substring(ending.indexOf("Waiting, for"));
    assertTrue(waiting.contains("alerts@example.com"), ending);
  }

  @Test
  void what_firstday_can_do_is_planned_from_here() {
    Driver wizard = practice(new SetClock()).type("v");
    assertTrue(wizard.text().contains("a plans what firstday can do: "), wizard.text());
    wizard.type("a");
    assertTrue(
        wizard.top() instanceof PlanState.Planning || wizard.top() instanceof StartState.AnswerForm,
        wizard.text());
  }
}
