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
          Rule.yesOrNo("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"),
          Rule.yesOrNo("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"),
          Rule.yesOrNo("AWS_DISABLE_REQUEST_COMPRESSION", "disable_request_compression"),
          Rule.yesOrNo("AWS_EC2_METADATA_DISABLED", ""),
          Rule.yesOrNo("AWS_EC2_METADATA_V1_DISABLED", "ec2_metadata_v1_disabled"),
          Rule.yesOrNo("AWS_S3_USE_ARN_REGION", "s3_use_arn_region"),
          Rule.yesOrNo(
              "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS", "s3_disable_multiregion_access_points"),
          Rule.yesOrNo("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls"),
          Rule.yesOrNo("AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", "s3_disable_express_session_auth"),
          Rule.choice(
              "AWS_DEFAULTS_MODE",
              "defaults_mode",
              "legacy",
              "standard",
              "in-region",
              "cross-region",
              "mobile",
              "auto"),
          Rule.choice("AWS_RETRY_MODE", "retry_mode", "legacy", "standard", "adaptive"),
          Rule.choice(
              "AWS_ACCOUNT_ID_ENDPOINT_MODE",
              "account_id_endpoint_mode",
              "preferred",
              "disabled",
              "required"),
          Rule.choice(
              "AWS_REQUEST_CHECKSUM_CALCULATION",
              "request_checksum_calculation",
              "when_supported",
              "when_required"),
          Rule.choice(
              "AWS_RESPONSE_CHECKSUM_VALIDATION",
              "response_checksum_validation",
              "when_supported",
              "when_required"),
          Rule.choice("AWS_STS_REGIONAL_ENDPOINTS", "sts_regional_endpoints", "legacy", "regional"),
          Rule.choice(
              "AWS_S3_US_EAST_1_REGIONAL_ENDPOINT",
              "s3_us_east_1_regional_endpoint",
              "legacy",
              "regional"),
          Rule.choice(
              "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE",
              "ec2_metadata_service_endpoint_mode",
              "IPv4",
              "IPv6"),
          Rule.url("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint"),
          Rule.url("AWS_CONTAINER_CREDENTIALS_FULL_URI", ""),
          Rule.number("AWS_MAX_ATTEMPTS", "max_attempts", 1, 100),
          Rule.number(
              "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
              "request_min_compression_size_bytes",
              0,
              10_485_760),
          Rule.number("AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout", 1, 3600),
          Rule.number(
              "AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts", 1, 100));

  private SettingRules() {}

  /**
   * A rule.
   *
   * @param variable the variable of the environment
   * @param key the key of a profile; empty if there is none
   * @param expected what is expected, for a person
   * @param good whether a value will do
   */
  private record Rule(String variable, String key, String expected, Predicate<String> good) {
    static Rule yesOrNo(String variable, String key) {
      return choice(variable, key, "true", "false");
    }

    static Rule choice(String variable, String key, String... choices) {
      return new Rule(
          variable,
          key,
          String.join(", ", choices),
          value -> Stream.of(choices).anyMatch(value::equalsIgnoreCase));
    }

    static Rule url(String variable, String key) {
      return new Rule(
          variable, key, "http://... / https://...", value -> value.matches("(?i)https?://\\S+"));
    }

    static Rule number(String variable, String key, int least, int most) {
      return new Rule(
          variable,
          key,
          String.format(Locale.ROOT, "%d - %d", least, most),
          value ->
              value.matches("\\d{1,9}")
                  && Integer.parseInt(value) >= least
                  && Integer.parseInt(value) <= most);
    }

    Stream<Note> wrong(AwsSettings settings) {
      Optional<AwsSetting> set =
          settings.variable(variable).map(value -> new AwsSetting(value, variable));
      Optional<AwsSetting> property =
          key.isEmpty()
              ? Optional.empty()
              : settings
                  .property(key)
                  .map(value -> new AwsSetting(value.value(), value.place() + " " + key));
      return Stream.of(set, property)
          .flatMap(Optional::stream)
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
