package dev.firstday.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void what_a_terminal_obeys_is_shown_by_its_number() {
    assertEquals("\\u001b]0;x\\u0007", Printable.line("\033]0;x\007"));
    assertEquals("a\\u009b31mb\\u007f", Printable.line("a\u009b31mb\u007f"));
    assertEquals("a\\u000d\\u000ab\\u0009c", Printable.line("a\r\nb\tc"));
    assertEquals("a\\u000d\nb", Printable.text("a\r\nb"));
    assertEquals(
        "\\u202ea\\u2066\\u200f\\u061c\\ufeff", Printable.line("\u202ea\u2066\u200f\u061c\ufeff"));
    assertEquals("\\u2028\\u2029\\u0001\\ufffe", Printable.line("\u2028\u2029\u0001\ufffe"));
    assertEquals("x\\ud800y\\udc00", Printable.line("x\ud800y\udc00"));
    assertEquals("\\udb40\\udc41", Printable.line(Character.toString(0xe0041)));
  }

  @Test
  void what_can_be_read_stays_as_it_is() {
    for (String text :
        new String[] {"", "plain ~", "テスト。日本語", "naïve – «ok»", "𠮷", "שלום", "\\u001b"}) {
      assertEquals(text, Printable.line(text));
    }
    String ascii = "the same";
    assertSame(ascii, Printable.line(ascii));
  }

  @Test
  void no_character_that_Unicode_calls_control_format_or_separator_gets_through() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int type = Character.getType(c);
      boolean obeyed =
          type == Character.CONTROL
              || type == Character.FORMAT
              || type == Character.SURROGATE
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      assertTrue(!obeyed || Printable.unsafe(c), Integer.toHexString(c));
    }
    assertFalse(Printable.unsafe(0x00e9));
  }

  @Test
  void a_writer_lets_no_control_character_through_whichever_way_it_is_written() {
    StringWriter written = new StringWriter();
    PrintWriter writer = PrintableWriter.to(new PrintWriter(written));
    writer.print("a\033");
    writer.print('\r');
    writer.print(new char[] {'\u009b', 'b'});
    writer.append("\u202e").append('\007');
    writer.printf("%s", "\033");
    writer.println("c\nd");
    writer.write('\033');
    writer.flush();
    assertEquals(
        "a\\u001b\\u000d\\u009bb\\u202e\\u0007\\u001bc\nd" + System.lineSeparator() + "\\u001b",
        written.toString());
    assertSame(writer, PrintableWriter.to(writer));
  }

  @Test
  void lines_are_each_one_line() {
    assertEquals("a\\u000ab\nc", Lines.of(Arrays.asList("a\nb", "c")).toString());
    assertEquals("a\nb\\u001b", new Lines("a\nb\033").toString());
  }
}
