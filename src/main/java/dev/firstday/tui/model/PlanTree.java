package dev.firstday.tui.model;

import java.util.HashSet;
import java.util.Set;

/**
 * How the tree of a plan is looked at.
 *
 * @param cursor the row under the cursor
 * @param unfolded the keys of the rows that are open
 * @param onlyForGood whether only what can't be taken back is shown
 */
public record PlanTree(int cursor, Set<String> unfolded, boolean onlyForGood) {
  static final PlanTree FOLDED = new PlanTree(0, Set.of(), false);

  public PlanTree {
    unfolded = Set.copyOf(unfolded);
  }

  public PlanTree at(int row) {
    return new PlanTree(row, unfolded, onlyForGood);
  }

  /** Opens a row, or closes it. */
  public PlanTree toggled(String key) {
    Set<String> keys = new HashSet<>(unfolded);
    if (!keys.remove(key)) {
      keys.add(key);
    }
    return new PlanTree(cursor, keys, onlyForGood);
  }

  /** Everything, or only what can't be taken back. */
  public PlanTree filtered() {
    return new PlanTree(0, unfolded, !onlyForGood);
  }
}
