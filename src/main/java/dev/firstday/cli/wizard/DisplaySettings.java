package dev.firstday.cli.wizard;

import dev.firstday.catalog.Language;
import dev.firstday.cli.run.RunSettings;
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
  private final RunSettings run;
  private final PreferencesFile file;

  DisplaySettings(RunSettings run) {
    this.run = run;
    this.file = new PreferencesFile(run.rootFolder());
  }

  /** Whether nobody has chosen anything yet. */
  boolean firstRun() {
    return file.kept().isEmpty();
  }

  /** The language that was asked for wins over the one kept; colours never override a refusal. */
  DisplayPreferences preferences() {
    DisplayPreferences wanted = new DisplayPreferences(language(), palette());
    DisplayPreferences shown = run.world().onlyEnglish() ? wanted.asOnlyEnglish() : wanted;
    return moves() ? shown : shown.asStill();
  }

  private Language language() {
    boolean asked =
        run.options().language().isPresent()
            || !environment().getOrDefault("FIRSTDAY_LANG", "").isEmpty();
    return file.kept()
        .map(PreferencesFile.SavedPreferences::language)
        .filter(kept -> !asked)
        .orElse(run.language());
  }

  private Palette palette() {
    return file.kept()
        .flatMap(kept -> palette(kept.colours()))
        .filter(kept -> coloured())
        .orElseGet(this::fitting);
  }

  private Palette fitting() {
    Palette coloured = Colours.light(environment()) ? Palette.LIGHT : Palette.NORMAL;
    return coloured() ? coloured : Palette.MONO;
  }

  private static Optional<Palette> palette(String name) {
    return Stream.of(Palette.values()).filter(palette -> palette.name().equals(name)).findFirst();
  }

  private boolean coloured() {
    return Colours.wanted(run.options().noColor(), environment(), true);
  }

  private boolean moves() {
    return Stream.of("NO_MOTION", "REDUCED_MOTION")
        .allMatch(name -> environment().getOrDefault(name, "").isEmpty());
  }

  FullScreen.ScreenOptions screenOptions() {
    return new FullScreen.ScreenOptions(run.options().ascii(), coloured(), environment());
  }

  private Map<String, String> environment() {
    return run.world().environment();
  }

  /** Keeps a choice. Where there was none of language, the one of before stays. */
  void keep(Language spoken, Palette palette, boolean lines) {
    Language language =
        run.world().onlyEnglish()
            ? file.kept().map(PreferencesFile.SavedPreferences::language).orElse(run.wanted())
            : spoken;
    file.keep(new PreferencesFile.SavedPreferences(language, palette.name(), lines));
  }
}
