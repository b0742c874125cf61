package dev.firstday.tui.widgets;

/** Which colours the roles take. */
public enum Palette {
  /** For dark backgrounds. */
  NORMAL,
  /** For light backgrounds. */
  LIGHT,
  /** Bold and reverse only. */
  MONO;

  public Palette next(int by) {
    return values()[Math.floorMod(ordinal() + by, values().length)];
  }
}
