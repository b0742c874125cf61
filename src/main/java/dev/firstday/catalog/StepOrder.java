package dev.firstday.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The order that the steps' {@code after} gives: it names steps that exist, and has no circle. */
final class StepOrder {
  private final List<StepEntry> steps;
  private final Map<String, StepEntry> byId;

  StepOrder(List<StepEntry> steps) {
    this.steps = steps;
    this.byId =
        steps.stream().collect(Collectors.toMap(StepEntry::id, Function.identity(), (a, b) -> a));
  }

  /**
   * Notes what is wrong.
   *
   * @param entries the fields of each step
   */
  void check(List<Fields> entries) {
    for (int i = 0; i < steps.size(); i++) {
      check(entries.get(i), steps.get(i));
    }
  }

  private void check(Fields fields, StepEntry step) {
    step.after().stream()
        .filter(before -> !byId.containsKey(before))
        .forEach(
            before ->
                CatalogChecks.unknownName(
                    fields, "after", before, "the id of a step in this file"));
    if (reaches(step.id(), step, new HashSet<>())) {
      fields.error(
          fields.line("after"),
          "\"%s\" comes after itself (%s), expected an order without a circle"
              .formatted(step.id(), String.join(" after ", circle(step))));
    }
  }

  private boolean reaches(String goal, StepEntry from, Set<String> seen) {
    return from.after().stream()
        .anyMatch(
            id ->
                id.equals(goal)
                    || (seen.add(id) && byId.containsKey(id) && reaches(goal, byId.get(id), seen)));
  }

  private List<String> circle(StepEntry start) {
    Set<String> path = new LinkedHashSet<>();
    StepEntry step = start;
    while (path.add(step.id())) {
      step =
          step.after().stream()
              .map(byId::get)
              .filter(next -> next != null)
              .filter(
                  next ->
                      next.id().equals(start.id()) || reaches(start.id(), next, new HashSet<>()))
              .findFirst()
              .orElse(start);
    }
    List<String> names = new ArrayList<>(path);
    names.add(start.id());
    return names;
  }
}
