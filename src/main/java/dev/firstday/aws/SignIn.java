package dev.firstday.aws;

import dev.firstday.aws.client.FreshCredentials;
import dev.firstday.aws.client.RateLimiter;
import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Problems;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Service;
import dev.firstday.aws.signin.Renewal;
import dev.firstday.aws.signin.SignInCredentials;
import dev.firstday.aws.signin.network.HttpClient;
import dev.firstday.aws.signin.network.NetworkSettings;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.failure.CallFailed;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/** The way into an account. */
public final class SignIn {
  private SignIn() {}

  /**
   * What was asked for.
   *
   * @param credentials the credentials of this run, and the AWS settings that led to them
   * @param region the home Region
   * @param network how AWS is reached
   * @param listener hears of every call
   */
  public record SignInOptions(
      SignInCredentials credentials,
      String region,
      NetworkSettings network,
      CallListener listener) {}

  /**
   * An account that was signed in to.
   *
   * @param account what steps read through
   * @param caller what the applier writes through
   */
  public record SignInResult(Account account, Caller caller) {}

  /** Signs in as the AWS CLI would. */
  public static SignInResult to(SignInOptions options) throws CallFailed {
    SignInCredentials source = options.credentials();
    FreshCredentials credentials = new FreshCredentials(source.provider(), source::readAgain);
    // Before all else, and once: a program may be run for it, or a person asked.
    resolve(credentials, options.region());
    SdkClients clients = clients(options, credentials, Map.of());
    Identity identity = CallerIdentity.read(clients, options.region(), Optional.empty());
    RateLimiter pace = RateLimiter.documented();
    Account account = new Account(identity, clients, pace, Thread::sleep, Clock.systemUTC());
    return new SignInResult(
        account,
        new SdkCaller(
            account,
            clients,
            pace,
            Optional.of(
                new SdkCaller.RenewableCredentials(
                    credentials,
                    identity.accountId(),
                    () -> Renewal.of(source.settings()),
                    Optional.of(source)))));
  }

  /**
   * Clients that sign with these credentials.
   *
   * @param others who signs instead for some services
   */
  static SdkClients clients(
      SignInOptions options,
      AwsCredentialsProvider credentials,
      Map<Service<?>, AwsCredentialsProvider> others) {
    return new SdkClients(
        new SdkClients.Config(
            credentials,
            new HttpClient(options.network()),
            Optional.of(options.credentials().settings()),
            options.network().endpoints(),
            options.listener()),
        others);
  }

  /** Gets the credentials. */
  static void resolve(AwsCredentialsProvider credentials, String region) throws CallFailed {
    try {
      credentials.resolveCredentials();
    } catch (SdkException e) {
      throw new CallFailed(
          Problems.of(e, Reads.GET_CALLER_IDENTITY, region, Clock.systemUTC().instant()), e);
    }
  }

  /** Signs in to whatever answers. */
  public static SignInResult to(AwsApi aws, String region, Optional<String> practice)
      throws CallFailed {
    return to(aws, region, practice, RateLimiter.NONE);
  }

  /**
   * Signs in to whatever answers, and calls no faster than this. What is not AWS has made at once
   * what AWS makes on demand.
   */
  public static SignInResult to(
      AwsApi aws, String region, Optional<String> practice, RateLimiter pace) throws CallFailed {
    Identity identity = CallerIdentity.read(aws, region, practice);
    Account account = new Account(identity, aws, pace, time -> {}, Clock.systemUTC());
    return new SignInResult(account, new SdkCaller(account, aws, pace));
  }
}
