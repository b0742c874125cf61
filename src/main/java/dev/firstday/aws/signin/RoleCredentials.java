package dev.firstday.aws.signin;

import dev.firstday.aws.signin.RefreshingCredentials.CredentialSession;
import dev.firstday.aws.signin.network.TimeLimit;
import dev.firstday.aws.signin.settings.AwsSetting;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.SignInException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Credentials of a role that a profile names. */
final class RoleCredentials {
  private final AwsSettings settings;
  private final SignInClients clients;
  private final MfaCodes codes;
  private final Clock clock;

  RoleCredentials(AwsSettings settings, SignInClients clients, MfaCodes codes, Clock clock) {
    this.settings = settings;
    this.clients = clients;
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * Those of a role that is assumed.
   *
   * @param source who assumes it
   */
  AwsCredentialsProvider assumed(String profile, AwsCredentialsProvider source) {
    return new RefreshingCredentials(clock, () -> assume(profile, source));
  }

  private CredentialSession assume(String profile, AwsCredentialsProvider source) {
    String role = value(profile, "role_arn").orElseThrow();
    // What is wrong with the source is told as it is.
    source.resolveCredentials();
    AssumeRoleRequest.Builder request = request(profile, role);
    Optional<String> device = value(profile, "mfa_serial");
    device.ifPresent(serial -> request.serialNumber(serial).tokenCode(code(profile, serial)));
    try (StsClient sts = clients.sts(source)) {
      CredentialSession session =
          session(
              TimeLimit.within(
                  TimeLimit.CALL, () -> sts.assumeRole(request.build()).credentials()));
      device.ifPresent(serial -> codes.accepted());
      return session;
    } catch (SdkException e) {
      if (device.isPresent() && codes.renewing() && codeRefused(e)) {
        throw SignInException.expired(
                "mfa-refused", profile, device.get(), SignInException.reason(e))
            .after(e);
      }
      throw refused(profile, role, e);
    }
  }

  private AssumeRoleRequest.Builder request(String profile, String role) {
    return AssumeRoleRequest.builder()
        .roleArn(role)
        .externalId(value(profile, "external_id").orElse(null))
        .durationSeconds(value(profile, "duration_seconds").flatMap(this::number).orElse(null))
        .roleSessionName(value(profile, "role_session_name").orElseGet(this::sessionName));
  }

  /** STS has one error code for this and for a role that may not be assumed. */
  private static boolean codeRefused(SdkException e) {
    return SignInException.errorMessage(e).contains("MultiFactorAuthentication");
  }

  private String code(String profile, String serial) {
    return codes
        .code(profile, serial)
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .orElseThrow(
            () ->
                codes.inPause()
                    ? SignInException.expired("mfa-ended", profile, serial)
                    : SignInException.of("mfa", profile, serial));
  }

  /**
   * Those of a role that a token of somebody else's identity provider gives.
   *
   * @param role the role
   * @param file the file with the token
   */
  AwsCredentialsProvider ofToken(String profile, AwsSetting role, AwsSetting file, String session) {
    return new RefreshingCredentials(
        clock,
        () -> {
          String token = token(settings.expanded(file.value()), file.place());
          try (StsClient sts = clients.sts()) {
            return session(
                TimeLimit.within(
                    TimeLimit.CALL,
                    () ->
                        sts.assumeRoleWithWebIdentity(
                                request ->
                                    request
                                        .roleArn(role.value())
                                        .roleSessionName(
                                            session.isEmpty() ? sessionName() : session)
                                        .webIdentityToken(token))
                            .credentials()));
          } catch (SdkException e) {
            throw refused(profile, role.value(), e);
          }
        });
  }

  private static String token(Path file, String place) {
    try {
      String token = Files.readString(file).strip();
      if (token.isEmpty()) {
        throw SignInException.of("token-empty", file, place);
      }
      return token;
    } catch (IOException e) {
      throw SignInException.of("token-missing", file, place).after(e);
    }
  }

  private static SignInException refused(String profile, String role, SdkException e) {
    boolean expired = SignInException.errorCode(e).startsWith("ExpiredToken");
    String reason = SignInException.reason(e);
    return (expired
            ? SignInException.expired("role", profile, role, reason)
            : SignInException.of("role", profile, role, reason))
        .after(e);
  }

  private static CredentialSession session(Credentials given) {
    return new CredentialSession(
        StaticKeys.of(
            given.accessKeyId(),
            given.secretAccessKey(),
            Optional.ofNullable(given.sessionToken())),
        Optional.ofNullable(given.expiration()));
  }

  private Optional<String> value(String profile, String key) {
    return settings.property(profile, key).map(AwsSetting::value);
  }

  // The AWS CLI passes over what is no number.
  private Optional<Integer> number(String text) {
    return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private String sessionName() {
    return "firstday-" + clock.instant().getEpochSecond();
  }
}
