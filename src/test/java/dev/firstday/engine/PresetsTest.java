package dev.firstday.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.Preset;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.Answers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresetsTest {
  private static final StepEntry LOGS =
      Entries.asking(
          "logs",
          Entries.setting("days", Setting.Type.INTEGER, Optional.of("7"), Optional.empty()),
          Entries.setting("emails", Setting.Type.EMAILS, Optional.empty(), Optional.of("email")));

  private static final Catalog CATALOG =
      Entries.withPresets(
          List.of(
              preset("small", List.of("priced"), Map.of()),
              preset("big", List.of(), Map.of("logs.days", "30", "email", "big@example.com"))),
          List.of(preset("test", List.of(), Map.of("logs.days", "1"))),
          LOGS,
          Entries.priced("priced"));

  private final MemoryNotes notes = new MemoryNotes();

  private static Preset preset(String id, List<String> without, Map<String, String> answers) {
    return new Preset(id, Entries.TEXT, Entries.TEXT, without, answers);
  }

  private static Answers answers(Map<String, String> given) {
    return new AnswerBook(CATALOG, Map.of(), given).of(LOGS);
  }

  private Session session(Map<String, String> given) {
    return Entries.session(CATALOG, new AnswerBook(CATALOG, Map.of(), given), notes);
  }

  @Test
  void a_preset_replaces_defaults_and_gives_way_to_answers() {
    assertEquals(7, answers(Map.of("preset", "small")).integer("days"));
    assertEquals(30, answers(Map.of("preset", "big")).integer("days"));
    assertEquals(List.of("big@example.com"), answers(Map.of("preset", "big")).list("emails"));
    assertEquals(9, answers(Map.of("preset", "big", "logs.days", "9")).integer("days"));
    assertEquals(
        List.of("me@example.com"),
        answers(Map.of("preset", "big", "email", "me@example.com")).list("emails"));
  }

  @Test
  void the_environment_speaks_where_the_preset_is_silent() {
    assertEquals(1, answers(Map.of("preset", "small", "environment", "test")).integer("days"));
    assertEquals(30, answers(Map.of("preset", "big", "environment", "test")).integer("days"));
  }

  @Test
  void what_a_preset_leaves_out_is_skipped_until_it_is_brought_back() {
    Session session = session(Map.of("preset", "small"));
    assertEquals(
        Optional.of(Note.of("skipped.by-preset", "small")), session.step("priced").skipped());
    assertEquals(Optional.empty(), session.step("logs").skipped());

    session.skip("priced", Optional.empty());
    assertEquals(Optional.empty(), session.step("priced").skipped());
    assertEquals(Optional.empty(), session(Map.of("preset", "small")).step("priced").skipped());

    session.skip("priced", Optional.of("later"));
    assertEquals(
        Optional.of(Note.of("skipped.by-person", "later")), session.step("priced").skipped());
  }

  @Test
  void a_step_that_is_named_is_in_for_this_session() {
    Session session = session(Map.of("preset", "small"));
    session.include(List.of("priced"));
    assertEquals(Optional.empty(), session.step("priced").skipped());
    assertEquals(
        Optional.of(Note.of("skipped.by-preset", "small")),
        session(Map.of("preset", "small")).step("priced").skipped());
  }

  @Test
  void each_preset_has_its_price_and_its_steps() {
    List<PresetView> presets = session(Map.of("preset", "big")).presets();
    assertEquals(List.of(false, true), presets.stream().map(PresetView::chosen).toList());
    assertEquals(List.of(1, 2), presets.stream().map(PresetView::steps).map(List::size).toList());
    assertEquals(BigDecimal.ZERO, presets.get(0).monthlyUsd());
    assertEquals(BigDecimal.valueOf(3), presets.get(1).monthlyUsd());
  }
}
