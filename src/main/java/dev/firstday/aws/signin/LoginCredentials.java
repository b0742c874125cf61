package dev.firstday.aws.signin;

import dev.firstday.aws.signin.network.TimeLimit;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.SignInException;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.signin.auth.LoginCredentialsProvider;

/** Credentials of a session that {@code aws login} opened. */
final class LoginCredentials implements AwsCredentialsProvider {
  private final String profile;
  private final AwsCredentialsProvider sdk;

  LoginCredentials(AwsSettings settings, SignInClients clients, String profile, String session) {
    this.profile = profile;
    LoginCredentialsProvider.Builder builder =
        LoginCredentialsProvider.builder().signinClient(clients.signin()).loginSession(session);
    settings
        .variable("AWS_LOGIN_CACHE_DIRECTORY")
        .ifPresent(folder -> builder.tokenCacheLocation(settings.expanded(folder)));
    this.sdk = builder.build();
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return TimeLimit.within(TimeLimit.CALL, sdk::resolveCredentials);
    } catch (RuntimeException e) {
      throw SignInException.expired(
              "login", profile, Renewal.command("aws login", profile), SignInException.reason(e))
          .after(e);
    }
  }
}
