package dev.firstday.tui.screens.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.terminal.Key;
import dev.firstday.tui.Driver;
import dev.firstday.tui.Small;
import dev.firstday.tui.model.StepState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByHandScreenTest {
  private static final String LINK = "https://console.aws.amazon.com/root";

  private final Small account = new Small();

  private Driver opened() {
    Driver wizard = account.driver().start().press(Key.ENTER, Key.ENTER);
    assertInstanceOf(StepState.ByHand.class, wizard.top());
    return wizard;
  }

  @Test
  void the_link_stands_alone_in_the_first_column() {
    assertTrue(opened().text().lines().anyMatch(LINK::equals));
  }

  @Test
  void it_looks_every_five_seconds_then_every_thirty_and_stops() {
    Driver wizard = opened();
    int before = account.looks;
    for (int i = 0; i < 24; i++) {
      wizard.wait(Duration.ofSeconds(5));
    }
    assertEquals(24, account.looks - before);
    wizard.wait(Duration.ofSeconds(5));
    assertEquals(24, account.looks - before);
    for (int i = 0; i < 60; i++) {
      wizard.wait(Duration.ofSeconds(30));
    }
    int all = account.looks - before;
    assertTrue(all > 55 && all < 65, "looked " + all + " times in 20 minutes");
    assertTrue(wizard.app.wakeAt().isEmpty());
    assertTrue(wizard.text().contains("no longer checks by itself"));
  }

  @Test
  void it_says_once_that_the_step_is_done() {
    Driver wizard = opened();
    account.done.add("root");
    wizard.wait(Duration.ofSeconds(5));
    assertEquals("Done: Root step. firstday has seen it.", wizard.status());
    assertTrue(wizard.text().contains("firstday sees it: done."));
    assertTrue(wizard.app.wakeAt().isEmpty(), "nothing is left to watch");
    wizard.press(Key.DOWN);
    assertFalse(wizard.status().contains("has seen it"));
  }

  @Test
  void looking_ends_when_the_page_is_left() {
    Driver wizard = opened().press(Key.ESCAPE);
    assertTrue(wizard.app.wakeAt().isEmpty());
  }

  @Test
  void a_browser_that_makes_no_sense_here_is_not_offered() {
    Driver wizard = opened().type("o");
    assertEquals(List.of(), wizard.opened);
    assertFalse(wizard.keyBar().contains("open page"));
  }

  @Test
  void the_link_is_shown_alone_and_copied() {
    Driver wizard = opened().type("O");
    assertTrue(wizard.alone.getFirst().contains("\n" + LINK + "\n"));
    wizard.type("y");
    assertEquals(List.of(LINK), wizard.copied);
    assertTrue(wizard.status().contains("Sent to your terminal"));
  }

  @Test
  void a_persons_word_is_taken_with_the_name_and_taken_back() {
    Driver wizard = account.driver().start().press(Key.END, Key.ENTER, Key.ENTER).type("d");
    assertEquals("aoi", account.notes.attestations().get("word").by());
    assertTrue(wizard.text().contains("aoi reported it as done"));
    wizard.type("d");
    assertTrue(account.notes.attestations().isEmpty());
  }
}
