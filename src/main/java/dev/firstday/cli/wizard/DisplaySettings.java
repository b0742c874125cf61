package dev.firstday.cli.wizard;

import dev.firstday.catalog.Language;
import dev.firstday.cli.run.Composition;
import dev.firstday.state.PreferencesFile;
import dev.firstday.terminal.Colours;
import dev.firstday.terminal.FullScreen;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.widgets.Palette;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the wizard is shown: what options, the environment and earlier runs say of it. */
final class DisplaySettings {
  private final Composition composition;
  private final PreferencesFile file;

  DisplaySettings(Composition composition) {
    this.composition = composition;
    this.file = new PreferencesFile(composition.rootFolder());
  }

  /** Whether nobody has chosen anything yet. */
  boolean firstRun() {
    return file.kept().isEmpty();
  }

  /** The language that was asked for wins over the one kept; colours never override a refusal. */
  DisplayPreferences preferences() {
    DisplayPreferences wanted = new DisplayPreferences(language(), palette());
    DisplayPreferences shown = composition.world().onlyEnglish() ? wanted.asOnlyEnglish() : wanted;
    return moves() ? shown : shown.asStill();
  }

  private Language language() {
    boolean asked =
        composition.options().language().isPresent()
            || !environment().getOrDefault("FIRSTDAY_LANG", "").isEmpty();
    return file.kept()
        .map(PreferencesFile.SavedPreferences::language)
        .filter(kept -> !asked)
        .orElse(composition.language());
  }

  private Palette palette() {
    return file.kept()
        .flatMap(kept -> palette(kept.colours()))
        .filter(kept -> coloured())
        .orElse(coloured() ? Palette.NORMAL : Palette.MONO);
  }

  private static Optional<Palette> palette(String name) {
    return Stream.of(Palette.values()).filter(palette -> palette.name().equals(name)).findFirst();
  }

  private boolean coloured() {
    return Colours.wanted(composition.options().noColor(), environment(), true);
  }

  private boolean moves() {
    return Stream.of("NO_MOTION", "REDUCED_MOTION")
        .allMatch(name -> environment().getOrDefault(name, "").isEmpty());
  }

  FullScreen.ScreenOptions screenOptions() {
    return new FullScreen.ScreenOptions(composition.options().ascii(), coloured(), environment());
  }

  private Map<String, String> environment() {
    return composition.world().environment();
  }

  /** Keeps a choice. Where there was none of language, the one of before stays. */
  void keep(Language spoken, Palette palette, boolean lines) {
    Language language =
        composition.world().onlyEnglish()
            ? file.kept()
                .map(PreferencesFile.SavedPreferences::language)
                .orElse(composition.wanted())
            : spoken;
    file.keep(new PreferencesFile.SavedPreferences(language, palette.name(), lines));
  }
}
