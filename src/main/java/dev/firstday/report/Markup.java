package dev.firstday.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * HTML that is safe to put into a page: text gets in through {@link #text} only, and so escaped.
 *
 * @param html the markup
 */
record Markup(String html) {
  static final Markup NOTHING = new Markup("");

  static Markup text(String text) {
    return new Markup(escaped(text));
  }

  /** An element with texts or elements in it. */
  static Markup element(String tag, Markup... inside) {
    return with(tag, "", inside);
  }

  /** An element of a class. */
  static Markup element(String tag, String style, Markup... inside) {
    return with(tag, attribute("class", style), inside);
  }

  /** A link. */
  static Markup link(String to, Markup... inside) {
    return with("a", attribute("href", to), inside);
  }

  /** An element that links lead to. */
  static Markup target(String tag, String id, Markup... inside) {
    return with(tag, attribute("id", id), inside);
  }

  /** A heading of a column or a row. */
  static Markup heading(String scope, Markup... inside) {
    return with("th", attribute("scope", scope), inside);
  }

  static Markup join(List<Markup> parts) {
    return new Markup(parts.stream().map(Markup::html).collect(Collectors.joining("\n")));
  }

  /** An element with attributes, each made by {@link #attribute}. */
  static Markup with(String tag, String attributes, Markup... inside) {
    return new Markup(
        "<" + tag + attributes + ">" + join(List.of(inside)).html() + "</" + tag + ">");
  }

  static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(value) + "\"";
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append('\n');
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
              }
            });
    return escaped.toString();
  }
}
