package dev.firstday.line.io;

import dev.firstday.terminal.AlternateScreen;
import java.util.Optional;

/** A person to talk with, one line at a time. Used by one thread. */
public interface LineIo {
  /**
   * What a person typed.
   *
   * @param pasted whether it was pasted, as far as that can be told
   */
  record TypedLine(String text, boolean pasted) {}

  /** Says one line, which is never taken back. */
  void say(String line);

  /**
   * Asks, and waits for a line.
   *
   * @param kept whether what is typed is worth finding again with the arrow keys
   * @return empty if there is nobody left to ask: the end of the input, or Ctrl+C
   */
  Optional<TypedLine> ask(String prompt, boolean kept);

  /** Asks for what is not written anywhere but into AWS. */
  default Optional<TypedLine> askQuietly(String prompt) {
    return ask(prompt, false);
  }

  /**
   * The screen for what must not stay when it is answered; empty where all that is said stays, and
   * that has to be said.
   */
  Optional<AlternateScreen> alternateScreen();

  /** Whether a person has pressed Ctrl+C since the last question. */
  boolean interrupted();

  /** Forgets that a person has pressed Ctrl+C: what they wanted by it was done. */
  void goOn();

  /** Whether somebody reads along, for whom a long text has to stop now and then. */
  boolean readAlong();
}
