package dev.firstday.tui.widgets;

/** Which of the terminal's own 16 colours the roles take. */
public enum Palette {
  /** Readable on dark and on most light backgrounds. */
  NORMAL,
  /** For light backgrounds on which yellow can't be read. */
  LIGHT,
  /** Bold and reverse only. */
  MONO;

  public Palette next(int by) {
    return values()[Math.floorMod(ordinal() + by, values().length)];
  }
}
