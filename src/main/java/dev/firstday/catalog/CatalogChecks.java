package dev.firstday.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks whether what the entries of a catalogue name exists; each error is noted at its line. */
final class CatalogChecks {
  private CatalogChecks() {}

  /**
   * One step by itself.
   *
   * @param shared the settings that several steps use
   * @param implemented ids of the steps that have a class
   */
  static void step(Fields fields, StepEntry step, List<Setting> shared, Set<String> implemented) {
    if (!step.id().isEmpty() && !step.attested() && !implemented.contains(step.id())) {
      fields.error(
          fields.line("id"),
          "unknown step \"%s\", expected one of %s, or \"attested: true\" for what only a person does"
              .formatted(
                  step.id(), implemented.stream().sorted().collect(Collectors.joining(", "))));
    }
    if (step.by() != Actor.API && step.byHand().isEmpty()) {
      fields.error(fields.line(), "by-hand is missing, expected how a person does the step");
    }
    settings(fields, step, shared);
  }

  /** A step's prices and settings name only settings that exist. */
  private static void settings(Fields fields, StepEntry step, List<Setting> shared) {
    step.prices().stream()
        .flatMap(price -> price.per().stream())
        .filter(key -> step.setting(key).isEmpty())
        .forEach(key -> unknownName(fields, "prices", key, "the key of a setting of the step"));
    step.settings().stream()
        .flatMap(setting -> setting.from().stream())
        .filter(from -> shared.stream().noneMatch(setting -> setting.key().equals(from)))
        .forEach(
            from ->
                fields.error(
                    fields.line("settings"),
                    "from is \"%s\", expected a key under \"shared\"".formatted(from)));
  }

  /** All steps together: each once, in an order without a circle. */
  static void steps(List<Fields> entries, List<StepEntry> steps) {
    unique(entries, steps);
    new StepOrder(steps).check(entries);
  }

  private static void unique(List<Fields> entries, List<StepEntry> steps) {
    Map<String, Integer> lines = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Fields fields = entries.get(i);
      String id = steps.get(i).id();
      Integer first = lines.putIfAbsent(id, fields.line("id"));
      if (first != null && !id.isEmpty()) {
        fields.error(
            fields.line("id"),
            "the step \"%s\" stands twice, expected it once (first in line %s)"
                .formatted(id, first));
      }
    }
  }

  /** Presets name only steps, settings and prices that exist. */
  static void presets(List<Fields> entries, List<Preset> presets, Catalog catalog) {
    for (int i = 0; i < presets.size(); i++) {
      Fields fields = entries.get(i);
      Preset preset = presets.get(i);
      preset.without().stream()
          .filter(id -> catalog.step(id).isEmpty())
          .forEach(id -> unknownName(fields, "without", id, "the id of a step in this file"));
      preset.answers().keySet().stream()
          .filter(key -> catalog.setting(key).isEmpty())
          .forEach(key -> unknownName(fields, "answers", key, "the full key of a setting"));
    }
  }

  static void unknownName(Fields fields, String key, String name, String expected) {
    fields.error(fields.line(key), "%s names \"%s\", expected %s".formatted(key, name, expected));
  }
}
