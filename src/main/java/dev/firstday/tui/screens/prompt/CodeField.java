package dev.firstday.tui.screens.prompt;

import dev.firstday.tui.widgets.TextField;
import java.text.Normalizer;

/** A field for a code of an MFA device. */
final class CodeField {
  static final int DIGITS = 6;

  private CodeField() {}

  /** Digits of any width, as many as a code has; everything else is no part of one. */
  static TextField typed(TextField field, String more) {
    String digits = Normalizer.normalize(more, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
    int room = DIGITS - field.text().length();
    return field.typed(digits.substring(0, Math.clamp(room, 0, digits.length())));
  }

  static boolean whole(TextField field) {
    return field.text().length() == DIGITS;
  }
}
