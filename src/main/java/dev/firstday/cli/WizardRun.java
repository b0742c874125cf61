package dev.firstday.cli;

import dev.firstday.catalog.Catalog;
import dev.firstday.terminal.Browser;
import dev.firstday.terminal.Colours;
import dev.firstday.terminal.Console;
import dev.firstday.terminal.FullScreen;
import dev.firstday.tui.Connector;
import dev.firstday.tui.Wizard;
import dev.firstday.tui.WizardOptions;
import dev.firstday.tui.WizardResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the full-screen wizard. */
final class WizardRun {
  private final Composition composition;

  WizardRun(Composition composition) {
    this.composition = composition;
  }

  int run() {
    if (!composition.world().interactive().getAsBoolean()) {
      throw new Exit(Exit.BAD_INPUT, composition.messages().text("cli.no-terminal"));
    }
    // What is wrong with the input is said before the screen is taken.
    Catalog catalog = composition.catalog();
    Map<String, String> given = composition.givenAnswers(catalog);
    if (composition.options().practice().isEmpty()) {
      composition.homeRegion(given);
    }
    composition.stateFolder().create();
    try (Console console = Console.open()) {
      WizardResult result =
          wizard(() -> composition.session(catalog, given, true), console::showAndWait)
              .run(events -> console.fullScreen(events, screenOptions()));
      result.summary().forEach(composition.world().out()::println);
      return result.exitCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints one frame as text: a look at the program, drawing included, without a terminal. */
  int render() {
    Catalog catalog = composition.catalog();
    Map<String, String> given = composition.givenAnswers(catalog);
    String frame =
        wizard(() -> composition.session(catalog, given, false), text -> {}).renderOnce(120, 35);
    composition.world().out().print(frame);
    composition.world().out().flush();
    return 0;
  }

  private Wizard wizard(Connector connector, Consumer<String> alone) {
    Surroundings world = composition.world();
    return new Wizard(
        new WizardOptions(
            connector,
            Version.number(),
            composition.language(),
            Colours.wanted(composition.options().noColor, world.environment(), true),
            Clock.system(ZoneId.systemDefault()),
            new Browser(world.environment()),
            world.environment(),
            alone));
  }

  private FullScreen.Options screenOptions() {
    Surroundings world = composition.world();
    return new FullScreen.Options(
        composition.options().ascii,
        Colours.wanted(composition.options().noColor, world.environment(), true),
        world.environment());
  }
}
