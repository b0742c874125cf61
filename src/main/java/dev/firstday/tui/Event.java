package dev.firstday.tui;

import dev.firstday.terminal.TerminalEvent;

/** Something that the wizard has to react to, wherever it comes from. */
public sealed interface Event {
  /** From the terminal. */
  record FromTerminal(TerminalEvent event) implements Event {}

  /** A step's view has changed. */
  record StepChanged(String step) implements Event {}

  /** Something has come of work in the background: the wizard's own thread goes on with it. */
  record WorkDone(Runnable reaction) implements Event {}

  /** A fault of ours on another thread; it ends the wizard. */
  record Broken(Throwable cause) implements Event {}
}
