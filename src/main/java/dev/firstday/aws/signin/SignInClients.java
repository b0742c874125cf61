package dev.firstday.aws.signin;

import dev.firstday.aws.signin.network.EndpointOverride;
import dev.firstday.aws.signin.network.HttpClient;
import dev.firstday.aws.signin.network.NetworkSettings;
import dev.firstday.aws.signin.settings.AwsSettings;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.signin.SigninClient;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The clients that a sign-in itself needs. Each gets its Region, and the settings that hold.
 *
 * @param settings the AWS settings of this machine
 * @param region the home Region
 * @param network how AWS is reached
 */
record SignInClients(AwsSettings settings, String region, NetworkSettings network) {
  private static final Duration ATTEMPT = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofSeconds(30);
  private static final AwsCredentialsProvider NOBODY = AnonymousCredentialsProvider.create();

  StsClient sts(AwsCredentialsProvider credentials) {
    return build(StsClient.builder(), "STS", region, credentials);
  }

  StsClient sts() {
    return sts(NOBODY);
  }

  SsoClient sso(String where) {
    return build(SsoClient.builder(), "SSO", where, NOBODY);
  }

  SsoOidcClient ssoOidc(String where) {
    return build(SsoOidcClient.builder(), "SSO OIDC", where, NOBODY);
  }

  SigninClient signin() {
    return build(SigninClient.builder(), "Signin", region, NOBODY);
  }

  private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C build(
      B builder, String service, String where, AwsCredentialsProvider credentials) {
    ClientOverrideConfiguration.Builder overrides =
        ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(ATTEMPT)
            .apiCallTimeout(CALL)
            .defaultProfileFile(settings.forSdk())
            .defaultProfileName(AwsSettings.SDK_PROFILE);
    EndpointOverride.set(builder, overrides, network.endpoints(), network.endpoints().of(service));
    return builder
        .region(Region.of(where))
        .credentialsProvider(credentials)
        .httpClient(new HttpClient(network))
        .overrideConfiguration(overrides.build())
        .build();
  }
}
