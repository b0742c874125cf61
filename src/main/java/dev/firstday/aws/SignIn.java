package dev.firstday.aws;

import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Caller;
import dev.firstday.engine.Identity;
import dev.firstday.engine.Note;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** The way into an account. */
public final class SignIn {
  private SignIn() {}

  /**
   * What was asked for.
   *
   * @param profile a profile of the AWS configuration; empty for the usual one
   * @param region the home Region
   * @param endpoint replaces every endpoint
   * @param listener hears of every call
   */
  public record Options(
      Optional<String> profile, String region, Optional<URI> endpoint, CallListener listener) {}

  /**
   * An account that was signed in to.
   *
   * @param account what steps read through
   * @param caller what the applier writes through
   */
  public record SignedIn(Account account, Caller caller) {}

  /** Signs in with the SDK's whole chain of credentials. */
  public static SignedIn to(Options options) throws CallFailed {
    String profile = profile(options.profile());
    FreshCredentials credentials =
        new FreshCredentials(
            () -> DefaultCredentialsProvider.builder().profileName(profile).build());
    SdkClients clients =
        new SdkClients(
            new SdkClients.Config(
                credentials,
                UrlConnectionHttpClient.create(),
                options.profile(),
                options.endpoint(),
                options.listener()));
    Identity identity = WhoAmI.read(clients, options.region(), Optional.empty());
    Pace pace = Pace.documented();
    Supplier<Note> renewal =
        () ->
            Renewal.of(
                profile,
                options.profile().isPresent(),
                System.getenv(),
                ProfileFile.defaultProfileFile());
    Account account = new Account(identity, clients, pace);
    return new SignedIn(
        account,
        new SdkCaller(
            account,
            clients,
            pace,
            Optional.of(new SdkCaller.Renewing(credentials, identity.accountId(), renewal))));
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

  /**
   * The Region that the environment or the profile names; the instance's own is not asked for: on a
   * laptop that takes seconds.
   */
  public static Optional<String> region(Optional<String> profile) {
    return attempt(() -> new SystemSettingsRegionProvider().getRegion().id())
        .or(() -> Optional.ofNullable(System.getenv("AWS_DEFAULT_REGION")))
        .filter(region -> !region.isBlank())
        .or(
            () ->
                attempt(
                    () ->
                        new AwsProfileRegionProvider(
                                ProfileFile::defaultProfileFile, profile(profile))
                            .getRegion()
                            .id()));
  }

  private static Optional<String> attempt(Supplier<String> region) {
    try {
      return Optional.of(region.get());
    } catch (SdkClientException | NullPointerException e) {
      return Optional.empty();
    }
  }

  static String profile(Optional<String> profile) {
    return profile.orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
  }
}
