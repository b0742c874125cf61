package dev.firstday.cli.run;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Session;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.state.PreferencesFile;
import dev.firstday.terminal.Browser;
import dev.firstday.terminal.Colours;
import dev.firstday.terminal.Console;
import dev.firstday.terminal.FullScreen;
import dev.firstday.terminal.TerminalEvent;
import dev.firstday.tui.Connector;
import dev.firstday.tui.NoRegion;
import dev.firstday.tui.Wizard;
import dev.firstday.tui.WizardOptions;
import dev.firstday.tui.WizardResult;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.widgets.Palette;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs the wizard: on the full screen where that can be, else line by line. */
public final class WizardRun {
  /** What the full screen needs at the start; it can be made smaller later. */
  private static final int COLUMNS = 40;

  private static final int ROWS = 12;

  /** What it takes to edit a line in place. */
  private static final int EDITED = 20;

  private final Composition composition;
  private final boolean once;
  private final PreferencesFile looks;

  /**
   * A run to come.
   *
   * @param once whether the full screen only paints its first frame, asks nobody for anything, and
   *     is gone again
   */
  public WizardRun(Composition composition, boolean once) {
    this.composition = composition;
    this.once = once;
    this.looks = new PreferencesFile(composition.rootFolder());
  }

  /**
   * Runs it in the way that fits.
   *
   * @param lines whether lines were asked for
   * @param accessible whether they were asked for without control characters
   */
  public int run(boolean lines, boolean accessible) {
    RunEnvironment world = composition.world();
    boolean kept = looks.kept().map(PreferencesFile.SavedPreferences::lines).orElse(false);
    Mode mode =
        new Mode.Situation(
                lines,
                accessible,
                kept,
                world.environment(),
                world.ends().typedAt().getAsBoolean(),
                world.ends().shownAt().getAsBoolean())
            .mode();
    if (mode == Mode.NONE) {
      boolean terminal =
          world.ends().typedAt().getAsBoolean() && world.ends().shownAt().getAsBoolean();
      throw new Exit(
          Exit.BAD_INPUT, composition.messages().text(terminal ? "cli.ci" : "cli.no-terminal"));
    }
    Supplier<RunInput> input = composition.input();
    composition.requireSettings(
        composition.options().namesAnswers() ? input.get().given() : Map.of());
    composition.stateFolder().create();
    if (composition.asksForCode()) {
      composition.askForCode(input.get().given());
    }
    DisplayPreferences look = look();
    LineRun line =
        new LineRun(
            composition,
            look,
            looks.kept().isEmpty(),
            (language, inLines) -> keep(language, look.palette(), inLines),
            () -> lineSession(input.get()));
    return switch (mode) {
      case PLAIN -> line.plain();
      case LINES, FULL_SCREEN -> onTerminal(mode, line, input);
      case NONE -> Exit.BAD_INPUT;
    };
  }

  /** On a terminal that can be drawn on; where that is too small, lines are still readable. */
  private int onTerminal(Mode mode, LineRun line, Supplier<RunInput> input) {
    try (Console console = Console.open(composition.world().environment())) {
      if (!console.smallerThan(EDITED, 1)) {
        boolean lines = mode == Mode.LINES || console.smallerThan(COLUMNS, ROWS);
        return lines ? line.edited(console) : fullScreen(console, input);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.plain();
  }

  private int fullScreen(Console console, Supplier<RunInput> input) {
    Wizard wizard = wizard(() -> session(input.get()), console::showAndWait);
    Function<Consumer<TerminalEvent>, FullScreen> opener =
        events -> console.fullScreen(events, screenOptions());
    if (once) {
      wizard.paintOnce(opener);
      return 0;
    }
    WizardResult result = wizard.run(opener);
    result.summary().forEach(composition.world().out()::println);
    return result.exitCode();
  }

  private Optional<Session> lineSession(RunInput input) throws CallFailed {
    try {
      return Optional.of(session(input, composition.world().ends().typedAt().getAsBoolean()));
    } catch (NoRegion e) {
      return Optional.empty();
    }
  }

  private Session session(RunInput input) throws CallFailed, NoRegion {
    return session(input, true);
  }

  /** Who has no credentials is told that first: a Region alone would help nobody. */
  private Session session(RunInput input, boolean personAtWork) throws CallFailed, NoRegion {
    boolean region =
        composition.options().practice().isPresent()
            || composition.knownRegion(input.given()).isPresent();
    if (!region) {
      composition.whoIsSignedIn(input.given());
      throw new NoRegion();
    }
    return composition.session(input, personAtWork);
  }

  /** Prints one frame as text: a look at the program, drawing included, without a terminal. */
  public int render() {
    Supplier<RunInput> input = composition.input();
    String frame =
        wizard(() -> composition.session(input.get(), false), text -> {}).renderOnce(120, 35);
    composition.world().out().print(frame);
    composition.world().out().flush();
    return 0;
  }

  private Wizard wizard(Connector connector, Consumer<String> alone) {
    RunEnvironment world = composition.world();
    return new Wizard(
        new WizardOptions(
            connector,
            Version.number(),
            look(),
            looks.kept().isEmpty(),
            look -> keep(look.language(), look.palette(), false),
            world.clock(),
            ZoneId::systemDefault,
            new Browser(world.environment()),
            world.environment(),
            new WizardFiles(composition),
            alone,
            composition.delays()));
  }

  /** Where there was no choice of language, the one of before is kept. */
  private void keep(Language spoken, Palette palette, boolean lines) {
    Language language =
        composition.world().onlyEnglish()
            ? looks
                .kept()
                .map(PreferencesFile.SavedPreferences::language)
                .orElse(composition.wanted())
            : spoken;
    looks.keep(new PreferencesFile.SavedPreferences(language, palette.name(), lines));
  }

  /** The language that was asked for wins over the one kept; colours never override a refusal. */
  DisplayPreferences look() {
    RunEnvironment world = composition.world();
    boolean asked =
        composition.options().language().isPresent()
            || !world.environment().getOrDefault("FIRSTDAY_LANG", "").isEmpty();
    Language language =
        looks
            .kept()
            .map(PreferencesFile.SavedPreferences::language)
            .filter(kept -> !asked)
            .orElse(composition.language());
    Palette palette =
        looks
            .kept()
            .flatMap(kept -> named(kept.colours()))
            .filter(kept -> coloured())
            .orElse(coloured() ? Palette.NORMAL : Palette.MONO);
    DisplayPreferences wanted = new DisplayPreferences(language, palette);
    DisplayPreferences look = composition.world().onlyEnglish() ? wanted.asOnlyEnglish() : wanted;
    return moves() ? look : look.asStill();
  }

  private boolean moves() {
    Map<String, String> environment = composition.world().environment();
    return Stream.of("NO_MOTION", "REDUCED_MOTION")
        .allMatch(name -> environment.getOrDefault(name, "").isEmpty());
  }

  private static Optional<Palette> named(String name) {
    return Stream.of(Palette.values()).filter(palette -> palette.name().equals(name)).findFirst();
  }

  private boolean coloured() {
    return Colours.wanted(composition.options().noColor, composition.world().environment(), true);
  }

  private FullScreen.ScreenOptions screenOptions() {
    RunEnvironment world = composition.world();
    return new FullScreen.ScreenOptions(
        composition.options().ascii, coloured(), world.environment());
  }
}
