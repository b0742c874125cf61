package dev.firstday.text;

import java.util.Collection;

/**
 * A text of several lines that the program itself has joined. As a value of another text it keeps
 * its line feeds; other values lose theirs.
 */
public record Lines(String text) {
  public Lines {
    text = Printable.text(text);
  }

  /** Each of these as a line of its own. */
  public static Lines of(Collection<String> lines) {
    return new Lines(String.join("\n", lines.stream().map(Printable::line).toList()));
  }

  @Override
  public String toString() {
    return text;
  }
}
