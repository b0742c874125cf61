package dev.firstday.engine.apply;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.StepEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which order steps are applied, where their order matters.
 *
 * @param steps their ids
 * @param last those that begin when all others have ended
 * @param width how many writes are made at the same time
 */
public record ApplyOrder(List<String> steps, Set<String> last, int width) {
  /** Few enough that what a crash leaves unknown is read in a minute. */
  public static final int WIDEST = 8;

  public static ApplyOrder of(Catalog catalog, int width) {
    List<StepEntry> order = catalog.applyOrder();
    return new ApplyOrder(
        order.stream().map(StepEntry::id).toList(),
        order.stream().filter(StepEntry::last).map(StepEntry::id).collect(Collectors.toSet()),
        width);
  }
}
