package dev.firstday.cli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Setting;
import dev.firstday.cli.Trial;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.state.AnswersFile;
import dev.firstday.steps.root.PhoneNumbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersCommandTest {
  private static final AnswerRules RULES = new AnswerRules(PhoneNumbers::international);

  private final Trial firstday;
  private final Catalog catalog;

  AnswersCommandTest(@TempDir Path home) throws InputErrors {
    firstday = new Trial(home);
    catalog = CatalogReader.builtIn();
  }

  /** Something that can be answered, and is not the default where there is a choice. */
  private static String sample(Setting setting) {
    if (!setting.choices().isEmpty()) {
      return setting.choices().getLast();
    }
    Function<String, String> atLeast =
        usual -> setting.min().map(min -> min.toBigInteger().toString()).orElse(usual);
    return switch (setting.type()) {
      case TEXT -> "It's \"quoted\" \\ # : 東京";
      case TEXTS -> "one, two";
      case EMAIL -> "a.b+c@example.com";
      case EMAILS -> "a@example.com, b@example.com";
      case PHONE -> "+81312345678";
      case DECIMAL -> setting.min().map(min -> min.toPlainString()).orElse("7.5");
      case INTEGER, INTEGERS -> atLeast.apply("7");
      case BOOLEAN -> String.valueOf(!setting.preset().equals(Optional.of("true")));
      case REGION -> "eu-west-1";
      case REGIONS -> "eu-west-1, us-east-2";
    };
  }

  /** An answer to every setting there is. */
  private Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    catalog.shared().forEach(setting -> all.put(setting.key(), sample(setting)));
    catalog
        .steps()
        .forEach(
            step -> step.settings().forEach(s -> all.put(step.id() + "." + s.key(), sample(s))));
    return all;
  }

  private Map<String, String> read(String text) throws InputErrors {
    return AnswersFile.read(
        firstday.file("answers.yaml", text), catalog, RULES, Messages.in(Language.EN));
  }

  private static String[] sets(String command, Map<String, String> answers) {
    List<String> arguments = new ArrayList<>(List.of(command, "--practice"));
    answers.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    return arguments.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void every_setting_can_be_set_and_comes_back_from_the_file_unchanged(String language)
      throws InputErrors {
    Map<String, String> all = all();
    assertTrue(all.size() > 50, all.toString());
    Trial.Result first = firstday.with("FIRSTDAY_LANG", language).run(sets("answers", all));
    assertEquals(0, first.code(), first.err());
    assertEquals(all, new LinkedHashMap<>(read(first.out())));
    Path file = firstday.file("again.yaml", first.out());
    assertEquals(
        first.out(), firstday.run("answers", "--practice", "--answers", file.toString()).out());
  }

  @Test
  void mails_are_in_the_language_of_the_session() {
    assertTrue(
        firstday.run("answers", "--practice", "--lang", "ja").out().contains("language: ja"));
    assertTrue(
        firstday.run("answers", "--practice", "--lang", "en").out().contains("language: en"));
  }

  @Test
  void what_nobody_answered_is_a_comment_with_what_holds() throws InputErrors {
    String text = firstday.run("answers", "--practice").out();
    assertEquals(Map.of(), read(text));
    AnswerBook book = new AnswerBook(catalog, Map.of(), Map.of());
    Map<String, String> uncommented = read(text.replaceAll("(?m)^( *)# ([a-z.-]+: \\S)", "$1$2"));
    all()
        .keySet()
        .forEach(
            key -> assertEquals(book.holds(key), Optional.ofNullable(uncommented.get(key)), key));
    assertTrue(uncommented.size() > 20, uncommented.toString());
  }

  @Test
  void answers_of_earlier_runs_are_present() throws InputErrors {
    firstday.file(
        ".local/state/firstday/practice/new/notes.json",
        "{\"answers\": {\"budget.amount\": \"77\", \"email\": \"was@example.com\"}}");
    String text = firstday.run("answers", "--practice", "--set", "email=is@example.com").out();
    assertEquals(Map.of("budget.amount", "77", "email", "is@example.com"), read(text));
    assertEquals(List.of(), firstday.calls());
  }

  @Test
  void needs_no_credentials() throws InputErrors {
    Trial.Result result = firstday.run("answers", "--set", "budget.amount=5");
    assertEquals(0, result.code(), result.err());
    assertEquals(Map.of("budget.amount", "5"), read(result.out()));
  }

  @Test
  void a_missing_answer_is_named_with_its_key_type_default_and_flag() {
    Trial.Result apply =
        firstday.run("apply", "--practice", "--yes", "--step", "alternate-contacts");
    assertEquals(2, apply.code());
    assertTrue(
        apply
            .err()
            .contains("--set alternate-contacts.phone=...   Phone number (phone number with"),
        apply.err());
    assertTrue(apply.err().contains("no default"), apply.err());
    assertEquals(List.of(), firstday.writes());
  }
}
