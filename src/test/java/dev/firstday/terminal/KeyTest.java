package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"ｑ,q", "１,1", "？,?", "／,/", "Ｙ,Y", "q,q", "あ,あ", "ｱ,ア", "㌔,㌔"})
  void full_width_keys_fold_to_their_command(String typed, String command) {
    assertEquals(Key.of(command.codePointAt(0)), Key.of(typed.codePointAt(0)).folded());
  }

  @Test
  void the_ideographic_space_is_a_space_and_other_keys_stay() {
    assertEquals(Key.of(' '), Key.of(0x3000).folded());
    assertEquals(Key.ENTER, Key.ENTER.folded());
    assertEquals(Key.control('c'), Key.control('c').folded());
    assertEquals("", Key.ENTER.text());
    assertEquals("𠮷", Key.of(0x20bb7).text());
  }
}
