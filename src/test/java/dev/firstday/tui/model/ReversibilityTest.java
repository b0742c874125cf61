package dev.firstday.tui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.steps.Snapshot;
import dev.firstday.terminal.Key;
import dev.firstday.tui.Accounts;
import dev.firstday.tui.Driver;
import dev.firstday.tui.SetClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was applied in the wizard is taken back in it. */
class ReversibilityTest {
  private static final String REGION = "ap-northeast-1";

  private final SetClock clock = new SetClock();
  private PracticeAccount practice = account(Scenario.NEW);
  private final Driver wizard =
      Driver.of(() -> Accounts.session(Accounts.FIVE, practice, Accounts.ANSWERS, clock, false));

  private PracticeAccount account(Scenario scenario) {
    return new PracticeAccount(
        scenario, WriteLog.NONE, CallListener.NONE, Duration.ZERO, clock, false);
  }

  private List<Object> account() {
    return Snapshot.of(practice);
  }

  private void confirm() {
    wizard.clock.forward(Duration.ofSeconds(1));
    wizard.type("9012").press(Key.ENTER);
  }

  /** Applies the last step of the list, and goes back to the list. */
  private void applied() {
    wizard.start().press(Key.END).type(" a");
    confirm();
    assertEquals(Outcome.Ending.COMPLETED, result().outcome().ending());
    wizard.press(Key.ESCAPE);
  }

  private void asked() {
    wizard.type("U");
    wizard.clock.forward(Duration.ofSeconds(1));
  }

  private PlanState.Planning undo() {
    PlanState.Planning planning = assertInstanceOf(PlanState.Planning.class, wizard.top());
    assertTrue(planning.undo().isPresent());
    return planning;
  }

  private PlanState.Result result() {
    return assertInstanceOf(PlanState.Result.class, wizard.top());
  }

  /** Somebody else changes what was written. */
  private void othersChange() {
    Clients.in(practice, REGION)
        .iam()
        .updateAccountPasswordPolicy(r -> r.minimumPasswordLength(20));
  }

  @ParameterizedTest
  @EnumSource(
      value = Scenario.class,
      names = {"NEW", "HALF_DONE"})
  void from_u_on_the_list_to_an_account_as_it_was_before(Scenario scenario) {
    practice = account(scenario);
    List<Object> before = account();
    applied();
    assertNotEquals(before, account());
    asked();
    assertEquals(1, undo().plan().changes().size());
    assertTrue(wizard.text().contains("To take this back, type the last 4 digits"));
    confirm();
    assertEquals(Outcome.Ending.COMPLETED, result().outcome().ending());
    assertTrue(wizard.text().contains("1 of 1 taken back"), wizard.text());
    assertTrue(wizard.text().contains("[ ] 5 Password policy: To do"), wizard.text());
    assertEquals(before, account());
    wizard.press(Key.ENTER);
    assertInstanceOf(StepState.StepList.class, wizard.top());
  }

  @Test
  void the_list_says_which_call_is_about_what_and_enter_shows_the_whole_request() {
    wizard.start().type("a");
    confirm();
    asked();
    for (int i = 0; i < 20 && !wizard.text().contains("DeleteBudget"); i++) {
      wizard.press(Key.DOWN, Key.RIGHT);
    }
    assertTrue(
        wizard
            .text()
            .contains(
                "     budgets DeleteBudget BudgetName=firstday-monthly AccountId=123456789012"),
        wizard.text());
    wizard.press(Key.DOWN, Key.ENTER);
    assertInstanceOf(PlanState.ChangeDetail.class, wizard.top());
    assertTrue(wizard.text().contains("What is sent"), wizard.text());
  }

  @Test
  void a_step_on_its_own_page_and_in_the_history_is_taken_back_too() {
    List<Object> before = account();
    applied();
    wizard.press(Key.ENTER);
    assertInstanceOf(StepState.Detail.class, wizard.top());
    asked();
    undo();
    wizard.press(Key.ESCAPE, Key.ESCAPE).type("l");
    assertTrue(wizard.text().contains("done  5 Password policy"), wizard.text());
    asked();
    confirm();
    assertEquals(before, account());
    wizard.press(Key.ESCAPE).type("l");
    assertTrue(wizard.text().contains("taken back 2026-"), wizard.text());
    asked();
    assertInstanceOf(PlanState.History.class, wizard.top());
    assertTrue(wizard.status().contains("Nothing to take back"), wizard.status());
  }

  @Test
  void the_history_takes_back_the_step_under_the_cursor_alone() {
    wizard.start().type("a");
    confirm();
    wizard.press(Key.ESCAPE).type("l").press(Key.DOWN);
    asked();
    assertEquals(List.of("budget"), undo().steps());
    assertTrue(
        undo().plan().changes().stream().allMatch(one -> one.steps().equals(List.of("budget"))));
  }

  @Test
  void nothing_to_take_back_is_only_said() {
    wizard.start().type("U");
    assertInstanceOf(StepState.StepList.class, wizard.top());
    assertTrue(wizard.status().contains("Nothing to take back"), wizard.status());
    wizard.press(Key.ENTER).type("U");
    assertInstanceOf(StepState.Detail.class, wizard.top());
    assertTrue(wizard.status().contains("Nothing to take back"), wizard.status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "901", "0000", "2109"})
  void wrong_digits_write_nothing(String digits) {
    applied();
    List<Object> before = account();
    asked();
    wizard.paste("9012").press(Key.RIGHT).type(digits).press(Key.ENTER);
    assertTrue(wizard.status().contains("Nothing was taken back"), wizard.status());
    undo();
    assertEquals(before, account());
  }

