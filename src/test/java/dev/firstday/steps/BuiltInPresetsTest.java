package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.Preset;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.steps.root.PhoneNumbers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The presets of {@code wizard-steps.yaml} itself. */
class BuiltInPresetsTest {
  private final Catalog catalog;

  BuiltInPresetsTest() throws InputErrors {
    catalog = CatalogReader.builtIn(Steps.ids());
  }

  @Test
  void each_can_be_named_in_an_answers_file() {
    assertEquals(
        catalog.presets().stream().map(Preset::id).toList(),
        catalog.sharedSetting(Catalog.PRESET).orElseThrow().choices());
    assertEquals(
        catalog.environments().stream().map(Preset::id).toList(),
        catalog.sharedSetting(Catalog.ENVIRONMENT).orElseThrow().choices());
  }

  @Test
  void each_default_of_theirs_is_a_good_answer() {
    AnswerRules rules = new AnswerRules(PhoneNumbers::international);
    assertAll(
        Stream.concat(catalog.presets().stream(), catalog.environments().stream())
            .flatMap(preset -> preset.answers().entrySet().stream())
            .map(
                answer ->
                    () ->
                        assertInstanceOf(
                            AnswerRules.AnswerResult.Right.class,
                            rules.check(
                                catalog.setting(answer.getKey()).orElseThrow(),
                                answer.getValue()))));
  }

  @Test
  void thorough_watches_all_that_can_be_watched() {
    Preset thorough = catalog.presets().getLast();
    assertEquals(
        catalog.setting("monitoring.monitors").orElseThrow().choices(),
        List.of(thorough.answers().get("monitoring.monitors").split(", ")));
    assertTrue(thorough.without().isEmpty());
  }
}
