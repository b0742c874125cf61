package dev.firstday.text;

import java.io.PrintWriter;

/**
 * A writer to a terminal that lets no control character through, even if a caller forgot to remove
 * it, but for the colours of a {@link StyledLine} and the one line that tells of progress. A line
 * ends only by a line feed or by {@link #println()}.
 */
public final class PrintableWriter extends PrintWriter {
  private PrintableWriter(PrintWriter to) {
    super(to, true);
  }

  /** Writes printable text to the given writer. */
  public static PrintableWriter to(PrintWriter writer) {
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

  /** Prints a line with its colours. */
  public void println(StyledLine line) {
    raw(line.coloured());
    println();
  }

  /** Shows a text in place of the line that was shown so last; an empty one erases it. */
  public void showInPlace(String text) {
    raw("\r\033[K");
    write(Printable.line(text));
    flush();
  }

  private void raw(String text) {
    super.write(text, 0, text.length());
  }
}
