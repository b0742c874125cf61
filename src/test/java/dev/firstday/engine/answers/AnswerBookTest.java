package dev.firstday.engine.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.Entries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerBookTest {
  private static final StepEntry BUDGET =
      Entries.asking(
          "budget",
          Entries.setting("amount", Setting.Type.DECIMAL, Optional.of("50"), Optional.empty()),
          Entries.setting("emails", Setting.Type.EMAILS, Optional.empty(), Optional.of("email")));

  private static final Catalog CATALOG = Entries.catalog(BUDGET);

  private static Optional<String> answer(
      Map<String, String> saved, Map<String, String> given, String key) {
    return new AnswerBook(CATALOG, saved, given).of(BUDGET).text(key);
  }

  @Test
  void what_is_given_wins_over_what_is_saved_and_that_over_the_catalogue() {
    Map<String, String> saved = Map.of("budget.amount", "60");
    assertEquals(Optional.of("50"), answer(Map.of(), Map.of(), "amount"));
    assertEquals(Optional.of("60"), answer(saved, Map.of(), "amount"));
    assertEquals(Optional.of("70"), answer(saved, Map.of("budget.amount", "70"), "amount"));
  }

  @Test
  void what_a_step_does_not_have_of_its_own_it_has_from_the_top() {
    Map<String, String> shared = Map.of("email", "a@example.com");
    assertEquals(Optional.empty(), answer(Map.of(), Map.of(), "emails"));
    assertEquals(Optional.of("a@example.com"), answer(shared, Map.of(), "emails"));
    assertEquals(
        Optional.of("b@example.com"),
        answer(Map.of("budget.emails", "b@example.com"), shared, "emails"),
        "the step's own, even if it is older");
  }

  @Test
  void an_answer_is_kept_and_forgotten() {
    AnswerBook book = new AnswerBook(CATALOG, Map.of(), Map.of("budget.amount", "70"));
    book.put("budget.amount", Optional.of("80"));
    assertEquals(Optional.of("80"), book.of(BUDGET).text("amount"));
    assertEquals(Map.of("budget.amount", "80"), book.saved());
    book.put("budget.amount", Optional.empty());
    assertEquals(Optional.of("50"), book.of(BUDGET).text("amount"));
    assertEquals(Map.of(), book.saved());
  }

  @Test
  void a_draft_is_no_answer_and_ends_with_one() {
    AnswerBook book = new AnswerBook(CATALOG, Map.of("budget.amount", "60"), Map.of());
    book.draft("budget.amount", "7o");
    assertEquals(Optional.of("60"), book.of(BUDGET).text("amount"));
    assertEquals(Map.of("budget.amount", "60"), book.saved());
    assertEquals(Map.of("budget.amount", "60"), book.all());
    assertEquals(Map.of("budget.amount", "7o"), book.drafts());
    book.put("budget.amount", Optional.of("70"));
    assertEquals(Map.of(), book.drafts());
  }

  @Test
  void what_is_given_is_newer_than_the_draft_of_an_earlier_run() {
    AnswerBook book = new AnswerBook(CATALOG, Map.of(), Map.of("budget.amount", "70"));
    book.resume(Map.of("budget.amount", "7o", "email", "a@"));
    assertEquals(Map.of("email", "a@"), book.drafts());
  }

  @Test
  void a_full_key_leads_to_its_setting() {
    assertEquals("amount", CATALOG.setting("budget.amount").orElseThrow().key());
    assertEquals("email", CATALOG.setting("email").orElseThrow().key());
    assertTrue(CATALOG.setting("budget.none").isEmpty());
    assertTrue(CATALOG.setting("none.amount").isEmpty());
    assertTrue(CATALOG.setting("amount").isEmpty());
  }

  @Test
  void answers_know_only_the_settings_of_their_step() {
    Answers answers = new Answers(BUDGET, Map.of("emails", "a@example.com, b@example.com"));
    assertEquals(List.of("a@example.com", "b@example.com"), answers.list("emails"));
    assertThrows(IllegalArgumentException.class, () -> answers.text("none"));
  }
}
