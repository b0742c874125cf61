package dev.firstday.line;

/** There is nobody left to ask; everything that was said is kept. */
final class Ended extends RuntimeException {
  private static final long serialVersionUID = 1;

  Ended() {
    super("nobody is there to answer", null, false, false);
  }
}
