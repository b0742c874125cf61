package dev.firstday.catalog;

import dev.firstday.text.Lines;
import dev.firstday.text.Printable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in both languages. {@code {0}}, {@code {1}}, … stand for values; plain replacement instead
 * of {@link java.text.MessageFormat}, whose apostrophes and grouped numbers surprise translators.
 * Values are data and are made {@linkplain Printable printable} here.
 */
public record Text(String en, String ja) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

  public Text {
    en = Printable.text(en);
    ja = Printable.text(ja);
  }

  public String in(Language language) {
    return language == Language.JA ? ja : en;
  }

  /** The text with its placeholders replaced; one without a value stays as it is. */
  public String in(Language language, List<String> values) {
    return fill(in(language), values);
  }

  static String fill(String template, List<?> values) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            match -> {
              int index = Integer.parseInt(match.group(1));
              return Matcher.quoteReplacement(
                  index < values.size() ? printable(values.get(index)) : match.group());
            });
  }

  private static String printable(Object value) {
    return value instanceof Lines lines ? lines.toString() : Printable.line(String.valueOf(value));
  }
}
