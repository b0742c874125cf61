package dev.firstday.aws.signin;

import dev.firstday.aws.signin.RefreshingCredentials.CredentialSession;
import dev.firstday.aws.signin.network.TimeLimit;
import dev.firstday.aws.signin.settings.AwsSetting;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.KnownRegions;
import dev.firstday.aws.signin.settings.SignInException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.RoleCredentials;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcTokenProvider;

/**
 * Credentials of a profile of Identity Center, with the token that {@code aws sso login} left: of a
 * session that several profiles share, or of the profile alone.
 */
final class SsoCredentials {
  private final AwsSettings settings;
  private final SignInClients clients;
  private final Clock clock;
  private final String profile;
  private final Optional<AwsSetting> session;

  SsoCredentials(AwsSettings settings, SignInClients clients, Clock clock, String profile) {
    this.settings = settings;
    this.clients = clients;
    this.clock = clock;
    this.profile = profile;
    this.session = settings.property(profile, "sso_session");
  }

  AwsCredentialsProvider provider() {
    return new RefreshingCredentials(clock, this::get);
  }

  private CredentialSession get() {
    String account = required("sso_account_id");
    String role = required("sso_role_name");
    String region = region(shared("sso_region"));
    String url = shared("sso_start_url");
    String token = token(session.map(AwsSetting::value).orElse(url), region);
    try (SsoClient sso = clients.sso(region)) {
      RoleCredentials given =
          TimeLimit.within(
              TimeLimit.CALL,
              () ->
                  sso.getRoleCredentials(
                          request -> request.accountId(account).roleName(role).accessToken(token))
                      .roleCredentials());
      return new CredentialSession(
          StaticKeys.of(
              given.accessKeyId(),
              given.secretAccessKey(),
              Optional.ofNullable(given.sessionToken())),
          Optional.of(Instant.ofEpochMilli(given.expiration())));
    } catch (UnauthorizedException e) {
      throw expired("sso-expired").after(e);
    } catch (SdkException e) {
      throw SignInException.of("sso-role", profile, role, account, SignInException.reason(e))
          .after(e);
    }
  }

  private String required(String key) {
    return settings
        .property(profile, key)
        .map(AwsSetting::value)
        .orElseThrow(() -> SignInException.of("sso-lacks", profile, key));
  }

  /** A value that the session has, where there is one; else the profile. */
  private String shared(String key) {
    return session
        .map(
            named ->
                settings
                    .session(named.value(), key)
                    .or(() -> settings.property(profile, key))
                    .orElseThrow(
                        () ->
                            SignInException.of(
                                "sso-session-lacks", profile, named.value(), key, named.place())))
        .or(() -> settings.property(profile, key))
        .map(AwsSetting::value)
        .orElseThrow(() -> SignInException.of("sso-lacks", profile, key));
  }

  private String region(String name) {
    boolean wrong =
        KnownRegions.rule(settings.variable(KnownRegions.NEWER).orElse("")).wrong(name).isPresent();
    if (wrong) {
      throw SignInException.of("sso-region", profile, name);
    }
    return name;
  }

  private String token(String name, String region) {
    SsoToken token = SsoToken.read(settings.home(), name).orElseThrow(() -> expired("sso-missing"));
    if (token.good(clock)) {
      return token.accessToken();
    } else if (session.isEmpty() || !token.refreshable()) {
      throw expired("sso-expired");
    }
    return refreshed(name, region);
  }

  // It writes the new token where the AWS CLI looks for it.
  private String refreshed(String name, String region) {
    try (SsoOidcClient oidc = clients.ssoOidc(region);
        SsoOidcTokenProvider provider =
            SsoOidcTokenProvider.builder().sessionName(name).ssoOidcClient(oidc).build()) {
      Supplier<String> token = () -> provider.resolveToken().token();
      return TimeLimit.within(TimeLimit.CALL, token);
    } catch (RuntimeException e) {
      throw expired("sso-expired").after(e);
    }
  }

  private SignInException expired(String code) {
    return SignInException.expired(code, profile, Renewal.command("aws sso login", profile));
  }
}
