package dev.firstday.cli.run;

import dev.firstday.aws.signin.network.NetworkSettings;
import dev.firstday.aws.signin.settings.AwsSetting;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.InvalidSettings;
import dev.firstday.aws.signin.settings.KnownRegions;
import dev.firstday.engine.answers.RegionRule;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What options, environment and AWS configuration say of the Region, and of how AWS is reached. */
public final class RunSettings {
  private static final String PRACTICE_REGION = "ap-northeast-1";

  private final RunContext run;

  RunSettings(RunContext run) {
    this.run = run;
  }

  /** What counts as a Region. */
  public RegionRule regions() {
    return KnownRegions.rule(run.world().environment().getOrDefault(KnownRegions.NEWER, ""));
  }

  /** The home Region, if anything names one. */
  public Optional<String> knownRegion(Map<String, String> given) {
    return regionOption()
        .or(() -> Optional.ofNullable(given.get("home-region")))
        .or(() -> aws().region().map(set -> region(set.value(), set.place())));
  }

  /** The home Region, before anything is asked of AWS. */
  String homeRegion(Map<String, String> given) {
    return knownRegion(given).orElseThrow(() -> run.badInput("cli.no-region"));
  }

  /** The home Region of a practice account. */
  String practiceRegion(Map<String, String> given) {
    return regionOption().orElse(given.getOrDefault("home-region", PRACTICE_REGION));
  }

  /** What names the home Region outside of the answers, whether it is one or not. */
  Optional<String> namedRegion() {
    return run.options()
        .region()
        .or(
            () ->
                run.onPractice()
                    ? Optional.of(PRACTICE_REGION)
                    : aws().region().map(AwsSetting::value));
  }

  /** The Region of the command line. */
  Optional<String> regionOption() {
    return run.options().region().map(name -> region(name, "--region"));
  }

  private String region(String name, String place) {
    regions()
        .wrong(name)
        .ifPresent(
            wrong -> {
              throw run.badInput("cli.region", place, run.text(wrong));
            });
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
    return AwsSettings.read(run.world().environment(), run.world().home(), run.options().profile());
  }

  /**
   * How AWS is reached.
   *
   * @throws Exit if the environment, the profile or the command line is wrong about it
   */
  NetworkSettings network() {
    AwsSettings settings = aws();
    return valid(
        () -> NetworkSettings.of(run.options().endpoint(), run.world().environment(), settings));
  }

  private <T> T valid(Supplier<T> settings) {
    try {
      return settings.get();
    } catch (InvalidSettings e) {
      throw new Exit(
          Exit.BAD_INPUT, e.notes().stream().map(run::text).collect(Collectors.joining("\n")));
    }
  }

  /** Whether signing in needs the code of an MFA device. */
  public boolean asksForCode() {
    return !run.onPractice() && aws().asksForCode();
  }

  /**
   * Refuses settings that no sign-in can be made with; the practice account needs none. What
   * another setting outweighs is passed over, as the AWS CLI does.
   *
   * @param given the answers of the command line, as far as they are known
   */
  public void require(Map<String, String> given) {
    regionOption();
    if (!run.onPractice()) {
      knownRegion(given);
      network();
    }
  }
}
