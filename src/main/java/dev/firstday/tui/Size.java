package dev.firstday.tui;

/** The terminal's size, and what it is large enough for. */
record Size(int columns, int rows) {
  /** Rows above the body: place, identity, rule. */
  static final int HEADER = 3;

  /** The last column stays empty, so that no terminal wraps or scrolls. */
  int usable() {
    return Math.max(1, columns - 1);
  }

  boolean twoPanes() {
    return columns >= 100 && rows >= 28;
  }

  boolean compact() {
    return columns < 72 || rows < 18;
  }

  boolean tooSmall() {
    return columns < 40 || rows < 12;
  }

  /** Rows between the header and the footer. */
  int body() {
    return Math.max(1, rows - 6);
  }
}
