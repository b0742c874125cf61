package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.text.Normalizer;
import java.util.Random;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;

class WidthTest {
  static final int[] ALPHABET =
      ("aZ9 -(.,:/あいっゃー、。「」『』（）漢字ｱﾊﾟ㎡㌔✅⏳⚠️👨‍👩‍👧🇯🇵𠮷─│é\u0301が\u3099\u200d\u202e\033\t\n"
              + "\ud800Ａ１…→")
          .codePoints()
          .toArray();

  static String random(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(length + 1); i > 0; i--) {
      boolean any = random.nextInt(10) == 0;
      text.appendCodePoint(
          any ? random.nextInt(0x110000) : ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return text.toString();
  }

  @Test
  void wide_characters_take_two_columns_and_marks_none() {
    assertEquals(3, Width.of("abc"));
    assertEquals(6, Width.of("日本語"));
    assertEquals(2, Width.of("か\u3099"));
    assertEquals(2, Width.of("𠮷"));
    assertEquals(2, Width.of("ﾊﾟ"));
    assertEquals(0, Width.of("\033\u200d"));
  }

  @Test
  void every_character_has_the_width_of_the_table_and_what_is_plain_stays_as_it_is() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      assertEquals(Math.max(0, WCWidth.wcwidth(c)), Width.of(c), Integer.toHexString(c));
    }
    for (char c = 0x20; c < 0xfffe; c++) {
      String text = Character.toString(c);
      if (Width.sanitise(text).equals(text)) {
        assertEquals(Normalizer.normalize(text, Normalizer.Form.NFC), text);
        assertEquals(TextCharacter.fromString(text)[0].isDoubleWidth() ? 2 : 1, Width.of(text));
      }
    }
  }

  @Test
  void a_cut_never_splits_a_character() {
    assertEquals("日", Width.fit("日本", 3));
    assertEquals("日 ", Width.padRight("日本", 3));
    assertEquals("a    ", Width.padRight("a", 5));
    assertEquals("", Width.fit("日本", 1));
    assertEquals("が", Width.fit("か\u3099ぎ", 3));
    assertEquals("", Width.padRight("abc", 0));
  }

  @Test
  void what_cannot_be_drawn_safely_is_a_question_mark() {
    assertEquals("a b c", Width.sanitise("a\nb\tc"));
    assertEquals("?", Width.sanitise("👨‍👩‍👧"));
    assertEquals("x?y", Width.sanitise("x🇯🇵y"));
    assertEquals("?円", Width.sanitise("㌔円"));
    assertEquals("が𠮷田", Width.sanitise("か\u3099𠮷田"));
    assertEquals("firstday-123 ─│ テスト。", Width.sanitise("firstday-123 ─│ テスト。"));
  }

  @Test
  void what_a_terminal_would_obey_is_shown_by_its_number() {
    assertEquals("a\\u001bb", Width.sanitise("a\033b"));
    assertEquals("a\\u202e\\u200db", Width.sanitise("a\u202e\u200db"));
  }

  @Test
  void drawn_width_is_measured_width_and_never_more_than_allowed() {
    Random random = new Random(57);
    for (int i = 0; i < 10_000; i++) {
      int columns = random.nextInt(30);
      String text = random(random, 40);
      BasicTextImage image = new BasicTextImage(new TerminalSize(40, 1));
      int used = Width.draw(image.newTextGraphics(), 0, 0, text, columns);
      assertEquals(Width.of(Width.fit(Width.sanitise(text), columns)), used);
      assertTrue(used <= columns);
      int cells = 0;
      while (cells < used) {
        cells += image.getCharacterAt(cells, 0).isDoubleWidth() ? 2 : 1;
      }
      assertEquals(used, cells, text);
      for (int c = cells; c < 40; c++) {
        assertEquals(TextCharacter.DEFAULT_CHARACTER, image.getCharacterAt(c, 0), text);
      }
    }
  }
}
