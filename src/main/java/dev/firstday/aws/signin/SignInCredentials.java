package dev.firstday.aws.signin;

import dev.firstday.aws.signin.network.NetworkSettings;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.InvalidSettings;
import dev.firstday.aws.signin.settings.SignInException;
import dev.firstday.engine.plan.Secret;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.Lazy;

/** The credentials of a run: found once, shared by all its calls, and found again if asked to. */
public final class SignInCredentials {
  private final CredentialOptions options;
  private final Lazy<AwsCredentialsProvider> shared;
  private final AtomicReference<Begun> begun = new AtomicReference<>();

  /** Credentials that still lack the code of an MFA device. */
  private record Begun(TypedCodes codes, AwsCredentialsProvider credentials) {}

  /**
   * Where to look.
   *
   * @param settings reads the AWS settings of this machine
   * @param region the home Region; also that of the calls of a sign-in
   * @param network how AWS is reached
   * @param codes asks for the codes of MFA devices
   * @param clock the time
   */
  public record CredentialOptions(
      Supplier<AwsSettings> settings,
      String region,
      NetworkSettings network,
      MfaCodes codes,
      Clock clock) {}

  public SignInCredentials(CredentialOptions options) {
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
    begun.set(null);
    return readAgain(options.codes());
  }

  /**
   * The same with a code that a person has typed already, for these credentials alone: whoever else
   * renews theirs at the same time can't use it up. AWS takes a code once, so where the way leads
   * through several roles that want one, the next code goes on where the last one came to.
   */
  public AwsCredentialsProvider readAgain(Secret code) {
    Begun ours = begun.updateAndGet(some -> some == null ? begin() : some);
    ours.codes().typed(code);
    return () -> {
      AwsCredentials found = ours.credentials().resolveCredentials();
      begun.compareAndSet(ours, null);
      return found;
    };
  }

  private Begun begin() {
    TypedCodes codes = new TypedCodes(options.codes());
    return new Begun(codes, readAgain(codes));
  }

  /** Whether a session that has ended takes a code, which the pause of a run has to ask for. */
  public boolean wantCodeInPause() {
    return options.codes().inPause();
  }

  private AwsCredentialsProvider readAgain(MfaCodes codes) {
    Lazy<AwsCredentialsProvider> found = new Lazy<>(() -> chain(codes));
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

  private AwsCredentialsProvider chain(MfaCodes codes) {
    AwsSettings settings = settings();
    SignInClients clients = new SignInClients(settings, options.region(), options.network());
    return new CredentialChain(settings, clients, codes, options.clock()).provider();
  }

  /** Codes that are there once each; without one, others are asked. */
  private static final class TypedCodes implements MfaCodes {
    private final AtomicReference<Secret> code = new AtomicReference<>();
    private final MfaCodes others;

    TypedCodes(MfaCodes others) {
      this.others = others;
    }

    void typed(Secret next) {
      code.set(next);
    }

    @Override
    public Optional<String> code(String profile, String serial) {
      return Optional.ofNullable(code.getAndSet(null))
          .map(Secret::text)
          .or(() -> others.code(profile, serial));
    }

    @Override
    public void accepted() {
      others.accepted();
    }

    @Override
    public boolean renewing() {
      return others.renewing();
    }

    @Override
    public boolean inPause() {
      return others.inPause();
    }
  }
}
