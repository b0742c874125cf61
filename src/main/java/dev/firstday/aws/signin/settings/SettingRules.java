package dev.firstday.aws.signin.settings;

import dev.firstday.catalog.Note;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What counts as a value of the settings that the SDK reads itself. It fails as a program does
 * where one is wrong, and not before the first client that needs it is built.
 */
final class SettingRules {
  private static final List<Rule> ALL =
      List.of(
          Rule.yesOrNo("AWS_USE_FIPS_ENDPOINT"),
          Rule.yesOrNo("AWS_USE_DUALSTACK_ENDPOINT"),
          Rule.yesOrNo("AWS_DISABLE_REQUEST_COMPRESSION"),
          Rule.yesOrNo("AWS_EC2_METADATA_DISABLED").alone(),
          Rule.yesOrNo("AWS_EC2_METADATA_V1_DISABLED"),
          Rule.yesOrNo("AWS_S3_USE_ARN_REGION"),
          Rule.yesOrNo("AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS"),
          Rule.yesOrNo("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"),
          Rule.yesOrNo("AWS_S3_DISABLE_EXPRESS_SESSION_AUTH"),
          Rule.choice(
              "AWS_DEFAULTS_MODE",
              "legacy",
              "standard",
              "in-region",
              "cross-region",
              "mobile",
              "auto"),
          Rule.choice("AWS_RETRY_MODE", "legacy", "standard", "adaptive"),
          Rule.choice("AWS_ACCOUNT_ID_ENDPOINT_MODE", "preferred", "disabled", "required"),
          Rule.choice("AWS_REQUEST_CHECKSUM_CALCULATION", "when_supported", "when_required"),
          Rule.choice("AWS_RESPONSE_CHECKSUM_VALIDATION", "when_supported", "when_required"),
          Rule.choice("AWS_STS_REGIONAL_ENDPOINTS", "legacy", "regional"),
          Rule.choice("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", "legacy", "regional"),
          Rule.choice("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "IPv4", "IPv6"),
          Rule.url("AWS_EC2_METADATA_SERVICE_ENDPOINT"),
          Rule.url("AWS_CONTAINER_CREDENTIALS_FULL_URI").alone(),
          Rule.number("AWS_MAX_ATTEMPTS", 1, 100),
          Rule.number("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", 0, 10_485_760),
          Rule.number("AWS_METADATA_SERVICE_TIMEOUT", 1, 3600),
          Rule.number("AWS_METADATA_SERVICE_NUM_ATTEMPTS", 1, 100));

  private SettingRules() {}

  /**
   * A rule.
   *
   * @param variable the variable of the environment
   * @param key the key of a profile; empty if there is none
   * @param expected what is expected, for a person
   * @param good whether a value will do
   */
  private record Rule(
      String variable, Optional<String> key, String expected, Predicate<String> good) {
    /** The key of a profile has the variable's name, without {@code AWS_} and in small letters. */
    Rule(String variable, String expected, Predicate<String> good) {
      this(
          variable,
          Optional.of(variable.substring("AWS_".length()).toLowerCase(Locale.ROOT)),
          expected,
          good);
    }

    static Rule yesOrNo(String variable) {
      return choice(variable, "true", "false");
    }

    static Rule choice(String variable, String... choices) {
      return new Rule(
          variable,
          String.join(", ", choices),
          value -> Stream.of(choices).anyMatch(value::equalsIgnoreCase));
    }

    static Rule url(String variable) {
      return new Rule(
          variable, "http://... / https://...", value -> value.matches("(?i)https?://\\S+"));
    }

    static Rule number(String variable, int least, int most) {
      return new Rule(
          variable,
          String.format(Locale.ROOT, "%d - %d", least, most),
          value ->
              value.matches("\\d{1,9}")
                  && Integer.parseInt(value) >= least
                  && Integer.parseInt(value) <= most);
    }

    /** The same of a variable that no profile has. */
    Rule alone() {
      return new Rule(variable, Optional.empty(), expected, good);
    }

    Stream<Note> wrong(AwsSettings settings) {
      Stream<AwsSetting> set =
          settings.variable(variable).map(value -> new AwsSetting(value, variable)).stream();
      Stream<AwsSetting> property =
          key
              .flatMap(settings::property)
              .map(value -> new AwsSetting(value.value(), value.place() + " " + key.get()))
              .stream();
      return Stream.concat(set, property)
          .filter(value -> !good.test(value.value()))
          .map(
              value ->
                  Note.of(
                      "settings.value",
                      value.place(),
                      SignInException.line(value.value()),
                      expected));
    }
  }

  /** All values that the SDK could not read. */
  static List<Note> wrong(AwsSettings settings) {
    return ALL.stream().flatMap(rule -> rule.wrong(settings)).toList();
  }
}
