package dev.firstday.text;

import java.io.PrintWriter;

/**
 * A writer to a terminal: whatever was forgotten on the way, no control character gets through, and
 * no line ends but by a line feed or by {@link #println()}.
 */
public final class PrintableWriter extends PrintWriter {
  private PrintableWriter(PrintWriter to) {
    super(to, true);
  }

  /** A writer of printable text to this one. */
  public static PrintWriter to(PrintWriter writer) {
    return writer instanceof PrintableWriter printable ? printable : new PrintableWriter(writer);
  }

  @Override
  public void write(int c) {
    super.write(Printable.text(Character.toString((char) c)));
  }

  @Override
  public void write(char[] text, int from, int length) {
    super.write(Printable.text(new String(text, from, length)));
  }

  @Override
  public void write(String text, int from, int length) {
    String clean = Printable.text(text.substring(from, from + length));
    super.write(clean, 0, clean.length());
  }
}
