package dev.firstday.tui.model;

import dev.firstday.catalog.Language;
import dev.firstday.tui.widgets.Palette;

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
public record DisplayPreferences(
    Language language,
    Palette palette,
    boolean masked,
    boolean mouse,
    boolean still,
    boolean onlyEnglish) {
  public DisplayPreferences(Language language, Palette palette) {
    this(language, palette, false, false, false, false);
  }

  /** The same, with nothing that moves by itself. */
  public DisplayPreferences asStill() {
    return new DisplayPreferences(language, palette, masked, mouse, true, onlyEnglish);
  }

  /** The same, for a terminal that can show English alone. */
  public DisplayPreferences asOnlyEnglish() {
    return new DisplayPreferences(Language.EN, palette, masked, mouse, still, true);
  }

  public DisplayPreferences otherLanguage() {
    return new DisplayPreferences(language.other(), palette, masked, mouse, still, onlyEnglish);
  }

  public DisplayPreferences palette(int by) {
    return new DisplayPreferences(language, palette.next(by), masked, mouse, still, onlyEnglish);
  }

  /** The same in the colours for a light or a dark background; without colours as it is. */
  public DisplayPreferences on(boolean light) {
    Palette fitting = light ? Palette.LIGHT : Palette.NORMAL;
    return palette == Palette.MONO
        ? this
        : new DisplayPreferences(language, fitting, masked, mouse, still, onlyEnglish);
  }

  public DisplayPreferences otherMask() {
    return new DisplayPreferences(language, palette, !masked, mouse, still, onlyEnglish);
  }

  public DisplayPreferences otherMouse() {
    return new DisplayPreferences(language, palette, masked, !mouse, still, onlyEnglish);
  }
}
