package dev.firstday.text;

import java.util.Collection;

/**
 * A text of several lines that the program has put together: as a value of another text it keeps
 * its line feeds, which those of any other value do not.
 */
public record Lines(String text) {
  public Lines {
    text = Printable.text(text);
  }

  /** Each of these as a line of its own, whatever is in it. */
  public static Lines of(Collection<String> lines) {
    return new Lines(String.join("\n", lines.stream().map(Printable::line).toList()));
  }

  @Override
  public String toString() {
    return text;
  }
}
