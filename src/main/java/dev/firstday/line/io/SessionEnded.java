package dev.firstday.line.io;

/** Nobody is asked any more; everything that was said is kept. */
public final class SessionEnded extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean wanted;

  /** There is nobody left to ask. */
  public SessionEnded() {
    this("nobody is there to answer", false);
  }

  private SessionEnded(String why, boolean wanted) {
    super(why, null, false, false);
    this.wanted = wanted;
  }

  /** A person said so, in the middle of a question. */
  static SessionEnded asWanted() {
    return new SessionEnded("a person quits", true);
  }

  public boolean wanted() {
    return wanted;
  }
}
