package dev.firstday.aws.signin;

import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.Lazy;

/** The credentials of a run: found once, shared by all its calls, and found again if asked to. */
public final class SignInCredentials {
  private final Options options;
  private final Lazy<AwsCredentialsProvider> shared;

  /**
   * Where to look.
   *
   * @param settings reads the AWS settings of this machine
   * @param region the home Region; also that of the calls of a sign-in
   * @param network how AWS is reached
   * @param codes asks for the codes of MFA devices
   * @param clock the time
   */
  public record Options(
      Supplier<AwsSettings> settings,
      String region,
      NetworkSettings network,
      MfaCodes codes,
      Clock clock) {}

  public SignInCredentials(Options options) {
    this.options = options;
    this.shared = new Lazy<>(this::readAgain);
  }

  /** The AWS settings as they are now. */
  public AwsSettings settings() {
    return options.settings().get();
  }

  /** The credentials that all share. */
  public AwsCredentialsProvider provider() {
    return shared.getValue();
  }

  /** Finds the shared credentials; where that fails, each call that needs them tells why. */
  public void tryNow() {
    try {
      provider().resolveCredentials();
    } catch (SdkException e) {
      return; // Whoever signs in is told.
    }
  }

  /** The credentials as the settings are now; nothing is read or called before they are needed. */
  public AwsCredentialsProvider readAgain() {
    Lazy<AwsCredentialsProvider> found = new Lazy<>(this::chain);
    return () -> {
      try {
        return found.getValue().resolveCredentials();
      } catch (SdkException e) {
        throw e;
      } catch (InvalidSettings e) {
        throw SignInException.of(e);
      } catch (RuntimeException e) {
        throw SignInException.of("other", SignInException.reason(e)).after(e);
      }
    };
  }

  private AwsCredentialsProvider chain() {
    AwsSettings settings = settings();
    SignInClients clients = new SignInClients(settings, options.region(), options.network());
    return new CredentialChain(settings, clients, options.codes(), options.clock()).provider();
  }
}
