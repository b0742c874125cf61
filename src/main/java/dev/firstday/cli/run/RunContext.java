package dev.firstday.cli.run;

import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Note;
import dev.firstday.practice.Scenario;
import dev.firstday.state.StateFolder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for a whole run: its options, its environment, its language and its folders. */
final class RunContext {
  private final Options options;
  private final RunEnvironment world;
  private final Language wanted;

  /**
   * @throws Exit if the wanted language is none of ours
   */
  RunContext(Options options, RunEnvironment world) {
    this.options = options;
    this.world = world;
    Language usual = Language.of(world.environment());
    this.wanted = options.language().map(tag -> language(tag, usual)).orElse(usual);
  }

  private Language language(String tag, Language usual) {
    return Stream.of(Language.values())
        .filter(language -> language.tag().equals(tag))
        .findFirst()
        .orElseThrow(
            () ->
                new Exit(
                    Exit.BAD_INPUT, Messages.in(world.spoken(usual)).text("cli.language", tag)));
  }

  Options options() {
    return options;
  }

  RunEnvironment world() {
    return world;
  }

  /** The language of documents, which may be read elsewhere. */
  Language wanted() {
    return wanted;
  }

  /** The language that is spoken. */
  Language language() {
    return world.spoken(wanted);
  }

  Messages messages() {
    return Messages.in(language());
  }

  /** A note of the messages as a text. */
  String text(Note note) {
    return messages().text(note.code(), note.values());
  }

  /** Ends the run, as what a person gave can't be used. */
  Exit badInput(String key, Object... values) {
    return new Exit(Exit.BAD_INPUT, messages().text(key, values));
  }

  /** Ends the run, as what a person gave is full of errors. */
  static Exit badInput(InputErrors errors) {
    return new Exit(Exit.BAD_INPUT, errors.getMessage());
  }

  /** The folder for what is kept of a person, whatever the account. */
  StateFolder rootFolder() {
    return StateFolder.of(options.stateDir(), world.environment(), world.home());
  }

  /** The folder for everything that is kept. */
  StateFolder stateFolder() {
    StateFolder folder = rootFolder();
    return onPractice() ? folder.within("practice").within(scenario().id()) : folder;
  }

  /** Whether the run is one on a practice account. */
  boolean onPractice() {
    return options.practice().isPresent();
  }

  /**
   * The scenario of the practice account.
   *
   * @throws Exit if there is none of this name
   */
  Scenario scenario() {
    String name = options.practice().orElseThrow();
    if (name.startsWith("-")) {
      // The next word was taken for the scenario.
      throw badInput("cli.unknown-option", name);
    }
    return Scenario.of(name).orElseThrow(() -> badInput("cli.scenario", name, scenarios()));
  }

  private static String scenarios() {
    return Stream.of(Scenario.values()).map(Scenario::id).collect(Collectors.joining(", "));
  }
}
