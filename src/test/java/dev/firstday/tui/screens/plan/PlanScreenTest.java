package dev.firstday.tui.screens.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.practice.Scenario;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.tui.Accounts;
import dev.firstday.tui.Driver;
import dev.firstday.tui.Small;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.widgets.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanScreenTest {
  private final Small account = new Small();
  private Driver wizard;

  @BeforeEach
  void open_the_plan_of_one_step() {
    wizard = account.driver().start().press(Key.DOWN).type(" a");
    assertInstanceOf(PlanState.Planning.class, wizard.top());
  }

  private void later() {
    account.clock.forward(Duration.ofMillis(401));
  }

  private PlanState.Planning state() {
    return (PlanState.Planning) wizard.top();
  }

  @Test
  void typed_digits_and_enter_apply() {
    later();
    wizard.type("9012").press(Key.ENTER);
    assertEquals(List.of("policy"), account.written);
    assertInstanceOf(PlanState.Result.class, wizard.top());
  }

  @Test
  void whether_it_is_allowed_is_found_out_meanwhile_and_nobody_waits_for_it() {
    wizard = account.driver().start().press(Key.DOWN).type(" ").hold().type("a");
    assertTrue(wizard.text().contains("Rights  still being tested"), wizard.text());
    later();
    wizard.type("9012");
    assertTrue(wizard.text().contains("(ready)"), wizard.text());
    wizard.release();
    assertTrue(wizard.text().contains("Rights  not tested: IAM gave no answer"), wizard.text());
    assertEquals("9012", state().digits());
  }

  @Test
  void what_came_of_another_plan_is_not_said_of_this_one() {
    wizard.rightsTested(
        new Plan("123456789012", List.of()),
        new PermissionReport(List.of(), List.of("a:B"), List.of(), List.of(), Optional.empty()));
    assertFalse(wizard.text().contains("a:B"), wizard.text());
  }

  @Test
  void full_width_digits_count() {
    later();
    wizard.type("９０１２").press(Key.ENTER);
    assertEquals(List.of("policy"), account.written);
  }

  @Test
  void wrong_or_missing_digits_do_nothing() {
    later();
    wizard.type("9013").press(Key.ENTER);
    assertTrue(wizard.status().contains("not the last 4 digits"));
    wizard.press(Key.BACKSPACE, Key.ENTER, Key.RIGHT, Key.ENTER);
    assertEquals(List.of(), account.written);
    assertInstanceOf(PlanState.Planning.class, wizard.top());
    wizard.type("2").press(Key.ENTER);
    assertEquals(List.of("policy"), account.written);
  }

  @Test
  void keys_that_come_too_soon_are_dropped() {
    assertEquals(1, wizard.dropped, "what was typed ahead is dropped too");
    wizard.clock.forward(Duration.ofMillis(399));
    wizard.type("9012").press(Key.ENTER, Key.ESCAPE);
    assertEquals("", state().digits());
    assertEquals(List.of(), account.written);
  }

  @Test
  void nothing_can_be_pasted() {
    later();
    wizard.paste("9012");
    assertEquals("", state().digits());
    assertTrue(wizard.status().contains("can't be pasted"));
  }

  @Test
  void the_focus_starts_on_back() {
    later();
    assertEquals(PlanState.Planning.Focus.BACK, state().focus());
    wizard.press(Key.ENTER);
    assertInstanceOf(StepState.StepList.class, wizard.top());
  }

  @Test
  void every_part_is_reached_with_tab_alone() {
    later();
    wizard.press(Key.TAB, Key.TAB).type("9012").press(Key.TAB);
    assertEquals(PlanState.Planning.Focus.APPLY, state().focus());
    wizard.press(Key.TAB);
    assertTrue(wizard.app.view().bar().isPresent());
    wizard.press(Key.ESCAPE, Key.ENTER);
    assertEquals(List.of("policy"), account.written);
  }

  @Test
  void a_step_is_left_out_and_brought_back() {
    later();
    wizard.press(Key.DOWN).type(" ");
    assertTrue(state().plan().isEmpty());
    assertTrue(wizard.text().contains("left out  Policy step"));
    wizard.type("9012").press(Key.ENTER);
    assertEquals(List.of(), account.written);
    wizard.press(Key.DOWN).type(" ");
    assertEquals(1, state().plan().changes().size());
    assertEquals("", state().digits(), "digits confirm the plan that was seen");
  }

  @Test
  void details_and_script_of_a_plan_change_nothing() {
    later();
    wizard.press(Key.DOWN, Key.ENTER, Key.DOWN, Key.ENTER);
    assertInstanceOf(PlanState.ChangeDetail.class, wizard.top());
    wizard.press(Key.ESCAPE).type("c");
    assertTrue(wizard.text().contains("aws 1"));
    wizard.type("cy");
    assertTrue(wizard.copied.getFirst().startsWith("JSON"));
    assertEquals(List.of(), account.written);
  }

  @Test
  void what_could_not_be_seen_is_named_before_anything_else_one_has_to_know() {
    account.hidden = true;
    wizard = account.driver().start().press(Key.DOWN).type(" a");
    List<String> facts =
        wizard.text().lines().dropWhile(line -> !line.contains("Can't check  ")).toList();
    assertFalse(facts.isEmpty(), wizard.text());
    assertTrue(facts.getFirst().contains("Policy step"), wizard.text());
    assertTrue(facts.stream().anyMatch(line -> line.startsWith(" Undo")), wizard.text());
  }

  @Test
  void what_is_seen_only_now_is_a_new_plan_with_that_reason() {
    account.hidden = true;
    wizard = account.driver().start().press(Key.DOWN).type(" a");
    later();
    wizard.type("9012").press(Key.ENTER);
    assertEquals(List.of(), account.written);
    assertTrue(wizard.text().contains("could not be seen before is seen now"), wizard.text());
    assertTrue(wizard.text().contains("FD-PLAN-003"), wizard.text());
    assertTrue(wizard.text().contains("Seen only now: 2 Policy step"), wizard.text());
    assertFalse(wizard.text().contains("no longer as it was"), wizard.text());
    wizard.type("a");
    assertEquals(2, state().plan().changes().size());
    assertEquals("", state().digits(), "the new plan is agreed to anew");
    assertTrue(wizard.status().contains("A new plan: a part that could not"), wizard.status());
    later();
    wizard.type("9012").press(Key.ENTER);
    assertEquals(List.of("policy", "part"), account.written);
  }

  @Test
  void right_opens_a_step_and_left_closes_it_then_leads_back() {
    later();
    wizard.press(Key.DOWN);
    assertTrue(wizard.text().contains(" > + 2 Policy step"), wizard.text());
    assertFalse(wizard.text().contains("iam CreateThing"), wizard.text());
    wizard.press(Key.RIGHT, Key.RIGHT, Key.DOWN);
    assertTrue(wizard.text().contains(" >   + iam CreateThing"), wizard.text());
    wizard.press(Key.LEFT);
    assertTrue(wizard.text().contains(" > + 2 Policy step"), wizard.text());
    wizard.press(Key.LEFT);
    assertFalse(wizard.text().contains("iam CreateThing"), wizard.text());
    assertEquals(PlanState.Planning.Focus.CHANGES, state().focus());
    wizard.press(Key.LEFT);
    assertEquals(PlanState.Planning.Focus.BACK, state().focus());
  }

  @Test
  void a_step_has_its_changes_regions_and_price_in_a_row_and_opens_to_the_regions() {
    wizard = practice();
    String[] rows = wizard.text().split("\n");
    String trail = row(rows, "GuardDuty");
    assertTrue(trail.matches(".* \\d+ changes +17 Regions .*USD.*can be undone.*"), trail);
    for (int i = 0; i < 40 && !marked().contains("GuardDuty"); i++) {
      wizard.press(Key.DOWN);
    }
    wizard.press(Key.RIGHT, Key.DOWN);
    assertTrue(marked().contains("17 Regions"), wizard.text());
    wizard.press(Key.ENTER, Key.DOWN, Key.ENTER);
    assertInstanceOf(PlanState.ChangeDetail.class, wizard.top());
    assertTrue(wizard.text().contains("What is sent"), wizard.text());
  }

  @Test
  void a_filter_shows_only_what_can_not_be_undone() {
    wizard = practice();
    int all = PlanNodes.of(state(), wizard.app.model()).all().size();
    long forGood =
        state().plan().changes().stream().filter(one -> one.change().undo().isEmpty()).count();
    assertTrue(wizard.keyBar().contains("f only for good"), wizard.keyBar());
    wizard.type("f");
    List<PlanNodes.PlanNode> some = PlanNodes.of(state(), wizard.app.model()).all();
    assertTrue(some.size() < all);
    assertEquals(
        forGood,
        some.stream()
            .mapToInt(entry -> ((PlanNodes.StepNode) entry).section().changes().size())
            .sum());
    wizard.type("f");
    assertEquals(all, PlanNodes.of(state(), wizard.app.model()).all().size());
  }

  /** The plan of every step of the practice account. */
  private Driver practice() {
    wizard =
        new Driver(
            Accounts.practice(Accounts.ALL, Scenario.NEW, Accounts.ANSWERS, account.clock, false),
            account.clock,
            Language.EN,
            new Size(110, 60),
            Glyphs.UNICODE);
    wizard.start().type("a");
    later();
    return wizard;
  }

  /** The row under the cursor. */
  private String marked() {
    return wizard.text().lines().filter(line -> line.startsWith(" > ")).findFirst().orElse("");
  }

  private static String row(String[] rows, String text) {
    return Stream.of(rows).filter(line -> line.contains(text)).findFirst().orElse("");
  }

  /** What a cat on the keyboard would press; the right digits have a chance of 1 in 10,000. */
  @Test
  void random_keys_never_apply() {
    List<Key> keys =
        List.of(
            Key.ENTER,
            Key.TAB,
            Key.BACK_TAB,
            Key.UP,
            Key.DOWN,
            Key.LEFT,
            Key.RIGHT,
            Key.of(' '),
            Key.of('a'),
            Key.of('c'),
            Key.of('y'),
            Key.of('1'),
            Key.of('9'),
            Key.of('0'),
            Key.BACKSPACE,
            Key.ESCAPE,
            Key.of('?'),
            Key.of('Y'),
            Key.of('5'));
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      wizard = account.driver().start();
      for (int i = 0; i < 200; i++) {
        if (!(wizard.top() instanceof PlanState.Planning)) {
          wizard = account.driver().start().press(Key.DOWN).type(" a");
        }
        account.clock.forward(Duration.ofMillis(random.nextInt(600)));
        wizard.press(keys.get(random.nextInt(keys.size())));
      }
    }
    assertEquals(List.of(), account.written);
  }

  @Test
  void control_c_goes_back() {
    wizard.press(Key.control('c'));
    assertInstanceOf(StepState.StepList.class, wizard.top());
    assertTrue(wizard.app.ended().isEmpty());
  }
}
