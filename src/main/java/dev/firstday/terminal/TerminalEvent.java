package dev.firstday.terminal;

/** Something that happened at the terminal. */
public sealed interface TerminalEvent {
  /** A key was pressed. */
  record Pressed(Key key) implements TerminalEvent {}

  /** The mouse was clicked, where mouse reports were asked for; counted from 0. */
  record Clicked(int column, int row) implements TerminalEvent {}

  /** The wheel was turned by one notch, where mouse reports were asked for. */
  record Wheel(boolean up) implements TerminalEvent {}

  /** Text was pasted in one go: one line, no control characters, 4 kB at most. */
  record Pasted(String text) implements TerminalEvent {}

  /** The terminal has another size now. */
  record Resized(int columns, int rows) implements TerminalEvent {}

  /** The terminal has said, later than the first frame, which line characters it draws well. */
  record GlyphsKnown(Glyphs glyphs) implements TerminalEvent {}

  /** The terminal has said how light its background is. */
  record BackgroundKnown(boolean light) implements TerminalEvent {}

  /** The program was stopped and goes on: everything must be painted again. */
  record ScreenResumed() implements TerminalEvent {}

  /** The terminal is gone; no event will follow. */
  record Closed() implements TerminalEvent {}
}
