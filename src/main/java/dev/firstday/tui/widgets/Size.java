package dev.firstday.tui.widgets;

/** The terminal's size, and what it is large enough for. */
public record Size(int columns, int rows) {
  /** Rows above the body: place, identity, rule. */
  public static final int HEADER = 3;

  /** The last column stays empty, so that no terminal wraps or scrolls. */
  public int usable() {
    return Math.max(1, columns - 1);
  }

  public boolean twoPanes() {
    return columns >= 100 && rows >= 28;
  }

  public boolean compact() {
    return columns < 72 || rows < 18;
  }

  public boolean tooSmall() {
    return columns < 40 || rows < 12;
  }

  /** Rows between the header and the footer. */
  public int body() {
    return Math.max(1, rows - 6);
  }
}
