package dev.firstday.engine.assess;

/** How a step stands. */
public enum Verdict {
  /** The account has it. */
  DONE,
  /** Something of it is known to be missing. */
  TODO,
  /** Nothing is known to be missing, but something could not be read. */
  UNSEEN,
  /** This account can't or need not have it. */
  NOT_APPLICABLE,
  /** No API shows it; a person said it is done. */
  ATTESTED,
  /** No API shows it, and nobody said anything. */
  UNATTESTED;

  /** Whether nothing is left to do. */
  public boolean settled() {
    return this == DONE || this == NOT_APPLICABLE || this == ATTESTED;
  }
}
