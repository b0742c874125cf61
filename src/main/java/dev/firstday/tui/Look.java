package dev.firstday.tui;

import dev.firstday.catalog.Language;

/**
 * How a person wants the screens.
 *
 * @param masked whether account numbers, mail addresses and phone numbers are hidden, as before the
 *     screen is shared; never kept
 * @param mouse whether clicks and the wheel are taken, which costs the terminal's own selection;
 *     never kept
 * @param still whether nothing may move by itself, not even seconds; never kept
 * @param onlyEnglish whether the terminal can show no other language; never kept
 */
public record Look(
    Language language,
    Palette palette,
    boolean masked,
    boolean mouse,
    boolean still,
    boolean onlyEnglish) {
  public Look(Language language, Palette palette) {
    this(language, palette, false, false, false, false);
  }

  /** The same, with nothing that moves by itself. */
  public Look asStill() {
    return new Look(language, palette, masked, mouse, true, onlyEnglish);
  }

  /** The same, for a terminal that can show English alone. */
  public Look asOnlyEnglish() {
    return new Look(Language.EN, palette, masked, mouse, still, true);
  }

  Look otherLanguage() {
    return new Look(language.other(), palette, masked, mouse, still, onlyEnglish);
  }

  Look palette(int by) {
    return new Look(language, palette.next(by), masked, mouse, still, onlyEnglish);
  }

  Look otherMask() {
    return new Look(language, palette, !masked, mouse, still, onlyEnglish);
  }

  Look otherMouse() {
    return new Look(language, palette, masked, !mouse, still, onlyEnglish);
  }
}
