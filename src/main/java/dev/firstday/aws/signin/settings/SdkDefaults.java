package dev.firstday.aws.signin.settings;

import java.util.Map;

/**
 * Keeps the SDK from what it reads by itself, whatever a client is given: the files of the AWS CLI,
 * where it fails on what the AWS CLI takes, and variables that are set to nothing.
 */
public final class SdkDefaults {
  private static final String NOTHING = "/dev/null";

  /** What holds where such a variable is empty; the SDK takes a property before it. */
  private static final Map<String, Map.Entry<String, String>> USUAL =
      Map.of(
          "AWS_USE_FIPS_ENDPOINT", Map.entry("aws.useFipsEndpoint", "false"),
          "AWS_USE_DUALSTACK_ENDPOINT", Map.entry("aws.useDualstackEndpoint", "false"),
          "AWS_DEFAULTS_MODE", Map.entry("aws.defaultsMode", "legacy"),
          "AWS_MAX_ATTEMPTS", Map.entry("aws.maxAttempts", "3"),
          "AWS_DISABLE_REQUEST_COMPRESSION", Map.entry("aws.disableRequestCompression", "false"),
          "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
              Map.entry("aws.requestMinCompressionSizeBytes", "10240"),
          "AWS_ACCOUNT_ID_ENDPOINT_MODE", Map.entry("aws.accountIdEndpointMode", "preferred"),
          "AWS_REQUEST_CHECKSUM_CALCULATION",
              Map.entry("aws.requestChecksumCalculation", "when_supported"),
          "AWS_RESPONSE_CHECKSUM_VALIDATION",
              Map.entry("aws.responseChecksumValidation", "when_supported"),
          "AWS_EC2_METADATA_DISABLED", Map.entry("aws.disableEc2Metadata", "false"));

  private SdkDefaults() {}

  /** Sets it for this process; before the SDK is first used. */
  public static void set(Map<String, String> environment) {
    System.setProperty("aws.configFile", NOTHING);
    System.setProperty("aws.sharedCredentialsFile", NOTHING);
    USUAL.forEach(
        (variable, usual) -> {
          if (environment.getOrDefault(variable, "-").isBlank()) {
            System.setProperty(usual.getKey(), usual.getValue());
          }
        });
  }
}
