package dev.firstday.tui.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.terminal.Key;
import dev.firstday.terminal.Width;
import org.junit.jupiter.api.Test;

class TextFieldTest {
  private static TextField press(TextField field, Key... keys) {
    TextField now = field;
    for (Key key : keys) {
      now = now.press(key).orElseThrow();
    }
    return now;
  }

  @Test
  void types_and_deletes_at_the_caret() {
    TextField field = press(TextField.of("ac"), Key.LEFT, Key.of('b'), Key.DELETE, Key.BACKSPACE);
    assertEquals(new TextField("a", 1), field);
  }

  @Test
  void moves_over_whole_characters() {
    assertEquals(new TextField("𠮷a", 0), press(TextField.of("𠮷a"), Key.LEFT, Key.LEFT));
    assertEquals(TextField.of("a"), press(TextField.of("a𠮷"), Key.BACKSPACE));
  }

  @Test
  void knows_the_keys_of_readline() {
    TextField field = new TextField("one two", 3);
    assertEquals(new TextField(" two", 0), press(field, Key.control('u')));
    assertEquals(TextField.of("one"), press(field, Key.control('k')));
    assertEquals(new TextField("one two", 0), press(field, Key.control('a')));
    assertEquals(TextField.of("one two"), press(field, Key.control('e')));
  }

  @Test
  void pasted_line_breaks_and_control_characters_do_no_harm() {
    assertEquals("a b", TextField.of("").typed("a\r\nb\u001b").text());
    assertEquals("x", TextField.of("x").typed("y".repeat(5000)).text());
  }

  @Test
  void other_keys_are_not_its_own() {
    assertTrue(TextField.of("").press(Key.ENTER).isEmpty());
    assertTrue(TextField.of("").press(Key.ESCAPE).isEmpty());
    assertTrue(TextField.of("").press(Key.control('c')).isEmpty());
  }

  @Test
  void the_caret_is_always_in_the_window() {
    TextField field = TextField.of("あいうえおかきくけこ");
    for (int caret = 0; caret <= field.text().length(); caret++) {
      TextField there = new TextField(field.text(), caret);
      assertTrue(there.caretColumn(7) < 7);
      assertTrue(Width.of(there.window(7)) <= 7);
    }
    assertEquals("あいう", new TextField(field.text(), 0).window(7));
  }
}
