package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.terminal.Key;
import dev.firstday.tui.model.PlanState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A state folder that can't be written any more is told of on a page, and ends nothing. */
class UnkeptTest {
  private final Small account = new Small();

  private Driver planned() {
    Driver wizard = account.driver().start().press(Key.DOWN).type(" a");
    account.clock.forward(Duration.ofSeconds(1));
    return wizard;
  }

  @Test
  void a_disk_that_is_full_in_an_apply_is_told_on_the_result_page() {
    Driver wizard = planned();
    account.journal.room(0);
    account.notes.full();
    wizard.type("9012").press(Key.ENTER);
    assertTrue(wizard.app.ended().isEmpty());
    assertInstanceOf(PlanState.Result.class, wizard.app.view().stack().top());
    assertTrue(wizard.text().contains("No space left on device"), wizard.text());
    assertEquals(List.of(), account.written);
  }

  @Test
  void what_was_written_is_told_although_its_end_could_not_be_recorded() {
    Driver wizard = planned();
    account.journal.room(1);
    account.notes.full();
    wizard.type("9012").press(Key.ENTER);
    assertInstanceOf(PlanState.Result.class, wizard.app.view().stack().top());
    assertEquals(1, account.written.size());
    assertTrue(wizard.text().contains("No space left on device"), wizard.text());
  }

  @Test
  void how_the_steps_stood_that_can_not_be_kept_is_said_and_no_more() {
    Driver wizard = account.driver().start();
    account.notes.full();
    wizard.type("r");
    assertTrue(wizard.app.ended().isEmpty());
    assertTrue(wizard.text().contains("notes can't be written"), wizard.text());
  }

  @Test
  void what_is_typed_and_can_not_be_kept_holds_for_this_run() {
    account.done.add("policy");
    Driver wizard = account.driver().start().type("a");
    account.notes.full();
    wizard.type("a@b");
    assertTrue(wizard.text().contains("notes can't be written"), wizard.text());
    wizard.press(Key.ESCAPE).type("a");
    assertTrue(wizard.text().contains("[ a@b"), wizard.text());
  }
}
