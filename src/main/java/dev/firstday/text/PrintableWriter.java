package dev.firstday.text;

import java.io.PrintWriter;

/**
 * A writer to a terminal that lets no control character through, even if a caller forgot to remove
 * it. A line ends only by a line feed or by {@link #println()}.
 */
public final class PrintableWriter extends PrintWriter {
  private PrintableWriter(PrintWriter to) {
    super(to, true);
  }

  /** Writes printable text to the given writer. */
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
