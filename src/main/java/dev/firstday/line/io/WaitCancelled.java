package dev.firstday.line.io;

/** A person waits no longer for what is being read; the talk goes on without it. */
public final class WaitCancelled extends RuntimeException {
  private static final long serialVersionUID = 1;

  WaitCancelled() {
    super("a person waits no longer", null, false, false);
  }
}
