package dev.firstday.tui;

/** Somebody is signed in, but nothing says which Region is home. */
public final class NoRegion extends Exception {
  private static final long serialVersionUID = 1;

  public NoRegion() {
    super("no Region");
  }
}
