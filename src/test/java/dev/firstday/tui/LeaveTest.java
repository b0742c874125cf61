package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.engine.StepView;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.practice.Hanging;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Wait;
import dev.firstday.tui.screens.step.StepsScreen;
import dev.firstday.tui.widgets.Size;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person waits for too long is left; nothing else is lost, and it can be had again. */
@Timeout(60)
class LeaveTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final SetClock clock = new SetClock();

  private Driver driver(Connector connector) {
    return new Driver(connector, clock, Language.EN, new Size(80, 24), Glyphs.UNICODE).apart();
  }

  private Driver driver(Hanging aws, Map<String, String> answers) {
    return driver(
        () ->
            Accounts.session(
                Accounts.FIVE,
                new PracticeAccount(Scenario.NEW, WriteLog.NONE, aws, Duration.ZERO, clock, false),
                answers,
                clock,
                false));
  }

  private static StepView step(String id, Driver wizard) {
    return wizard.app.model().step(id);
  }

  private static boolean lookedAtAllBut(String id, Driver wizard) {
    return wizard.session != null
        && !wizard.app.model().known().isEmpty()
        && wizard.app.model().steps().stream()
            .allMatch(step -> step.id().equals(id) ? step.checking() : step.verdict().isPresent());
  }

  /** The list, on which the look at one step hangs. */
  private Driver hanging(Hanging aws) {
    Driver wizard = driver(aws, Accounts.ANSWERS).start();
    return wizard.until(() -> lookedAtAllBut("password-policy", wizard));
  }

  private static Optional<Verdict> verdict(String id, Driver wizard) {
    return step(id, wizard).verdict();
  }

  private static void assertLeft(Driver wizard) {
    assertEquals(Optional.of(Verdict.UNSEEN), verdict("password-policy", wizard));
    assertEquals(
        Finding.LEFT,
        step("password-policy", wizard).assessment().orElseThrow().findings().getFirst().code());
    assertFalse(step("password-policy", wizard).checking());
    assertEquals(Optional.of(Verdict.TODO), verdict("root-mfa", wizard));
  }

  @Test
  void after_ten_seconds_the_list_offers_to_leave_its_looks_and_escape_does() {
    Hanging aws = new Hanging("GetAccountPasswordPolicy");
    Driver wizard = hanging(aws);
    assertFalse(wizard.keyBar().contains("Esc"), wizard.keyBar());
    assertEquals(Optional.of(clock.instant().plus(LONG)), wizard.app.wakeAt());

    wizard.wait(Duration.ofSeconds(9));
    wizard.late(new Delay("iam GetAccountPasswordPolicy", 1, 3));
    assertEquals("AWS is slow to answer: iam GetAccountPasswordPolicy", wizard.status());
    wizard.press(Key.ESCAPE);
    assertTrue(step("password-policy", wizard).checking(), "nothing was offered yet");
    wizard.press(Key.END).wait(Duration.ofSeconds(1));
    assertTrue(wizard.status().contains("GetAccountPasswordPolicy"), wizard.status());
    assertTrue(wizard.status().endsWith("10 s, Esc stops waiting"), wizard.status());
    assertTrue(wizard.keyBar().contains("Esc stop waiting"), wizard.keyBar());
    wizard.wait(Duration.ofSeconds(2));
    assertTrue(wizard.status().endsWith("12 s, Esc stops waiting"), wizard.status());

    String before = wizard.text();
    wizard.press(Key.HOME);
    assertFalse(before.equals(wizard.text()), "keys move the cursor all the while");
    wizard.press(Key.ESCAPE);
    assertLeft(wizard);
    assertTrue(wizard.status().startsWith("No longer waiting."), wizard.status());
    assertFalse(wizard.keyBar().contains("Esc"), wizard.keyBar());

    aws.answer();
    // The look that the key asks for begins beside the test.
    wizard
        .press(Key.END)
        .type("r")
        .until(() -> verdict("password-policy", wizard).equals(Optional.of(Verdict.TODO)));
  }

  @Test
  void a_page_leaves_the_look_at_its_step_first_and_itself_with_the_next_escape() {
    Driver wizard = hanging(new Hanging("GetAccountPasswordPolicy"));
    wizard.press(Key.END, Key.ENTER).wait(LONG);
    assertTrue(wizard.status().startsWith("Waiting for AWS."), wizard.status());
    assertTrue(wizard.status().endsWith("10 s, Esc stops waiting"), wizard.status());
    wizard.press(Key.ESCAPE);
    assertInstanceOf(StepState.Detail.class, wizard.top());
    assertLeft(wizard);
    assertTrue(wizard.text().contains("You did not wait for AWS to answer."), wizard.text());
    assertInstanceOf(StepState.StepList.class, wizard.press(Key.ESCAPE).top());
  }

  @Test
  void the_page_of_a_step_offers_nothing_while_another_one_hangs() {
    Driver wizard = hanging(new Hanging("GetAccountPasswordPolicy"));
    wizard.press(Key.HOME, Key.ENTER).wait(LONG);
    assertInstanceOf(StepState.StepList.class, wizard.press(Key.ESCAPE).top());
    assertTrue(step("password-policy", wizard).checking());
  }

  @Test
  void a_page_that_watches_makes_no_second_look_while_the_first_hangs() {
    Hanging aws = new Hanging("GetAccountSummary");
    Driver wizard = driver(aws, Accounts.ANSWERS).start();
    wizard.until(() -> lookedAtAllBut("root-mfa", wizard));
    wizard.press(Key.HOME, Key.ENTER).type("b");
    assertInstanceOf(StepState.ByHand.class, wizard.top());
    wizard.wait(Duration.ofSeconds(5)).wait(Duration.ofSeconds(5));
    assertEquals(1, aws.hung());
    wizard.press(Key.ESCAPE);
    assertInstanceOf(StepState.ByHand.class, wizard.top());
    assertEquals(Optional.of(Verdict.UNSEEN), verdict("root-mfa", wizard));
    wizard.wait(Duration.ofSeconds(5)).until(() -> aws.hung() == 2);
    aws.answer();
    wizard.until(() -> verdict("root-mfa", wizard).equals(Optional.of(Verdict.TODO)));
  }

  @Test
  void a_plan_that_waits_for_a_look_is_left_with_the_answers_kept() {
    Hanging aws = new Hanging();
    Map<String, String> answers = new HashMap<>(Accounts.ANSWERS);
    answers.remove("alternate-contacts.name");
    Driver wizard = driver(aws, answers).start();
    wizard.until(() -> lookedAtAllBut("", wizard));
    wizard.press(Key.HOME, Key.DOWN, Key.ENTER);
    assertEquals(StepState.Detail.of("alternate-contacts"), wizard.top());
    aws.hang("GetAlternateContact");
    wizard.press(Key.ENTER).type("Aoi Tanaka").press(Key.ENTER);
    wizard.until(() -> step("alternate-contacts", wizard).checking());
    assertTrue(((StartState.AnswerForm) wizard.top()).waiting());
    wizard.wait(LONG);
    assertTrue(wizard.status().endsWith("10 s, Esc stops waiting"), wizard.status());
    wizard.press(Key.ESCAPE);
    assertInstanceOf(StepState.Detail.class, wizard.top());
    assertEquals(Optional.of(Verdict.UNSEEN), verdict("alternate-contacts", wizard));
    assertEquals(Optional.of("Aoi Tanaka"), wizard.session.answer("alternate-contacts.name"));
  }

  @Test
  void a_sign_in_is_left_and_tried_again_and_its_late_answer_changes_nothing() {
    AtomicInteger tries = new AtomicInteger();
    CountDownLatch answer = new CountDownLatch(1);
    CountDownLatch late = new CountDownLatch(1);
    Small account = new Small();
    Driver wizard =
        driver(
            () -> {
              if (tries.incrementAndGet() == 1) {
                awaitWhateverComes(answer);
                late.countDown();
              }
              return account.connect();
            });
    wizard.start().until(() -> tries.get() == 1);
    wizard.wait(Duration.ofSeconds(9));
    assertFalse(wizard.keyBar().contains("Esc"), wizard.keyBar());
    wizard.wait(Duration.ofSeconds(3));
    assertTrue(wizard.status().endsWith("12 s, Esc stops waiting"), wizard.status());
    wizard.press(Key.ESCAPE);
    assertTrue(wizard.text().contains("You did not wait for AWS to answer."), wizard.text());
    answer.countDown();
    awaitWhateverComes(late);
    wizard.settle();
    assertInstanceOf(StartState.Welcome.class, wizard.top());
    wizard.type("r").until(() -> wizard.top() instanceof StepState.StepList);
  }

  /** A thread that is stuck where nothing reaches it. */
  private static void awaitWhateverComes(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        // It stays.
      }
    }
  }

  @Test
  void where_nothing_may_move_the_offer_comes_once_and_counts_no_seconds() {
    Driver wizard = hanging(new Hanging("GetAccountPasswordPolicy"));
    Model model = wizard.app.model();
    Model still = Models.look(model.look().asStill(), model);
    Wait wait = new StepsScreen(StepState.StepList.start(), still).waiting().orElseThrow();
    assertEquals(Optional.of(clock.instant().plus(LONG)), wait.wakeAt(clock.instant(), true));
    clock.forward(LONG);
    assertEquals(Optional.empty(), wait.wakeAt(clock.instant(), true));
    Model later = Models.look(model.look().asStill(), wizard.app.model());
    String status = status(new PageLayout(wizard.app.view(), later));
    assertTrue(status.startsWith("Waiting for AWS. "), status);
    assertTrue(status.endsWith(" Esc stops waiting"), status);
  }

  private static String status(PageLayout page) {
    var lines = page.frame().lines();
    return lines.get(lines.size() - 2).text().strip();
  }
}
