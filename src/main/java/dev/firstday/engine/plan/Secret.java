package dev.firstday.engine.plan;

import java.util.Arrays;

/**
 * A text that nobody but the person and AWS may see: a one-time password, the seed of an MFA
 * device, a code. It never shows itself in a message, and is written down nowhere: it is not
 * serialisable, and has nothing that a JSON writer would take for a property.
 */
public final class Secret implements AutoCloseable {
  /** What stands where a secret was. */
  public static final String MASK = "********";

  private final char[] text;
  private boolean wiped;

  private Secret(char[] text) {
    this.text = text;
  }

  /** Keeps a copy; the original is the caller's to wipe. */
  public static Secret of(char[] text) {
    return new Secret(text.clone());
  }

  public static Secret of(String text) {
    return new Secret(text.toCharArray());
  }

  /**
   * The text, for the one call or the one look that needs it.
   *
   * @throws IllegalStateException if it was wiped
   */
  public synchronized String text() {
    if (wiped) {
      throw new IllegalStateException("the secret was wiped");
    }
    return new String(text);
  }

  /** A message in which the secret, should it occur, is masked. */
  public synchronized String maskedIn(String message) {
    return wiped || text.length == 0 ? message : message.replace(new String(text), MASK);
  }

  /** Overwrites it; from then on nobody can have it. */
  @Override
  public synchronized void close() {
    Arrays.fill(text, '\0');
    wiped = true;
  }

  @Override
  public String toString() {
    return MASK;
  }
}
