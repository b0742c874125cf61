package dev.firstday.tui.screens.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.engine.account.Delay;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.terminal.Key;
import dev.firstday.tui.Driver;
import dev.firstday.tui.NoRegion;
import dev.firstday.tui.SetClock;
import dev.firstday.tui.Small;
import dev.firstday.tui.Wizard;
import dev.firstday.tui.WizardOptions;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.widgets.Palette;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WelcomeScreenTest {
  private final AtomicBoolean fails = new AtomicBoolean(true);
  private final Driver wizard =
      Driver.of(
          () -> {
            if (fails.get()) {
              throw new CallFailed(
                  Small.problem(Problem.Kind.CREDENTIALS), new IllegalStateException());
            }
            return new Small().connect();
          });

  @Test
  void the_first_frame_needs_no_answer_from_aws() {
    assertTrue(wizard.hold().start().text().contains("Signing in..."));
  }

  @Test
  void whoever_is_not_signed_in_is_told_how_and_may_try_again() {
    wizard.start();
    assertTrue(wizard.text().lines().anyMatch("aws login"::equals));
    assertTrue(wizard.text().contains("firstday --practice"));
    fails.set(false);
    wizard.type("r");
    assertInstanceOf(StepState.StepList.class, wizard.top());
  }

  @Test
  void whoever_has_no_region_is_told_how_to_choose_one() {
    Driver without =
        Driver.of(
            () -> {
              throw new NoRegion();
            });
    without.start();
    assertTrue(without.text().lines().anyMatch("firstday --region ap-northeast-1"::equals));
    assertTrue(without.keyBar().contains("r try again"));
    without.type("q");
    assertEquals(5, without.app.ended().orElseThrow());
  }

  @Test
  void whoever_cannot_sign_in_is_told_where_the_calls_are_logged() {
    wizard.log = Optional.of("~/logs/run.log");
    wizard.start();
    assertTrue(wizard.text().contains("Every call of this run is in the log ~/logs/run.log"));
    wizard.type("L");
    assertTrue(wizard.text().contains("この実行のAPI呼び出しのログ: ~/logs/run.log"));
  }

  @Test
  void quitting_without_credentials_ends_with_5() {
    wizard.start().type("q");
    assertEquals(5, wizard.app.ended().orElseThrow());
    assertEquals(1, wizard.app.summary().size());
  }

  @Test
  void a_sign_in_that_takes_long_is_told() {
    wizard.hold().start();
    wizard.delays.accept(new Delay("sts GetCallerIdentity", 1, 3));
    wizard.settle();
    assertEquals("AWS is slow to answer: sts GetCallerIdentity", wizard.status());
  }

  @Test
  void another_try_to_sign_in_is_not_called_slow_for_the_one_before() {
    wizard.hold().start();
    wizard.delays.accept(new Delay("sts GetCallerIdentity", 1, 3));
    wizard.settle();
    wizard.wait(Duration.ofSeconds(10)).press(Key.ESCAPE).type("r");
    assertEquals("Nothing has been changed in AWS in this session.", wizard.status());
  }

  @Test
  void keys_work_while_signing_in() {
    wizard.hold().start().type("L");
    assertTrue(wizard.text().contains("サインイン中"));
    wizard.press(Key.control('z'));
    assertEquals(1, wizard.suspended);
  }

  @Test
  void one_frame_is_rendered_without_a_terminal() {
    WizardOptions options =
        new WizardOptions(
            () -> new Small().connect(),
            "1.0",
            "firstday",
            new DisplayPreferences(dev.firstday.catalog.Language.EN, Palette.NORMAL),
            false,
            look -> {},
            new SetClock(),
            () -> java.time.ZoneOffset.UTC,
            new dev.firstday.terminal.Browser(java.util.Map.of()),
            java.util.Map.of(),
            Driver.NO_FILES,
            text -> {},
            new Delays());
    String frame = new Wizard(options).renderOnce(80, 24);
    assertEquals(24, frame.lines().count());
    assertTrue(frame.contains("Policy step"), frame);
  }
}
