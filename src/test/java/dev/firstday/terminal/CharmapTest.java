package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharmapTest {
  @ParameterizedTest
  @CsvSource({
    // LC_ALL, LC_CTYPE, LANG
    ", , , ASCII",
    ", , C, ASCII",
    ", , POSIX, ASCII",
    ", , ja_JP, ASCII",
    ", , ja_JP.eucJP, ASCII",
    ", , ja_JP.SJIS, ASCII",
    ", , en_US.ISO-8859-1, ASCII",
    ", , ja_JP.UTF-8, UTF_8",
    ", , ja_JP.utf8, UTF_8",
    ", , C.UTF-8, UTF_8",
    ", , no_SUCH.UTF-8@place, UTF_8",
    ", UTF-8, C, UTF_8",
    ", C, ja_JP.UTF-8, ASCII",
    "C, UTF-8, ja_JP.UTF-8, ASCII",
    "ja_JP.UTF-8, C, C, UTF_8",
  })
  void the_name_of_the_locale_decides(String all, String ctype, String lang, Charmap charmap) {
    Map<String, String> environment = new HashMap<>();
    environment.put("LC_ALL", all == null ? "" : all);
    environment.put("LC_CTYPE", ctype == null ? "" : ctype);
    environment.put("LANG", lang == null ? "" : lang);
    assertEquals(charmap, Charmap.of(environment));
  }

  @Test
  void windows_terminal_is_known_by_its_own_variable() {
    assertEquals(Charmap.UTF_8, Charmap.of(Map.of("WT_SESSION", "1")));
    assertEquals(Charmap.ASCII, Charmap.of(Map.of("WT_SESSION", "1", "LANG", "C")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a – b — c − d ‑ e, a - b - c - d - e",
        "“so” ‘it’ is…, \"so\" 'it' is...",
        "→ 2 × 3 · • │─, -> 2 x 3 - * |-",
        "ＡＢＣ　１２３！, ABC 123!",
        "Ångström Zoë naïve Łódź Straße, Angstrom Zoe naive Lodz Strasse",
        "½ ㎏ ﬁ ≠ ≥, 1/2 kg fi != >=",
        "日本 𠮷, \\u65e5\\u672c \\ud842\\udfb7",
        "🏠, \\ud83c\\udfe0",
      })
  void a_line_says_everything_in_ASCII(String text, String line) {
    assertEquals(line, Charmap.ASCII.line(text));
    assertEquals(text, Charmap.UTF_8.line(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a → b… “c”, a - b. \"c\"",
        "ＡＢ１|, A B 1 |",
        "Zoë ß|, Zoe s|",
        "日本|ﾊ 𠮷|, ____|_ __|",
      })
  void in_cells_everything_keeps_its_width(String text, String cells) {
    String shown = written(Charmap.ASCII.cells(), text);
    assertEquals(cells, shown);
    assertEquals(Width.of(text), Width.of(shown));
  }

  @Test
  void halves_of_characters_are_no_question_marks_either() {
    String halves = "a\ud842 \udfb7\ud842";
    assertTrue(written(Charmap.ASCII.lines(), halves).startsWith("a\\ud842 \\udfb7"));
    assertEquals(-1, written(Charmap.ASCII.lines(), halves).indexOf('?'));
    assertEquals(-1, written(Charmap.ASCII.cells(), halves).indexOf('?'));
  }

  /** A writer cuts text where its buffer ends. */
  @Test
  void no_character_is_lost_where_a_buffer_ends() {
    String text = "x𠮷日".repeat(20_000);
    assertEquals("x\\ud842\\udfb7\\u65e5".repeat(20_000), written(Charmap.ASCII.lines(), text));
    assertEquals("x____".repeat(20_000), written(Charmap.ASCII.cells(), text));
  }

  @Test
  void what_is_typed_is_read_as_UTF_8() {
    byte[] typed = "日本 é".getBytes(StandardCharsets.UTF_8);
    assertEquals("日本 é", new String(typed, Charmap.ASCII.cells()));
  }

  private static String written(Charset charset, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintWriter writer = new PrintWriter(bytes, true, charset);
    writer.print(text);
    writer.flush();
    for (byte b : bytes.toByteArray()) {
      assertTrue(b >= 0, "no byte beyond ASCII");
    }
    return bytes.toString(StandardCharsets.US_ASCII);
  }
}
