package dev.firstday.engine;

import java.util.function.BooleanSupplier;

/** Tells, asked before each call, whether an apply or an undo is to end there. */
@FunctionalInterface
public interface Stop extends BooleanSupplier {
  /** Whether the first failure ends it, too; else what does not need what failed goes on. */
  default boolean onFailure() {
    return false;
  }

  /** The same, but the first failure ends it. */
  default Stop orOnFailure() {
    BooleanSupplier asked = this;
    return new Stop() {
      @Override
      public boolean getAsBoolean() {
        return asked.getAsBoolean();
      }

      @Override
      public boolean onFailure() {
        return true;
      }
    };
  }
}
