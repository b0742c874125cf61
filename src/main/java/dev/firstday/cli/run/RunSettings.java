package dev.firstday.cli.run;

import dev.firstday.aws.signin.network.NetworkSettings;
import dev.firstday.aws.signin.settings.AwsSetting;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.InvalidSettings;
import dev.firstday.aws.signin.settings.KnownRegions;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Nearest;
import dev.firstday.engine.answers.RegionRule;
import dev.firstday.practice.Scenario;
import dev.firstday.state.StateFolder;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What options, environment and AWS configuration say of a run: its language and folders, the
 * Region, and how AWS is reached.
 */
public final class RunSettings {
  private static final String PRACTICE_REGION = "ap-northeast-1";

  private final Options options;
  private final RunEnvironment world;
  private final Language wanted;

  /**
   * @throws Exit if the wanted language is none of ours
   */
  RunSettings(Options options, RunEnvironment world) {
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

  public Options options() {
    return options;
  }

  public RunEnvironment world() {
    return world;
  }

  /** The language of documents, which may be read elsewhere. */
  public Language wanted() {
    return wanted;
  }

  /** The language that is spoken. */
  public Language language() {
    return world.spoken(wanted);
  }

  public Messages messages() {
    return Messages.in(language());
  }

  /** A note of the messages as a text. */
  public String text(Note note) {
    return messages().text(note.code(), note.values());
  }

  /** Ends the run, as what a person gave can't be used. */
  public Exit badInput(String key, @Nullable Object... values) {
    return new Exit(Exit.BAD_INPUT, messages().text(key, values));
  }

  /**
   * Ends the run, as a person named something that does not exist.
   *
   * @param key the text, with what was typed and the names there are
   */
  public Exit unknown(String key, String typed, Collection<String> names) {
    return badInput(key, typed, names, typed);
  }

  /** The same where the text shows more than what was typed. */
  Exit badInput(String key, String shown, Collection<String> names, String typed) {
    String text = messages().text(key, shown, String.join(", ", names));
    return new Exit(
        Exit.BAD_INPUT,
        Nearest.of(typed, names)
            .map(name -> text + "\n" + messages().text("cli.did-you-mean", name))
            .orElse(text));
  }

  /** Ends the run, as what a person gave is full of errors. */
  static Exit badInput(InputErrors errors) {
    return new Exit(Exit.BAD_INPUT, errors.getMessage());
  }

  /** The folder for what is kept of a person, whatever the account. */
  public StateFolder rootFolder() {
    return StateFolder.of(options.stateDir(), world.environment(), world.home());
  }

  /** The folder for everything that is kept. */
  public StateFolder stateFolder() {
    StateFolder folder = rootFolder();
    return onPractice() ? folder.within("practice").within(scenario().id()) : folder;
  }

  /** The folder for everything that is kept of an account. */
  public StateFolder stateFolder(String accountId) {
    return onPractice() ? stateFolder() : stateFolder().account(accountId);
  }

  /** Whether the run is one on a practice account. */
  public boolean onPractice() {
    return options.practice.isPresent();
  }

  /**
   * The scenario of the practice account.
   *
   * @throws Exit if there is none of this name
   */
  Scenario scenario() {
    String name = options.practice.orElseThrow();
    if (name.startsWith("-")) {
      // The next word was taken for the scenario.
      throw badInput("cli.unknown-option", name);
    }
    return Scenario.of(name)
        .orElseThrow(
            () ->
                unknown(
                    "cli.scenario", name, Stream.of(Scenario.values()).map(Scenario::id).toList()));
  }

  /** What counts as a Region. */
  public RegionRule regions() {
    return KnownRegions.rule(world.environment().getOrDefault(KnownRegions.NEWER, ""));
  }

  /** The home Region, if anything names one. */
  public Optional<String> knownRegion(Map<String, String> given) {
    return regionOption()
        .or(() -> Optional.ofNullable(given.get("home-region")))
        .or(() -> aws().region().map(set -> region(set.value(), set.place())));
  }

  /** The home Region, before anything is asked of AWS. */
  String homeRegion(Map<String, String> given) {
    return knownRegion(given).orElseThrow(() -> badInput("cli.no-region"));
  }

  /** The home Region of a practice account. */
  String practiceRegion(Map<String, String> given) {
    return regionOption().orElse(given.getOrDefault("home-region", PRACTICE_REGION));
  }

  /** What names the home Region outside of the answers, whether it is one or not. */
  Optional<String> namedRegion() {
    return options.region.or(
        () -> onPractice() ? Optional.of(PRACTICE_REGION) : aws().region().map(AwsSetting::value));
  }

  /** The Region of the command line. */
  Optional<String> regionOption() {
    return options.region.map(name -> region(name, "--region"));
  }

  private String region(String name, String place) {
    Optional<Note> wrong = regions().wrong(name);
    if (wrong.isPresent()) {
      throw badInput("cli.region", place, text(wrong.get()));
    }
    return name;
  }

  /**
   * The AWS settings of this machine.
   *
   * @throws Exit if they can't be read
   */
  AwsSettings aws() {
    return valid(this::unchecked);
  }

  /** The same, for whoever tells what is wrong with them. */
  AwsSettings unchecked() {
    return AwsSettings.read(world.environment(), world.home(), options.profile);
  }

  /**
   * How AWS is reached.
   *
   * @throws Exit if the environment, the profile or the command line is wrong about it
   */
  NetworkSettings network() {
    AwsSettings settings = aws();
    return valid(() -> NetworkSettings.of(options.endpoint, world.environment(), settings));
  }

  private <T> T valid(Supplier<T> settings) {
    try {
      return settings.get();
    } catch (InvalidSettings e) {
      throw new Exit(
          Exit.BAD_INPUT, e.notes().stream().map(this::text).collect(Collectors.joining("\n")));
    }
  }

  /** Whether signing in needs the code of an MFA device. */
  public boolean asksForCode() {
    return !onPractice() && aws().asksForCode();
  }

  /**
   * Refuses settings that no sign-in can be made with; the practice account needs none. What
   * another setting outweighs is passed over, as the AWS CLI does.
   *
   * @param given the answers of the command line, as far as they are known
   */
  public void require(Map<String, String> given) {
    regionOption();
    if (!onPractice()) {
      knownRegion(given);
      network();
    }
  }
}
