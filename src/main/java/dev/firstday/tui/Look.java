package dev.firstday.tui;

import dev.firstday.catalog.Language;

/**
 * How a person wants the screens.
 *
 * @param masked whether account numbers, mail addresses and phone numbers are hidden, as before the
 *     screen is shared; never kept
 * @param mouse whether clicks and the wheel are taken, which costs the terminal's own selection;
 *     never kept
 */
public record Look(Language language, Palette palette, boolean masked, boolean mouse) {
  public Look(Language language, Palette palette) {
    this(language, palette, false, false);
  }

  Look otherLanguage() {
    return new Look(language.other(), palette, masked, mouse);
  }

  Look palette(int by) {
    return new Look(language, palette.next(by), masked, mouse);
  }

  Look otherMask() {
    return new Look(language, palette, !masked, mouse);
  }

  Look otherMouse() {
    return new Look(language, palette, masked, !mouse);
  }
}
