package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The screen for what must not stay. */
class AlternateScreenTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AlternateScreen screen = new AlternateScreen(bytes);

  private String sent() {
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  @Test
  void it_is_entered_blank_and_left_when_the_asking_ends() {
    assertEquals("answer", screen.showing(this::asked));
    assertTrue(sent().startsWith("\033[?1049h\033[H\033[2Jasked"), sent());
    assertTrue(sent().endsWith("\033[?1049l"), sent());
  }

  private String asked() {
    bytes.writeBytes("asked".getBytes(StandardCharsets.US_ASCII));
    return "answer";
  }

  @Test
  void it_is_left_when_the_asking_fails() {
    assertThrows(
        IllegalStateException.class,
        () ->
            screen.showing(
                () -> {
                  throw new IllegalStateException("nobody there");
                }));
    assertTrue(sent().endsWith("\033[?1049l"), sent());
  }

  @Test
  void each_row_is_erased_on_its_own_for_terminals_that_have_one_screen() {
    screen.showing(this::asked);
    String leave = sent().substring(sent().indexOf("asked") + 5);
    assertTrue(leave.startsWith("\033[H\033[2K\033[B\033[2K"), leave);
    assertFalse(leave.contains("J"), "what is erased at once may move to the scrollback");
  }
}
