package dev.firstday.terminal;

/**
 * Where the cursor rests after a frame, counted from 0. It is worth placing even when it is hidden:
 * input methods and screen readers follow it.
 */
public record Caret(int column, int row, boolean visible) {
  /** Out of the way. */
  public static final Caret HIDDEN = new Caret(0, 0, false);

  /** The caret of a text field. */
  public static Caret at(int column, int row) {
    return new Caret(column, row, true);
  }

  /** Hidden, but placed on what has the focus. */
  public static Caret hiddenAt(int column, int row) {
    return new Caret(column, row, false);
  }
}
