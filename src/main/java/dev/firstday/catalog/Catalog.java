package dev.firstday.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps in the wizard's order, and the answers that several of them share.
 *
 * @param shared settings at the top of the answers file
 * @param presets choices of steps, the smallest first
 * @param environments what the account is for
 */
public record Catalog(
    List<Group> groups,
    List<Setting> shared,
    List<Preset> presets,
    List<Preset> environments,
    List<StepEntry> steps) {
  public static final String PRESET = "preset";

  public static final String ENVIRONMENT = "environment";

  /** For how many days texts and prices count as current. */
  private static final int FRESH = 180;

  public Optional<StepEntry> step(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  public Optional<Setting> sharedSetting(String key) {
    return shared.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** Whether the steps that use a shared answer have defaults of their own for it. */
  public boolean stepsHaveDefaults(String shared) {
    return steps.stream()
        .flatMap(step -> step.settings().stream())
        .filter(setting -> setting.from().filter(shared::equals).isPresent())
        .anyMatch(setting -> setting.preset().isPresent());
  }

  /** The setting behind a full key: {@code email}, {@code budget.amount}. */
  public Optional<Setting> setting(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? sharedSetting(key)
        : step(key.substring(0, dot)).flatMap(step -> step.setting(key.substring(dot + 1)));
  }

  /**
   * When the prices were last checked against AWS's pages, if that is so long ago that prices and
   * texts may be out of date. Makes no call.
   */
  public Optional<LocalDate> outdated(LocalDate today) {
    return steps.stream()
        .flatMap(step -> step.prices().stream())
        .map(Price::date)
        .max(Comparator.naturalOrder())
        .filter(date -> date.plusDays(FRESH).isBefore(today));
  }

  /**
   * The order in which an apply works: the wizard's order, but each step after the ones it names in
   * {@code after}, and those marked {@code last} at the end.
   */
  public List<StepEntry> applyOrder() {
    Map<String, StepEntry> ordered = new LinkedHashMap<>();
    steps.stream().filter(step -> !step.last()).forEach(step -> add(step, ordered));
    steps.stream().filter(StepEntry::last).forEach(step -> add(step, ordered));
    return new ArrayList<>(ordered.values());
  }

  // Cycles and missing steps are refused when the catalogue is read.
  private void add(StepEntry step, Map<String, StepEntry> ordered) {
    if (!ordered.containsKey(step.id())) {
      step.after().forEach(id -> step(id).ifPresent(before -> add(before, ordered)));
      ordered.put(step.id(), step);
    }
  }
}
