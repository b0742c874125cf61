package dev.firstday.engine.apply;

import java.util.function.BooleanSupplier;

/** Tells, asked before each call, whether an apply or an undo is to end there. */
@FunctionalInterface
public interface Cancellation extends BooleanSupplier {
  /** Whether the first failure ends it, too; else what does not need what failed goes on. */
  default boolean onFailure() {
    return false;
  }

  /** The same, but the first failure ends it. */
  default Cancellation orOnFailure() {
    return with(this, true);
  }

  /** The same, but it is also to end where this says so. */
  default Cancellation or(BooleanSupplier other) {
    return with(() -> other.getAsBoolean() || getAsBoolean(), onFailure());
  }

  private static Cancellation with(BooleanSupplier asked, boolean onFailure) {
    return new Cancellation() {
      @Override
      public boolean getAsBoolean() {
        return asked.getAsBoolean();
      }

      @Override
      public boolean onFailure() {
        return onFailure;
      }
    };
  }
}
