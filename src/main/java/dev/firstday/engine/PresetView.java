package dev.firstday.engine;

import dev.firstday.catalog.Preset;
import dev.firstday.catalog.StepEntry;
import java.math.BigDecimal;
import java.util.List;

/**
 * A preset as a person chooses it.
 *
 * @param monthlyUsd what they cost a quiet account a month, in US dollars
 */
public record PresetView(
    Preset preset, boolean chosen, List<StepEntry> steps, BigDecimal monthlyUsd) {

  /** How long they take a person, in minutes. */
  public int minutes() {
    return steps.stream().mapToInt(StepEntry::minutes).sum();
  }
}
