package dev.firstday.line;

/** Nobody is asked any more; everything that was said is kept. */
final class Ended extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean wanted;

  /** There is nobody left to ask. */
  Ended() {
    this("nobody is there to answer", false);
  }

  private Ended(String why, boolean wanted) {
    super(why, null, false, false);
    this.wanted = wanted;
  }

  /** A person said so, in the middle of a question. */
  static Ended asWanted() {
    return new Ended("a person quits", true);
  }

  boolean wanted() {
    return wanted;
  }
}
