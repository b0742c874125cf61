package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.Preset;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.steps.root.PhoneNumbers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code wizard-steps.yaml} itself says. */
class BuiltInCatalogTest {
  private final Catalog catalog = CatalogReader.builtIn();

  @Test
  void every_step_has_a_class_unless_a_person_reports_it() {
    List<String> all = catalog.steps().stream().map(StepEntry::id).toList();
    assertEquals(
        Set.of(), Steps.ids().stream().filter(id -> !all.contains(id)).collect(Collectors.toSet()));
    assertEquals(
        List.of(),
        catalog.steps().stream()
            .filter(step -> !step.attested())
            .map(StepEntry::id)
            .filter(id -> !Steps.ids().contains(id))
            .toList());
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
