package dev.firstday.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.steps.Steps;
import dev.firstday.terminal.Charmap;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts that the program carries. */
class TextsTest {
  private static final int COLUMNS = 76;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  private static Catalog catalog() throws InputErrors {
    return CatalogReader.builtIn();
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /** Every text of a step that has to fit on a line. */
  private static Stream<Text> lines(StepEntry step) {
    return Stream.of(
            Stream.of(step.title()),
            step.byHand().stream(),
            step.settings().stream().map(Setting::label),
            step.findings().values().stream(),
            step.changes().values().stream())
        .flatMap(texts -> texts);
  }

  private static Stream<Text> all(StepEntry step) {
    Stream<Text> notes =
        step.controls().values().stream()
            .flatMap(list -> list.values().stream())
            .flatMap(control -> control.note().stream());
    Stream<Text> questions = step.settings().stream().flatMap(one -> one.about().stream());
    Stream<Text> facts = step.facts().values().stream();
    return Stream.of(lines(step), facts, Stream.of(step.why()), notes, questions)
        .flatMap(texts -> texts);
  }

  @Test
  void the_built_in_catalogue_has_every_step_that_has_a_class() throws InputErrors {
    Set<String> ids = catalog().steps().stream().map(StepEntry::id).collect(Collectors.toSet());
    assertTrue(ids.containsAll(Steps.ids()));
  }

  @Test
  void every_text_is_there_in_both_languages_with_the_same_values() throws InputErrors {
    Catalog catalog = catalog();
    Stream<Text> headings =
        Stream.concat(
            catalog.groups().stream().map(Group::title),
            catalog.shared().stream().map(Setting::label));
    Stream.concat(headings, catalog.steps().stream().flatMap(TextsTest::all))
        .forEach(
            text -> {
              assertFalse(text.en().isBlank(), text::ja);
              assertFalse(text.ja().isBlank(), text::en);
              assertEquals(placeholders(text.en()), placeholders(text.ja()), text::en);
            });
  }

  @Test
  void every_line_fits_on_a_screen() throws InputErrors {
    for (StepEntry step : catalog().steps()) {
      lines(step)
          .flatMap(text -> Stream.of(text.en(), text.ja()))
          .forEach(line -> assertTrue(columns(line) <= COLUMNS, step.id() + ", too wide: " + line));
    }
  }

  private static int columns(String line) {
    return line.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  private static boolean wide(int c) {
    return c >= 0x2e80 && c <= 0xffe6 && !(c >= 0xff61 && c <= 0xff9f);
  }

  /** A link that is broken over two lines can't be clicked or copied in most terminals. */
  @Test
  void the_link_of_every_console_page_fits_on_a_line() throws InputErrors {
    for (StepEntry step : catalog().steps()) {
      step.console().ifPresent(link -> assertTrue(link.length() < 80, step.id() + ": " + link));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages", "screens", "lines", "reports", "failures"})
  void both_languages_have_the_same_messages_with_the_same_values(String bundle)
      throws IOException {
    Properties en = load(bundle + "_en");
    Properties ja = load(bundle + "_ja");
    assertEquals(new TreeSet<>(en.stringPropertyNames()), new TreeSet<>(ja.stringPropertyNames()));
    for (String key : en.stringPropertyNames()) {
      assertEquals(
          placeholders(en.getProperty(key)), placeholders(ja.getProperty(key)), bundle + " " + key);
    }
  }

  /** Terminals disagree on how wide other characters are, or have no glyph for them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "messages_en", "screens_en", "lines_en", "reports_en",
        "messages_ja", "screens_ja", "lines_ja", "reports_ja"
      })
  void only_characters_that_every_terminal_draws_alike(String bundle) throws IOException {
    Properties texts = load(bundle);
    for (String key : texts.stringPropertyNames()) {
      assertEquals("", doubtful(texts.getProperty(key)), bundle + " " + key);
    }
  }

  @Test
  void only_characters_that_every_terminal_draws_alike_in_the_steps() throws InputErrors {
    for (StepEntry step : catalog().steps()) {
      all(step)
          .flatMap(text -> Stream.of(text.en(), text.ja()))
          .forEach(text -> assertEquals("", doubtful(text), step.id() + ": " + text));
    }
  }

  /** English is what terminals that aren't UTF-8 get. */
  @ParameterizedTest
  @ValueSource(strings = {"messages", "screens", "lines", "reports", "failures"})
  void English_is_ASCII_but_for_what_is_said_to_those_who_read_Japanese(String bundle)
      throws IOException {
    Set<String> japanese =
        Set.of(
            "tui.command.LANGUAGE",
            "tui.help.LANGUAGE",
            "tui.input-method",
            "line.settings.language");
    Properties texts = load(bundle + "_en");
    for (String key : texts.stringPropertyNames()) {
      if (!japanese.contains(key)) {
        assertEquals(texts.getProperty(key), Charmap.ASCII.line(texts.getProperty(key)), key);
      }
    }
  }

  @Test
  void the_steps_are_ASCII_in_English() throws InputErrors {
    for (StepEntry step : catalog().steps()) {
      all(step).map(Text::en).forEach(text -> assertEquals(text, Charmap.ASCII.line(text)));
    }
  }

  /** What is neither ASCII nor Japanese as its input methods write it. */
  private static String doubtful(String text) {
    return text.replaceAll(
        "[\\n"
            + " -~\\u3001-\\u3003\\u301c\\u300c-\\u3011\\u3041-\\u3096\\u30a1-\\u30fc\\u4e00-\\u9fff\\uff01-\\uff5e]",
        "");
  }

  private static Properties load(String bundle) throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Messages.class.getResourceAsStream(bundle + ".properties"), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }

  @Test
  void a_message_that_is_missing_shows_its_key() {
    assertEquals("no.such.key", Messages.in(Language.EN).text("no.such.key"));
  }

  @ParameterizedTest
  @CsvSource({
    "{0} of {1}, x of y",
    "{1}{1}, yy",
    "{2}, {2}",
    "it's {0}, it's x",
    "{a}, {a}",
  })
  void values_are_put_in_plainly(String template, String filled) {
    assertEquals(filled, Text.fill(template, List.of("x", "y")));
  }

  @ParameterizedTest
  @CsvSource({
    "ja_JP.UTF-8, , , JA",
    ", ja_JP, , JA",
    ", , ja_JP.eucJP, EN",
    ", , ja_JP.utf8, JA",
    "C, ja_JP, ja_JP, EN",
    ", , JA, JA",
    ", , , EN",
    ", , de_DE.UTF-8, EN",
  })
  void the_environment_chooses_the_language(
      String all, String messages, String lang, Language language) {
    var environment = new HashMap<String, String>();
    environment.put("LC_ALL", all == null ? "" : all);
    environment.put("LC_MESSAGES", messages == null ? "" : messages);
    environment.put("LANG", lang == null ? "" : lang);
    assertEquals(language, Language.of(environment));
  }
}
