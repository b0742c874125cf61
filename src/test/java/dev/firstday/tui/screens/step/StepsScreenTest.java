package dev.firstday.tui.screens.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.engine.account.Identity;
import dev.firstday.terminal.Key;
import dev.firstday.tui.Driver;
import dev.firstday.tui.Models;
import dev.firstday.tui.PageLayout;
import dev.firstday.tui.Small;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Span;
import org.junit.jupiter.api.Test;

class StepsScreenTest {
  private final Small account = new Small();

  private static String selected(Driver wizard) {
    StepState.StepList state = (StepState.StepList) wizard.top();
    return new StepsScreen(state, wizard.app.model()).selected().orElseThrow().id();
  }

  @Test
  void checks_run_while_the_list_can_be_used() {
    Driver wizard = account.driver();
    wizard.signedIn(account.connect());
    wizard.hold();
    wizard.signedIn(account.connect());
    wizard.press(Key.DOWN);
    assertEquals("policy", selected(wizard));
    assertTrue(wizard.text().contains("Not checked"));
    wizard.release();
    assertTrue(wizard.text().contains("[!]  1 Root step"));
    assertEquals("policy", selected(wizard), "the cursor stays where it was put");
  }

  @Test
  void the_cursor_starts_at_the_first_open_step() {
    account.done.add("root");
    assertEquals("policy", selected(account.driver().start()));
  }

  @Test
  void next_and_previous_go_round_the_open_steps() {
    account.done.add("policy");
    Driver wizard = account.driver().start();
    wizard.type("n");
    assertEquals("mail", selected(wizard));
    wizard.type("nn");
    assertEquals("root", selected(wizard));
    wizard.type("p");
    assertEquals("word", selected(wizard));
  }

  @Test
  void finds_by_number_and_by_word_in_both_languages() {
    Driver wizard = account.driver().start();
    wizard.type("/ポリシー");
    assertEquals("policy", selected(wizard));
    assertFalse(wizard.text().contains("Mail step"));
    wizard.press(Key.ESCAPE);
    assertTrue(wizard.text().contains("Mail step"));
    wizard.type("/3");
    wizard.press(Key.ENTER, Key.ENTER);
    assertEquals(StepState.Detail.of("mail"), wizard.top());
  }

  @Test
  void only_open_steps_are_listed_when_asked() {
    account.done.add("policy");
    Driver wizard = account.driver().start().type("f");
    assertFalse(wizard.text().contains("Policy step"));
    assertTrue(wizard.type("f").text().contains("Policy step"));
  }

  @Test
  void a_step_is_skipped_with_a_reason_and_brought_back() {
    Driver wizard = account.driver().start().press(Key.DOWN).type("s");
    wizard.type("not q needed").press(Key.ENTER);
    assertEquals("not q needed", account.notes.skips().get("policy"));
    assertTrue(wizard.text().contains("[-]  2 Policy step"));
    wizard.type("s");
    assertTrue(account.notes.skips().isEmpty());
  }

  @Test
  void the_language_switches_in_place() {
    Driver wizard = account.driver().start().press(Key.DOWN).type("L");
    assertEquals(Language.JA, wizard.app.model().language());
    assertTrue(wizard.text().contains("ポリシーの項目"));
    assertEquals("policy", selected(wizard));
  }

  @Test
  void full_width_keys_work_and_kana_is_explained() {
    Driver wizard = account.driver().start().type("あ");
    assertTrue(wizard.status().contains("Japanese input is on"));
    assertTrue(wizard.status().contains("日本語入力がオン"));
    wizard.type("ｑ");
    assertEquals(0, wizard.app.ended().orElseThrow());
  }

  @Test
  void picked_steps_alone_are_planned() {
    Driver wizard = account.driver().start().press(Key.DOWN).type(" a");
    assertEquals(java.util.List.of("policy"), ((PlanState.Planning) wizard.top()).steps());
  }

  @Test
  void escape_never_quits_and_q_does_at_once() {
    Driver wizard = account.driver().start().press(Key.ESCAPE);
    assertTrue(wizard.app.ended().isEmpty());
    assertTrue(wizard.status().contains("q quits"));
    wizard.type("q");
    assertEquals(0, wizard.app.ended().orElseThrow());
  }

  @Test
  void control_c_ends_with_130() {
    Driver wizard = account.driver().start().press(Key.control('c'));
    assertEquals(130, wizard.app.ended().orElseThrow());
  }

  @Test
  void the_root_user_is_named_in_words() {
    Driver wizard = account.driver().start();
    Model asRoot = Models.signedInAs(Small.identity(Identity.Kind.ROOT), wizard.app.model());
    Line identity = new PageLayout(wizard.app.view(), asRoot).frame().lines().get(1);
    assertTrue(identity.text().contains("ROOT USER"));
    assertTrue(identity.spans().contains(new Span("ROOT USER", Role.ALERT)));
    assertTrue(identity.text().contains("administrator"));
  }
}
