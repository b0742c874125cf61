package dev.firstday.aws.signin.settings;

import dev.firstday.aws.signin.settings.ConfigSection.Kind;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * What the environment and the files of the AWS CLI say, and the profile that holds: the one place
 * where firstday reads them. Nothing here starts the SDK, so it costs next to nothing.
 */
public final class AwsSettings {
  private static final String DEFAULT = "default";

  /** The name of the profile in {@link #forSdk()}. */
  public static final String SDK_PROFILE = "default";

  private static final int LONGEST_CHAIN = 5;

  private final Map<String, String> environment;
  private final Path home;
  private final ConfigFile config;
  private final ConfigFile credentials;
  private final Optional<String> option;
  private final String profile;

  private AwsSettings(Map<String, String> environment, Path home, Optional<String> option) {
    this.environment = Map.copyOf(environment);
    this.home = home;
    this.option = option.filter(name -> !name.isBlank());
    this.config = ConfigFile.read(file("AWS_CONFIG_FILE", "config"), false);
    this.credentials = ConfigFile.read(file("AWS_SHARED_CREDENTIALS_FILE", "credentials"), true);
    this.profile = this.option.or(this::profileVariable).orElse(DEFAULT);
  }

  /**
   * Reads them.
   *
   * @param option the profile that the command line names; it is used alone then
   * @throws InvalidSettings if something can't be read, or the profile is not there
   */
  public static AwsSettings read(
      Map<String, String> environment, Path home, Optional<String> option) {
    AwsSettings settings = new AwsSettings(environment, home, option);
    settings.requireProfile();
    List<Note> wrong = SettingRules.wrong(settings);
    if (!wrong.isEmpty()) {
      throw new InvalidSettings(wrong);
    }
    return settings;
  }

  /** A variable; empty also where it is set to nothing, as {@code docker compose} does. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** All variables. */
  public Map<String, String> variables() {
    return environment;
  }

  /** The name of the profile that holds. */
  public String profile() {
    return profile;
  }

  /** Whether the command line names it, so that keys in the environment don't count. */
  public boolean profileOption() {
    return option.isPresent();
  }

  /** Whether the command line or a variable names it. */
  public boolean profileNamed() {
    return profileOption() || profileVariable().isPresent();
  }

  /** Whether a role on the way to the credentials wants the code of an MFA device. */
  public boolean asksForCode() {
    String name = profile;
    for (int left = LONGEST_CHAIN; left > 0; left--) {
      if (property(name, "mfa_serial").isPresent()) {
        return true;
      }
      name = property(name, "source_profile").map(AwsSetting::value).orElse(name);
    }
    return false;
  }

  /** The home folder, where the AWS CLI keeps its tokens below {@code .aws}. */
  public Path home() {
    return home;
  }

  /** A value of the profile that holds; a credentials file wins, as with the AWS CLI. */
  public Optional<AwsSetting> property(String key) {
    return property(profile, key);
  }

  /** A value of a profile. */
  public Optional<AwsSetting> property(String name, String key) {
    return Stream.of(credentials, config)
        .flatMap(file -> file.section(Kind.PROFILE, name).stream())
        .flatMap(section -> section.value(key).stream())
        .map(AwsSettings::setting)
        .findFirst();
  }

  /** A value of a profile in the credentials file alone. */
  public Optional<AwsSetting> credential(String name, String key) {
    return credentials
        .section(Kind.PROFILE, name)
        .flatMap(section -> section.value(key))
        .map(AwsSettings::setting);
  }

  /** A value of an Identity Center session. */
  public Optional<AwsSetting> session(String name, String key) {
    return config
        .section(Kind.SSO_SESSION, name)
        .flatMap(section -> section.value(key))
        .map(AwsSettings::setting);
  }

  /**
   * The values of a key below each service in the section of services that the profile names.
   *
   * @throws InvalidSettings if there is no such section
   */
  public Map<String, AwsSetting> serviceProperties(String key) {
    Map<String, AwsSetting> found = new TreeMap<>();
    for (AwsSetting named : property("services").stream().toList()) {
      ConfigSection services =
          config
              .section(Kind.SERVICES, named.value())
              .orElseThrow(
                  () ->
                      new InvalidSettings(
                          Note.of("settings.services", named.place(), named.value())));
      for (String service : services.values().keySet()) {
        services.nested(service, key).ifPresent(value -> found.put(service, setting(value)));
      }
    }
    return found;
  }

  /** The value of the first of these variables that is set; else that of the profile. */
  public Optional<AwsSetting> setting(List<String> variables, String key) {
    return variables.stream()
        .flatMap(name -> variable(name).map(value -> new AwsSetting(value, name)).stream())
        .findFirst()
        .or(() -> property(key));
  }

  /** The Region that the environment or the profile names. */
  public Optional<AwsSetting> region() {
    return setting(List.of("AWS_REGION", "AWS_DEFAULT_REGION"), "region");
  }

  /** The profile that holds, for what clients of the SDK read in it themselves. */
  public ProfileFile forSdk() {
    return SdkProfile.of(properties());
  }

  /** Whether there is such a profile. */
  public boolean has(String name) {
    return Stream.of(credentials, config)
        .anyMatch(file -> file.section(Kind.PROFILE, name).isPresent());
  }

  /** The values of a profile that are no secrets, by their keys. */
  Map<String, String> properties() {
    Map<String, String> all = new TreeMap<>();
    Stream.of(config, credentials)
        .flatMap(file -> file.section(Kind.PROFILE, profile).stream())
        .forEach(section -> section.values().forEach((key, value) -> all.put(key, value.text())));
    all.keySet().removeIf(key -> key.startsWith("aws_"));
    return all;
  }

  private static AwsSetting setting(ConfigSection.Value value) {
    return new AwsSetting(value.text(), value.place());
  }

  // The AWS CLI's newer version prefers the first.
  private Optional<String> profileVariable() {
    return Stream.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE")
        .flatMap(name -> variable(name).stream())
        .findFirst();
  }

  private Path file(String variable, String usual) {
    Path folder = home.resolve(".aws");
    return variable(variable).map(this::expanded).orElseGet(() -> folder.resolve(usual));
  }

  /** A path as the AWS CLI takes it, with {@code ~} and variables in it. */
  public Path expanded(String path) {
    return PathNames.expanded(path, environment, home);
  }

  private void requireProfile() {
    if (profile.equals(DEFAULT) || has(profile)) {
      return;
    }
    List<String> names = new ArrayList<>(names());
    names.sort(Comparator.comparingInt(name -> Nearest.distance(profile, name)));
    String source =
        option.isPresent()
            ? "--profile"
            : variable("AWS_PROFILE").isPresent() ? "AWS_PROFILE" : "AWS_DEFAULT_PROFILE";
    String files = config.path() + ", " + credentials.path();
    throw new InvalidSettings(
        headless()
            .map(line -> Note.of("settings.profile-header", source, profile, line))
            .orElseGet(
                () ->
                    names.isEmpty()
                        ? Note.of("settings.no-profiles", source, profile, files)
                        : Note.of(
                            "settings.profile", source, profile, files, String.join(", ", names))));
  }

  /** Where the configuration file has a section of that name, but not the word before it. */
  private Optional<String> headless() {
    return config
        .section(Kind.OTHER, profile)
        .map(section -> section.file() + ":" + section.line());
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    Stream.of(config, credentials)
        .flatMap(file -> file.sections().stream())
        .filter(section -> section.kind() == Kind.PROFILE)
        .forEach(section -> names.add(section.name()));
    return names;
  }
}
