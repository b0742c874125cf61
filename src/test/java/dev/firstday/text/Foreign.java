package dev.firstday.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;

/** A text that does whatever a text can do to who shows it, and what it must have become. */
public final class Foreign {
  /** It sets a title, fills the clipboard, clears, forges a line, turns round, and ends quotes. */
  public static final String TEXT =
      "\033]0;OWNED\007\033]52;c;aGk=\007\033[2J\u009b31m\r\nFORGED\u202e\u2066\u2028\u0001\ufffe\u200b"
          + "\ud800 </script>\"><img src=x onerror=alert(1)>$(id)`id`'\\|@mention #12"
          + " [x](javascript:alert(1)) https://evil.example www.evil.example ]]> \t.";

  private Foreign() {}

  /** Refuses characters that are obeyed instead of shown, line feeds aside. */
  public static void assertPrintable(String text) {
    String obeyed =
        text.codePoints()
            .filter(
                c ->
                    c != '\n'
                        && (Character.getType(c) == Character.CONTROL
                            || Character.getType(c) == Character.FORMAT
                            || Character.getType(c) == Character.SURROGATE
                            || Character.getType(c) == Character.LINE_SEPARATOR
                            || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                            || (c & 0xfffe) == 0xfffe))
            .distinct()
            .mapToObj(c -> "U+%04X".formatted(c))
            .collect(Collectors.joining(", "));
    assertEquals("", obeyed, () -> text.substring(0, Math.min(2000, text.length())));
    assertEquals(List.of(), text.lines().filter(line -> line.startsWith("FORGED")).toList());
  }
}
