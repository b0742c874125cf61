package dev.firstday.line;

/** A person waits no longer for what is being read; the talk goes on without it. */
final class Left extends RuntimeException {
  private static final long serialVersionUID = 1;

  Left() {
    super("a person waits no longer", null, false, false);
  }
}
