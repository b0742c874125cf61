package dev.firstday.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of which parts stand out by their colour. What it says never rests on the colours: {@link
 * #plain} has every word and sign.
 */
public record StyledLine(List<Part> parts) {
  /** What a part of a line means, and the parameter of the terminal's sequence for it. */
  public enum Emphasis {
    PLAIN(0),
    STRONG(1),
    DIM(2),
    BAD(31),
    DONE(32),
    NEEDS_YOU(33),
    WAITING(36);

    private final int parameter;

    Emphasis(int parameter) {
      this.parameter = parameter;
    }
  }

  /** A part of a line; nothing in its text controls a terminal. */
  public record Part(Emphasis style, String text) {
    public Part {
      text = Printable.line(text);
    }

    private String coloured() {
      return style == Emphasis.PLAIN ? text : "\033[" + style.parameter + "m" + text + "\033[0m";
    }
  }

  public static StyledLine of(String text) {
    return of(Emphasis.PLAIN, text);
  }

  public static StyledLine of(Emphasis style, String text) {
    return new StyledLine(List.of(new Part(style, text)));
  }

  /** The same line with a part behind it. */
  public StyledLine and(Emphasis style, String text) {
    return new StyledLine(Stream.concat(parts.stream(), Stream.of(new Part(style, text))).toList());
  }

  public String plain() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  /** The line with the terminal's sequences for its colours. */
  String coloured() {
    return parts.stream().map(Part::coloured).collect(Collectors.joining());
  }
}
