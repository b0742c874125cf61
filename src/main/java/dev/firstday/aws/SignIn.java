package dev.firstday.aws;

import dev.firstday.aws.signin.AwsSettings;
import dev.firstday.aws.signin.HttpClient;
import dev.firstday.aws.signin.NetworkSettings;
import dev.firstday.aws.signin.Renewal;
import dev.firstday.aws.signin.SignInHttpService;
import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Caller;
import dev.firstday.engine.Identity;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;

/** The way into an account. */
public final class SignIn {
  private SignIn() {}

  /**
   * What was asked for.
   *
   * @param settings the AWS settings of this machine, with the profile that holds
   * @param region the home Region
   * @param network how AWS is reached
   * @param listener hears of every call
   */
  public record Options(
      AwsSettings settings, String region, NetworkSettings network, CallListener listener) {}

  /**
   * An account that was signed in to.
   *
   * @param account what steps read through
   * @param caller what the applier writes through
   */
  public record SignedIn(Account account, Caller caller) {}

  /** Signs in as the AWS CLI would. */
  public static SignedIn to(Options options) throws CallFailed {
    SignInHttpService.use(options.network());
    FreshCredentials credentials = new FreshCredentials(() -> credentials(options));
    SdkClients clients =
        new SdkClients(
            new SdkClients.Config(
                credentials,
                new HttpClient(options.network()),
                Optional.of(options.settings()),
                options.network().endpoints(),
                options.listener()));
    Identity identity = WhoAmI.read(clients, options.region(), Optional.empty());
    Pace pace = Pace.documented();
    Account account = new Account(identity, clients, pace);
    return new SignedIn(
        account,
        new SdkCaller(
            account,
            clients,
            pace,
            Optional.of(
                new SdkCaller.Renewing(
                    credentials, identity.accountId(), () -> Renewal.of(options.settings())))));
  }

  /** The credentials that the settings lead to; a profile of the command line is used alone. */
  static AwsCredentialsProvider credentials(Options options) {
    String profile = options.settings().profile();
    return options.settings().profileOption()
        ? ProfileCredentialsProvider.create(profile)
        : DefaultCredentialsProvider.builder().profileName(profile).build();
  }

  /** Signs in to whatever the clients lead to. */
  public static SignedIn to(Clients.Source clients, String region, Optional<String> practice)
      throws CallFailed {
    return to(clients, region, practice, Pace.NONE);
  }

  /** Signs in to whatever the clients lead to, and calls no faster than this. */
  public static SignedIn to(
      Clients.Source clients, String region, Optional<String> practice, Pace pace)
      throws CallFailed {
    Identity identity = WhoAmI.read(clients, region, practice);
    Account account = new Account(identity, clients, pace);
    return new SignedIn(account, new SdkCaller(account, clients, pace));
  }
}
