package dev.firstday.engine.assess;

import dev.firstday.engine.failure.CallFailed;

/** A look at a part of a step, which says itself what it finds. */
@FunctionalInterface
public interface PartLook {
  void look() throws CallFailed;

  /**
   * Looks, and says so if the part can't be seen.
   *
   * @return whether it could
   */
  static boolean at(Assessment.Builder found, PartLook part) {
    try {
      part.look();
      return true;
    } catch (CallFailed e) {
      found.unseen(e.problem());
      return false;
    }
  }
}
