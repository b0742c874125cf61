package dev.firstday.aws.signin.network;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.internal.SdkInternalTestAdvancedClientOption;

/**
 * Sends the calls of a client to its endpoint. Apart from {@link Endpoints}, which are read before
 * the first frame: this loads classes of the SDK.
 */
public final class EndpointOverride {
  // Where no service is: never connected to.
  private static final URI AWS = URI.create("https://aws.invalid");

  private EndpointOverride() {}

  /**
   * Sets it.
   *
   * @param endpoint the client's endpoint; empty for AWS's own
   */
  public static void set(
      AwsClientBuilder<?, ?> builder,
      ClientOverrideConfiguration.Builder overrides,
      Endpoints endpoints,
      Optional<URI> endpoint) {
    if (endpoint.isEmpty() && endpoints.passedOver()) {
      // The SDK would take the setting that does not count, unless it has an address; with this
      // option its own rules still decide where a call goes.
      overrides.putAdvancedOption(
          SdkInternalTestAdvancedClientOption.ENDPOINT_OVERRIDDEN_OVERRIDE, false);
      builder.endpointOverride(AWS);
    }
    endpoint.ifPresent(builder::endpointOverride);
  }
}