  @Test
  void keys_that_come_at_once_confirm_nothing() {
    applied();
    List<Object> before = account();
    wizard.type("U9012").press(Key.ENTER);
    assertEquals("", undo().digits());
    assertEquals(before, account());
  }

  @Test
  void what_others_have_changed_since_stays_and_the_page_says_why() {
    applied();
    othersChange();
    List<Object> before = account();
    asked();
    assertTrue(undo().plan().isEmpty());
    assertTrue(wizard.text().contains("This stays as it is (1)"), wizard.text());
    assertTrue(wizard.text().contains("It has been changed since"), wizard.text());
    confirm();
    assertTrue(wizard.status().contains("Nothing here can be taken back"), wizard.status());
    assertEquals(before, account());
  }

  @Test
  void what_changes_behind_the_page_stops_it() {
    applied();
    asked();
    othersChange();
    List<Object> before = account();
    confirm();
    assertEquals(Outcome.Ending.MOVED, result().outcome().ending());
    assertTrue(wizard.keyBar().contains("take back the rest"), wizard.keyBar());
    assertEquals(before, account());
  }

  @Test
  void a_stop_leaves_the_rest_which_u_takes_back_then() {
    List<Object> before = account();
    applied();
    List<Object> applied = account();
    asked();
    wizard.hold();
    confirm();
    assertTrue(wizard.text().contains("Taking back"), wizard.text());
    wizard.press(Key.control('c')).release();
    assertEquals(Outcome.Ending.STOPPED, result().outcome().ending());
    assertEquals(applied, account());
    asked();
    confirm();
    assertEquals(Outcome.Ending.COMPLETED, result().outcome().ending());
    assertEquals(before, account());
  }

  @Test
  void a_refused_call_says_which_and_why() {
    applied();
    List<Object> before = account();
    practice.deny("iam:DeleteAccountPasswordPolicy", "User is not authorized");
    asked();
    confirm();
    assertEquals(Outcome.Ending.FAILED, result().outcome().ending());
    assertTrue(wizard.text().contains("iam:DeleteAccountPasswordPolicy"), wizard.text());
    assertEquals(before, account());
  }

  @Test
  void nothing_is_left_out_of_it_and_it_is_no_plan_to_save() {
    applied();
    asked();
    PlanState.Planning before = undo();
    wizard.type(" w");
    assertEquals(before, wizard.top());
    assertTrue(wizard.saved.isEmpty());
    assertFalse(wizard.keyBar().contains("leave out"), wizard.keyBar());
  }

  @Test
  void what_holds_data_stays_and_the_command_that_removes_it_is_copied() {
    Driver trail =
        Driver.of(() -> Accounts.session(Accounts.TRAIL, practice, Map.of(), clock, false));
    trail.start().type("a");
    trail.clock.forward(Duration.ofSeconds(1));
    trail.type("9012").press(Key.ENTER).type("U");
    trail.clock.forward(Duration.ofSeconds(1));
    PlanState.Planning planning = (PlanState.Planning) trail.top();
    assertFalse(planning.plan().isEmpty());
    for (int i = 0; i < planning.plan().changes().size() + 1; i++) {
      trail.press(Key.DOWN);
    }
    assertTrue(trail.text().contains("It stays, because it holds data."), trail.text());
    trail.press(Key.ENTER);
    String command = planning.undo().orElseThrow().kept().getFirst().why().values().getFirst();
    assertTrue(trail.text().contains("\n" + command.substring(0, 40)), trail.text());
    assertTrue(trail.keyBar().contains("copy command"), trail.keyBar());
    trail.type("y");
    assertEquals(List.of(command), trail.copied);
    assertTrue(command.contains("firstday-trail-123456789012"), command);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 14, 24})
  void the_entry_under_the_cursor_is_seen_in_a_window_of_any_height(int rows) {
    wizard.resize(40, rows);
    wizard.start().type("a");
    confirm();
    wizard.type("U");
    int entries = undo().plan().changes().size() + undo().kept().size();
    wizard.clock.forward(Duration.ofSeconds(1));
    for (int i = 0; i < entries; i++) {
      wizard.press(Key.DOWN);
      assertTrue(wizard.text().contains("\n > "), wizard.text());
    }
    wizard.press(Key.ENTER);
    assertTrue(wizard.text().contains("no way"), wizard.text());
    wizard.press(Key.ESCAPE, Key.ESCAPE, Key.ESCAPE).type("l");
    for (int i = 0; i < 8; i++) {
      wizard.press(Key.DOWN);
      assertTrue(wizard.text().contains("\n > 2026"), wizard.text());
    }
    assertTrue(wizard.text().contains("Security contact"), wizard.text());
  }

  @Test
  void an_answer_that_comes_late_opens_no_page_elsewhere() {
    applied();
    wizard.hold().type("U");
    assertTrue(wizard.status().contains("Looking at what can be taken back"), wizard.status());
    wizard.type("?").release();
    assertInstanceOf(StartState.Help.class, wizard.top());
  }
}
