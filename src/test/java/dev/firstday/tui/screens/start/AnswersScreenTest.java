package dev.firstday.tui.screens.start;

import static dev.firstday.terminal.Glyphs.UNICODE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.terminal.Key;
import dev.firstday.tui.Driver;
import dev.firstday.tui.Scene;
import dev.firstday.tui.Small;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.widgets.Size;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswersScreenTest {
  private final Small account = new Small();
  private Driver wizard;

  @BeforeEach
  void plan_a_step_that_needs_an_answer() {
    account.done.add("root");
    account.done.add("policy");
    wizard = account.driver().start().type("a");
    assertInstanceOf(StartState.AnswerForm.class, wizard.top());
  }

  private StartState.AnswerForm state() {
    return (StartState.AnswerForm) wizard.top();
  }

  @Test
  void a_plan_without_an_answer_leads_to_its_field() {
    assertEquals("email", state().focus());
    assertTrue(wizard.text().contains("A plan needs these answers first."));
  }

  @Test
  void what_is_wrong_is_said_under_the_field_at_once() {
    wizard.type("a@b");
    assertTrue(wizard.text().contains("expected an e-mail address"));
    wizard.type(".co");
    assertFalse(wizard.text().contains("expected an e-mail address"));
    assertEquals("a@b.co", wizard.app.model().session().shared().get("email"));
  }

  @Test
  void a_wrong_answer_is_not_accepted() {
    wizard.type("a@b").press(Key.ENTER);
    assertEquals("email", state().focus());
    assertTrue(wizard.status().contains("can't be used yet"));
  }

  @Test
  void answers_lead_to_the_plan() {
    wizard.type("a@b.co").press(Key.ENTER, Key.ENTER);
    PlanState.Planning planning = (PlanState.Planning) wizard.top();
    assertEquals(Map.of("Name", "a@b.co"), planning.plan().changes().getFirst().change().request());
    wizard.clock.forward(java.time.Duration.ofSeconds(1));
    wizard.press(Key.ESCAPE);
    assertInstanceOf(StepState.StepList.class, wizard.top());
  }

  @Test
  void a_missing_answer_is_asked_for_again() {
    wizard.press(Key.ENTER, Key.ENTER);
    assertEquals("email", state().focus());
    assertTrue(wizard.status().contains("still needed"));
  }

  @Test
  void leaving_keeps_what_was_typed() {
    wizard.type("a@b").press(Key.ESCAPE).type("a");
    assertEquals("a@b", state().field().text(), "even if it can't be used yet");
    wizard.type(".co").press(Key.ESCAPE).type("a");
    assertInstanceOf(PlanState.Planning.class, wizard.top());
  }

  @Test
  void what_was_typed_is_there_in_the_next_run_with_what_is_wrong_under_it() {
    wizard.type("a@b").resize(100, 30);
    wizard = account.driver().start().type("a");
    assertEquals("a@b", state().field().text());
    assertTrue(wizard.text().contains("expected an e-mail address"), wizard.text());
    wizard.press(Key.ENTER);
    assertTrue(wizard.status().contains("can't be used yet"), wizard.text());
    assertEquals(Optional.empty(), wizard.session.answer("email"));
  }

  @Test
  void typing_does_not_wait_for_the_disk_and_is_kept_once() {
    int before = account.notes.saves();
    wizard.hold().type("a@b");
    assertTrue(wizard.text().contains("expected an e-mail address"), wizard.text());
    assertEquals(before, account.notes.saves());
    wizard.release();
    assertEquals(Map.of("email", "a@b"), account.notes.drafts());
    assertEquals(before + 1, account.notes.saves());
    wizard.hold().type(".co").app.saveAnswers();
    assertEquals(Map.of(), account.notes.drafts(), "whoever leaves waits for it");
    wizard.release();
    assertEquals(before + 2, account.notes.saves());
  }

  @Test
  void what_can_not_be_used_yet_is_marked_in_every_row() {
    wizard.type("a@b").press(Key.DOWN);
    assertTrue(wizard.text().contains("(not usable yet) a@b"), wizard.text());
    wizard.press(Key.UP).type(".co").press(Key.DOWN);
    assertFalse(wizard.text().contains("not usable yet"), wizard.text());
  }

  @Test
  void an_answer_that_can_not_be_used_yet_is_asked_for_before_a_plan() {
    wizard.type("a@b").press(Key.DOWN, Key.ENTER);
    assertEquals("email", state().focus());
    assertFalse(state().waiting());
  }

  @Test
  void a_draft_of_a_choice_is_nobodys() {
    account.notes.saveAnswers(Map.of(), Map.of("mail.all", "perhaps"));
    wizard = account.driver().start().type("a").press(Key.UP);
    assertEquals("mail.all", state().focus());
    assertEquals("true", state().field().text());
  }

  @Test
  void text_is_pasted_into_the_field() {
    wizard.paste("alerts@example.com");
    assertEquals("alerts@example.com", wizard.app.model().session().shared().get("email"));
  }

  @Test
  void letters_are_text_while_typing() {
    wizard.type("q?L/");
    assertEquals("q?L/", state().field().text());
    assertTrue(wizard.app.ended().isEmpty());
    wizard.press(Key.F1);
    assertInstanceOf(StartState.Help.class, wizard.top());
  }

  @Test
  void a_choice_shows_and_hides_what_depends_on_it() {
    assertFalse(wizard.text().contains("Extra"));
    wizard.press(Key.UP).type(" ");
    assertTrue(wizard.text().contains("Extra"));
    wizard.press(Key.LEFT);
    assertFalse(wizard.text().contains("Extra"));
  }

  @Test
  void the_cursor_stands_at_the_caret() {
    wizard.type("あb").press(Key.LEFT);
    var caret = wizard.app.frame().caret();
    String row = wizard.app.frame().lines().get(caret.row()).text();
    assertTrue(caret.visible());
    String before = dev.firstday.terminal.Width.fit(row, caret.column());
    assertTrue(before.endsWith("[ あ"), before);
  }

  @Test
  void an_empty_answer_goes_back_to_the_default() {
    wizard.press(Key.DOWN).type("7");
    assertTrue(wizard.text().contains("expected 9 or less"), "the default 5 and 7 make 57");
    wizard.press(Key.control('u')).type("7");
    assertEquals("7", wizard.app.model().session().answers().get("mail").text("amount").get());
    wizard.press(Key.BACKSPACE);
    assertEquals("5", wizard.app.model().session().answers().get("mail").text("amount").get());
  }

  @Test
  void a_japanese_phone_number_is_kept_as_aws_wants_it() {
    Driver first = Scene.named("first-answers-all").in(Language.EN, new Size(80, 24), UNICODE);
    while (!((StartState.AnswerForm) first.top()).focus().equals("contact-phone.number")) {
      first.press(Key.TAB);
    }
    first.type("090-1234-567");
    assertTrue(first.text().contains("Not a valid number"), first.text());
    first.type("8");
    assertTrue(first.text().contains("Will be set as +819012345678."), first.text());
    first.press(Key.BACK_TAB);
    assertFalse(first.text().contains("090-1234-5678"), first.text());
    assertTrue(first.text().contains("+819012345678"), first.text());
  }
}
