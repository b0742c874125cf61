package dev.firstday.state;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers as a file that {@link AnswersFile} reads. Given answers are written as answers, and every
 * other setting as a comment with its default: a default that is written as an answer would stay
 * when a preset or a later version has a better one.
 */
public final class AnswersText {
  // What a YAML reader might not take for text is quoted.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9@._-]*");
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private final Catalog catalog;
  private final Messages messages;
  private final Map<String, String> given;
  private final StringBuilder text = new StringBuilder();

  private AnswersText(Catalog catalog, Messages messages, Map<String, String> given) {
    this.catalog = catalog;
    this.messages = messages;
    this.given = given;
  }

  /**
   * The file.
   *
   * @param given the answers that somebody gave, by their full keys
   * @param holds what holds now, by full key
   */
  public static String of(
      Catalog catalog,
      Messages messages,
      Map<String, String> given,
      Function<String, Optional<String>> holds) {
    AnswersText answers = new AnswersText(catalog, messages, given);
    answers.write(holds);
    return answers.text.toString();
  }

  private void write(Function<String, Optional<String>> holds) {
    messages.text("answers.head").lines().forEach(line -> comment("", line));
    for (Setting setting : catalog.shared()) {
      text.append('\n');
      setting("", setting.key(), setting, holds);
    }
    text.append("\nsteps:\n");
    for (StepEntry step : catalog.steps()) {
      if (!step.settings().isEmpty()) {
        text.append('\n');
        comment("  ", step.title().in(messages.language()));
        text.append("  ").append(step.id()).append(":\n");
        step.settings().forEach(s -> setting("    ", step.id() + "." + s.key(), s, holds));
      }
    }
  }

  private void setting(
      String indent, String key, Setting setting, Function<String, Optional<String>> holds) {
    comment(indent, setting.label().in(messages.language()) + " (" + about(setting) + ")");
    Optional<String> answer = Optional.ofNullable(given.get(key));
    text.append(indent)
        .append(answer.isPresent() ? "" : "# ")
        .append(setting.key())
        .append(':')
        .append(answer.or(() -> holds.apply(key)).map(v -> " " + value(setting, v)).orElse(""))
        .append('\n');
  }

  private String about(Setting setting) {
    return Stream.of(
            Optional.of(messages.text("type." + setting.type())),
            Optional.of(String.join(" | ", setting.choices())).filter(all -> !all.isEmpty()),
            setting.from().map(shared -> messages.text("answers.from", shared)),
            setting.when().map(when -> messages.text("answers.when", when)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private void comment(String indent, String line) {
    text.append(indent).append("# ").append(line).append('\n');
  }

  private static String value(Setting setting, String value) {
    return setting.type().isList()
        ? List.of(value.split(",")).stream()
            .map(String::strip)
            .filter(item -> !item.isEmpty())
            .map(AnswersText::scalar)
            .collect(Collectors.joining(", ", "[", "]"))
        : setting.type() == Setting.Type.BOOLEAN ? value : scalar(value);
  }

  private static String scalar(String value) {
    return PLAIN.matcher(value).matches() && !WORDS.contains(value)
        ? value
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
