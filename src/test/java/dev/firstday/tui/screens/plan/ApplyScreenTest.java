package dev.firstday.tui.screens.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.Problem;
import dev.firstday.terminal.Key;
import dev.firstday.tui.Driver;
import dev.firstday.tui.Models;
import dev.firstday.tui.PersonAtScreen;
import dev.firstday.tui.Small;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PromptAnswer;
import dev.firstday.tui.model.PromptState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ApplyScreenTest {
  private final Small account = new Small();

  private Driver planned() {
    Driver wizard = account.driver().start().press(Key.DOWN).type(" a");
    account.clock.forward(Duration.ofSeconds(1));
    return wizard;
  }

  private Driver applying() {
    return planned().hold().type("9012").press(Key.ENTER);
  }

  @Test
  void rows_wait_until_their_call_is_made() {
    Driver wizard = applying();
    assertTrue(wizard.text().contains("[ ] iam CreateThing"));
    assertTrue(wizard.text().contains("0 of 1 done"));
    wizard.release();
    assertTrue(wizard.text().contains("[x] iam CreateThing"));
    assertTrue(wizard.text().contains("nothing missing"));
    assertTrue(wizard.status().contains("1 change made"));
  }

  @Test
  void nothing_ticks_except_while_applying() {
    Driver wizard = planned();
    assertTrue(wizard.app.wakeAt().isEmpty());
    wizard.hold().type("9012").press(Key.ENTER);
    assertEquals(account.clock.instant().plusSeconds(1), wizard.app.wakeAt().orElseThrow());
    wizard.wait(Duration.ofSeconds(61));
    assertTrue(wizard.text().contains("01:01"));
    wizard.release();
    assertTrue(wizard.app.wakeAt().isEmpty());
  }

  @Test
  void nothing_ticks_at_all_where_nothing_may_move() {
    Driver wizard = planned();
    wizard.hold().type("9012").press(Key.ENTER);
    wizard.wait(Duration.ofSeconds(61));
    ApplyScreen still =
        new ApplyScreen(
            (PlanState.Applying) wizard.top(),
            Models.look(wizard.app.model().look().asStill(), wizard.app.model()));
    assertTrue(still.wakeAt().isEmpty());
    assertFalse(still.standing().text().contains("01:01"));
    wizard.release();
  }

  @Test
  void the_first_control_z_says_that_changes_are_being_made() {
    Driver wizard = applying();
    wizard.press(Key.control('z'));
    assertEquals(0, wizard.suspended);
    assertTrue(wizard.status().contains("Press Ctrl+Z again"), wizard.status());
    wizard.press(Key.control('z'));
    assertEquals(1, wizard.suspended);
    wizard.release();
    wizard.press(Key.control('z'));
    assertEquals(2, wizard.suspended, "nothing is at risk now");
  }

  @Test
  void the_first_control_c_stops_after_the_call_in_flight() {
    Driver wizard = applying();
    wizard.press(Key.control('c'));
    assertTrue(wizard.app.ended().isEmpty());
    assertTrue(wizard.status().contains("Stopping"));
    wizard.release();
    PlanState.Result result = (PlanState.Result) wizard.top();
    assertEquals(Outcome.Ending.STOPPED, result.outcome().ending());
    assertEquals(List.of(), account.written);
  }

  @Test
  void the_second_control_c_leaves_now_and_a_late_one_does_not() {
    Driver wizard = applying();
    wizard.press(Key.control('c'));
    wizard.clock.forward(Duration.ofSeconds(6));
    wizard.press(Key.control('c'));
    assertTrue(wizard.app.ended().isEmpty());
    wizard.press(Key.control('c'));
    assertEquals(130, wizard.app.ended().orElseThrow());
  }

  @Test
  void a_pause_says_what_to_do_and_enter_goes_on() {
    Driver wizard = applying();
    assertFalse(wizard.keyBar().contains("go on"));
    wizard.happened(
        new ApplyEvent.Paused(
            Small.problem(Problem.Kind.EXPIRED),
            Note.of("remedy.EXPIRED.command", "aws sso login")));
    assertTrue(wizard.text().contains("Your credentials have expired."));
    assertTrue(wizard.text().contains("aws sso login"));
    assertTrue(wizard.status().contains("Paused"));
    assertTrue(wizard.keyBar().contains("go on"), wizard.keyBar());
    wizard.press(Key.ENTER);
    wizard.happened(new ApplyEvent.Resumed());
    assertTrue(wizard.text().contains("Going on."));
    assertFalse(wizard.keyBar().contains("go on"));
  }

  @Test
  void enter_goes_on_with_an_apply_that_waits_and_control_c_ends_it() throws Exception {
    for (boolean further : List.of(true, false)) {
      PersonAtScreen person = new PersonAtScreen(event -> {});
      FutureTask<Boolean> wait = new FutureTask<>(() -> person.goOn(null, null));
      Thread waiting = Thread.ofVirtual().start(wait);
      while (waiting.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      person.tell(further ? new PromptAnswer.GoOn() : new PromptAnswer.GaveUp());
      assertEquals(further, wait.get(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void a_call_that_aws_makes_wait_for_is_in_the_log() {
    Driver wizard = applying();
    wizard.late(new Delay("iam CreateThing", 2, 3));
    assertTrue(wizard.text().contains("trying iam CreateThing again (2 of 3)"), wizard.text());
  }

  @Test
  void of_many_calls_that_aws_makes_wait_for_the_log_has_the_last() {
    Driver wizard = applying();
    int before = ((PlanState.Applying) wizard.top()).log().size();
    for (int attempt = 1; attempt <= 3; attempt++) {
      wizard.late(new Delay("iam CreateThing", attempt, 3));
    }
    assertEquals(before + 1, ((PlanState.Applying) wizard.top()).log().size());
    assertTrue(wizard.text().contains("trying iam CreateThing again (3 of 3)"), wizard.text());
  }

  @Test
  void quitting_asks_only_while_applying() {
    Driver wizard = applying().type("q");
    assertInstanceOf(PromptState.Stopping.class, wizard.top());
    wizard.press(Key.ESCAPE);
    assertInstanceOf(PlanState.Applying.class, wizard.top());
    wizard.type("q").press(Key.ENTER);
    wizard.release();
    assertInstanceOf(PlanState.Result.class, wizard.top());
    wizard.type("q");
    assertEquals(0, wizard.app.ended().orElseThrow());
  }

  @Test
  void escape_does_not_leave_an_apply() {
    assertInstanceOf(PlanState.Applying.class, applying().press(Key.ESCAPE).top());
  }

  @Test
  void a_failure_says_what_why_and_how_to_go_on() {
    account.fails = Optional.of(Small.problem(Problem.Kind.DENIED));
    Driver wizard = planned().type("9012").press(Key.ENTER);
    String text = wizard.text();
    assertTrue(text.contains("Not all could be done"));
    assertTrue(text.contains("You are not allowed to call iam:CreateThing."));
    assertTrue(text.contains("No policy of you allows it."));
    assertTrue(text.contains("\nJSON {Version=2012-10-17"), "the policy starts in column 1");
    assertTrue(text.contains("press a"));
    account.fails = Optional.empty();
    wizard.type("a");
    assertInstanceOf(PlanState.Planning.class, wizard.top());
  }

  @Test
  void a_call_in_flight_is_named_when_one_leaves_at_once() {
    account.onWrite =
        id -> {
          throw new OutOfMemoryError("the process ends here");
        };
    Driver wizard = applying();
    try {
      wizard.release();
    } catch (OutOfMemoryError e) {
      wizard.settle();
    }
    assertTrue(String.join("\n", wizard.app.summary()).contains("Unknown: iam CreateThing"));
  }

  @Test
  void the_summary_has_at_most_twelve_lines() {
    Driver wizard = planned().type("9012").press(Key.ENTER);
    List<String> summary = wizard.app.summary();
    assertTrue(summary.size() <= 12);
    assertTrue(summary.contains("  + iam CreateThing"));
    assertFalse(summary.contains(""));
  }
}
