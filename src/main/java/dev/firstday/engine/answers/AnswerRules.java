package dev.firstday.engine.answers;

import dev.firstday.catalog.Note;
import dev.firstday.catalog.Setting;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What counts as an answer to a setting.
 *
 * @param phone turns a phone number into its international form; empty if there is no such number
 * @param regions what counts as a Region
 */
public record AnswerRules(Function<String, Optional<String>> phone, RegionRule regions) {
  // AWS's own pattern for alternate contacts, which is the strictest of those we send addresses to.
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\w+=.#|!&-]{1,64}@(?=.{1,189}$)[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
  private static final Pattern FORMAT = Pattern.compile("\\p{Cf}");
  private static final Pattern EXTENSION =
      Pattern.compile(
          ".*\\d\\W*(;ext=|ext(ension|n)?[.:]?|x|#|~|,|内線)\\s*\\d{1,7}#?",
          Pattern.CASE_INSENSITIVE);

  /** The rules where no list of Regions is at hand. */
  public AnswerRules(Function<String, Optional<String>> phone) {
    this(phone, RegionRule.wellFormed());
  }

  /** What became of an answer. */
  public sealed interface AnswerResult {
    record Right(String value) implements AnswerResult {}

    /** It can't; the note says what was expected, under {@code answer.} in the messages. */
    record Wrong(Note expected) implements AnswerResult {}
  }

  /**
   * Checks an answer. Full-width forms count as what they look like; what can't be seen, as the
   * marks of direction around a number from a contacts app, does not count at all.
   */
  public AnswerResult check(Setting setting, String answer) {
    String text =
        setting.type() == Setting.Type.TEXT
            ? Normalizer.normalize(answer, Normalizer.Form.NFC).strip()
            : Normalizer.normalize(FORMAT.matcher(answer).replaceAll(""), Normalizer.Form.NFKC)
                .strip();
    return setting.type().isList() ? list(setting, text) : one(setting, text);
  }

  private AnswerResult list(Setting setting, String text) {
    List<String> items = new ArrayList<>();
    for (String item : Answers.items(text.replace('、', ','))) {
      switch (one(setting, item)) {
        case AnswerResult.Wrong wrong -> {
          return wrong;
        }
        case AnswerResult.Right right -> items.add(right.value());
      }
    }
    // Least and greatest are those of each number, else of the list.
    boolean counts = setting.type() != Setting.Type.INTEGERS;
    if (items.isEmpty() && counts && setting.min().isPresent()) {
      return wrong("list-empty");
    }
    Optional<BigDecimal> most =
        setting.max().filter(max -> counts && items.size() > max.intValue());
    return most.map(max -> wrong("list-long", max))
        .orElseGet(() -> right(String.join(", ", items)));
  }

  private AnswerResult one(Setting setting, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      return wrong("text");
    }
    if (!setting.choices().isEmpty() && !setting.choices().contains(text)) {
      return wrong("choice", String.join(", ", setting.choices()));
    }
    return switch (setting.type()) {
      case TEXT, TEXTS -> length(setting, text);
      case EMAIL, EMAILS -> EMAIL.matcher(text).matches() ? right(text) : wrong("email");
      case PHONE -> phone.apply(text).map(AnswerRules::right).orElseGet(() -> noPhone(text));
      case INTEGER, INTEGERS -> number(setting, text, true);
      case DECIMAL -> number(setting, text, false);
      case BOOLEAN ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "はい" -> right("true");
            case "false", "no", "n", "いいえ" -> right("false");
            default -> wrong("boolean");
          };
      case REGION -> region(text, "region");
      case REGIONS ->
          text.equals("home") || text.equals("enabled") ? right(text) : region(text, "regions");
    };
  }

  private AnswerResult region(String text, String expected) {
    return regions
        .wrong(text)
        .map(
            wrong ->
                wrong.code().equals(RegionRule.EXPECTED)
                    ? wrong(expected)
                    : new AnswerResult.Wrong(wrong))
        .orElseGet(() -> right(text));
  }

  private static AnswerResult noPhone(String text) {
    return wrong(EXTENSION.matcher(text).matches() ? "phone-extension" : "phone");
  }

  private AnswerResult length(Setting setting, String text) {
    int min = setting.min().map(BigDecimal::intValue).orElse(1);
    int max = setting.max().map(BigDecimal::intValue).orElse(256);
    return text.length() < min || text.length() > max ? wrong("length", min, max) : right(text);
  }

  private AnswerResult number(Setting setting, String text, boolean whole) {
    Optional<BigDecimal> parsed = parsed(text);
    if (parsed.isEmpty()) {
      return wrong(whole ? "integer" : "decimal");
    }
    BigDecimal number = parsed.get();
    if (whole && number.stripTrailingZeros().scale() > 0) {
      return wrong("integer");
    }
    if (setting.min().isPresent() && number.compareTo(setting.min().get()) < 0) {
      return wrong("min", setting.min().get().toPlainString());
    }
    if (setting.max().isPresent() && number.compareTo(setting.max().get()) > 0) {
      return wrong("max", setting.max().get().toPlainString());
    }
    return right(whole ? number.toBigInteger().toString() : number.toPlainString());
  }

  /** The number, unless it is longer than any that is meant. */
  private static Optional<BigDecimal> parsed(String text) {
    try {
      return Optional.of(new BigDecimal(text))
          .filter(number -> number.precision() <= 15 && Math.abs(number.scale()) <= 15);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static AnswerResult right(String value) {
    return new AnswerResult.Right(value);
  }

  private static AnswerResult wrong(String code, Object... values) {
    return new AnswerResult.Wrong(Note.of("answer." + code, values));
  }
}
