package dev.firstday.aws;

import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.signin.network.HttpClient;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Whether AWS answers at all from this machine, whoever asks. */
public final class ConnectivityProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  // A connection that is being made can't be broken off, and three are tried.
  private static final Duration CONNECTED = Duration.ofSeconds(1);

  private ConnectivityProbe() {}

  /**
   * Asks AWS without credentials: that it refuses is answer enough, and tells its time. Takes three
   * seconds at most.
   *
   * @return what keeps this machine from AWS: no answer, or a clock that is off; empty if nothing
   */
  public static Optional<Problem> problem(SignIn.SignInOptions options) {
    try (SdkClients clients =
        new SdkClients(
            new SdkClients.Config(
                AnonymousCredentialsProvider.create(),
                new HttpClient(options.network(), CONNECTED),
                Optional.of(options.credentials().settings()),
                options.network().endpoints(),
                options.listener(),
                new SdkClients.Timing(
                    SdkClients.Timing.USUAL.late(),
                    Optional.of(BackoffStrategy.retryImmediately()),
                    PATIENCE)))) {
      new Account(CallerIdentity.unknown(options.region()), clients)
          .query(Reads.GET_CALLER_IDENTITY)
          .read();
      return Optional.empty();
    } catch (CallFailed e) {
      return Optional.of(e.problem()).filter(ConnectivityProbe::between);
    }
  }

  private static boolean between(Problem problem) {
    return switch (problem.kind()) {
      case DENIED, EXPIRED, CREDENTIALS -> false;
      default -> true;
    };
  }
}
