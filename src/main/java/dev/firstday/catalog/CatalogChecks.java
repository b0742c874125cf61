package dev.firstday.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks whether what the entries of a catalogue name exists; each error is noted at its line. */
final class CatalogChecks {
  private static final String A_STEP = "the id of a step in this file";

  private CatalogChecks() {}

  /** Whether somebody does the step: a class, or a person. */
  static void implemented(Fields fields, StepEntry step, Set<String> implemented) {
    if (!step.id().isEmpty() && !step.attested() && !implemented.contains(step.id())) {
      fields.error(
          fields.line("id"),
          "unknown step \"%s\", expected one of %s, or \"attested: true\" for what only a person does",
          step.id(),
          String.join(", ", new TreeSet<>(implemented)));
    }
  }

  /**
   * One step by itself.
   *
   * @param shared the settings that several steps use
   */
  static void step(Fields fields, StepEntry step, List<Setting> shared) {
    if (step.by() != Actor.API && step.byHand().isEmpty()) {
      fields.error(fields.line(), "by-hand is missing, expected how a person does the step");
    }
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
                    "from is \"%s\", expected a key under \"shared\"",
                    from));
  }

  /** All steps together: each once, in an order without a circle. */
  static void steps(List<Fields> entries, List<StepEntry> steps) {
    Map<String, Integer> lines = new HashMap<>();
    Map<String, StepEntry> byId = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Fields fields = entries.get(i);
      String id = steps.get(i).id();
      byId.putIfAbsent(id, steps.get(i));
      Integer first = lines.putIfAbsent(id, fields.line("id"));
      if (first != null && !id.isEmpty()) {
        fields.error(
            fields.line("id"),
            "the step \"%s\" stands twice, expected it once (first in line %s)",
            id,
            first);
      }
    }
    for (int i = 0; i < steps.size(); i++) {
      order(entries.get(i), steps.get(i), byId);
    }
  }

  private static void order(Fields fields, StepEntry step, Map<String, StepEntry> byId) {
    step.after().stream()
        .filter(before -> !byId.containsKey(before))
        .forEach(before -> unknownName(fields, "after", before, A_STEP));
    List<String> circle = path(step, step.id(), byId, new HashSet<>());
    if (!circle.isEmpty()) {
      fields.error(
          fields.line("after"),
          "\"%s\" comes after itself (%s), expected an order without a circle",
          step.id(),
          String.join(" after ", circle));
    }
  }

  /** The ids from a step to one that it comes after, both among them; empty if it does not. */
  private static List<String> path(
      StepEntry from, String goal, Map<String, StepEntry> byId, Set<String> seen) {
    for (String id : from.after()) {
      List<String> rest =
          id.equals(goal)
              ? List.of(goal)
              : seen.add(id) && byId.containsKey(id)
                  ? path(byId.get(id), goal, byId, seen)
                  : List.of();
      if (!rest.isEmpty()) {
        return Stream.concat(Stream.of(from.id()), rest.stream()).toList();
      }
    }
    return List.of();
  }

  /** Presets name only steps, settings and prices that exist. */
  static void presets(List<Fields> entries, List<Preset> presets, Catalog catalog) {
    for (int i = 0; i < presets.size(); i++) {
      Fields fields = entries.get(i);
      Preset preset = presets.get(i);
      preset.without().stream()
          .filter(id -> catalog.step(id).isEmpty())
          .forEach(id -> unknownName(fields, "without", id, A_STEP));
      preset.answers().keySet().stream()
          .filter(key -> catalog.setting(key).isEmpty())
          .forEach(key -> unknownName(fields, "answers", key, "the full key of a setting"));
    }
  }

  private static void unknownName(Fields fields, String key, String name, String expected) {
    fields.error(fields.line(key), "%s names \"%s\", expected %s", key, name, expected);
  }
}
