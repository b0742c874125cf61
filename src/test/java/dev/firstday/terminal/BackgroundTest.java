package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackgroundTest {
  @ParameterizedTest
  @CsvSource({
    "]11;rgb:ffff/ffff/ffff, true",
    "]11;rgb:fdfd/f6f6/e3e3, true",
    "]11;rgb:00/2b/36, false",
    "]11;rgba:1e1e/1e1e/1e1e/ffff, false",
  })
  void is_light_or_dark_as_the_terminal_says(String answer, boolean light) {
    assertEquals(Optional.of(light), Colours.light(answer));
  }

  @Test
  void is_not_known_from_any_other_string() {
    assertEquals(Optional.empty(), Colours.light("]10;rgb:ffff/ffff/ffff"));
    assertEquals(Optional.empty(), Colours.light("P11;rgb:ffff/ffff/ffff"));
  }

  @Test
  void is_told_by_both_ends_of_a_string_and_presses_no_key() {
    List<TerminalEvent> events = new ArrayList<>();
    KeyDecoder decoder = new KeyDecoder(events::add);
    String typed = "\033]11;rgb:ffff/ffff/ffff\033\\\033]11;rgb:0000/0000/0000\007";
    for (byte next : typed.getBytes(StandardCharsets.US_ASCII)) {
      decoder.feed(next);
    }
    assertEquals(
        List.of(new TerminalEvent.BackgroundKnown(true), new TerminalEvent.BackgroundKnown(false)),
        events);
  }

  @Test
  void may_be_told_by_the_environment() {
    assertEquals(true, Colours.light(Map.of("COLORFGBG", "0;15")));
    assertEquals(false, Colours.light(Map.of("COLORFGBG", "15;0")));
    assertEquals(false, Colours.light(Map.of()));
  }
}
