package dev.firstday.report;

import dev.firstday.text.Lines;
import dev.firstday.text.Printable;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * HTML that is safe to put into a page: text enters only through {@link #text}, which escapes it
 * and makes it printable, and therefore valid in XML 1.0.
 *
 * @param html the markup
 */
record Markup(String html) {
  static final Markup NOTHING = new Markup("");

  static Markup text(String text) {
    return new Markup(escaped(Printable.line(text)));
  }

  /** Text of several lines. */
  static Markup lines(Collection<String> lines) {
    return new Markup(escaped(Lines.of(lines).text()));
  }

  /**
   * Text that AWS, a file or a person supplied: a name in Arabic or Hebrew does not reverse the
   * text beside it.
   */
  static Markup foreign(String text) {
    return element("bdi", text(text));
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

  /** What becomes of each, one below the other. */
  static <T> Markup each(Collection<T> all, Function<T, Markup> markup) {
    return join(all.stream().map(markup).toList());
  }

  /** An element with attributes, each made by {@link #attribute}. */
  static Markup with(String tag, String attributes, Markup... inside) {
    return new Markup(
        "<" + tag + attributes + ">" + join(List.of(inside)).html() + "</" + tag + ">");
  }

  /** A section that is named by its heading. */
  static Markup section(String id, Markup title, Markup... inside) {
    List<Markup> parts =
        Stream.concat(Stream.of(target("h2", id, title)), Stream.of(inside)).toList();
    return with("section", attribute("aria-labelledby", id), join(parts));
  }

  /** A table that a narrow window scrolls, also by keyboard; it is named by its heading. */
  static Markup table(String heading, List<String> heads, List<Markup> rows) {
    Markup head = element("thead", element("tr", each(heads, h -> heading("col", text(h)))));
    return with(
        "div",
        attribute("class", "wide")
            + attribute("role", "group")
            + attribute("tabindex", "0")
            + attribute("aria-labelledby", heading),
        with("table", attribute("aria-labelledby", heading), head, element("tbody", join(rows))));
  }

  static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(Printable.line(value)) + "\"";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
