package dev.firstday.aws.signin.network;

import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.aws.signin.settings.InvalidSettings;
import dev.firstday.catalog.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How AWS is reached from this machine.
 *
 * @param proxies the proxies on the way
 * @param trusted the certificates to trust; empty for Java's own
 * @param endpoints where calls go instead of to AWS
 */
public record NetworkSettings(
    ProxySettings proxies, Optional<TrustedCertificates> trusted, Endpoints endpoints) {
  /** The open network. */
  public static final NetworkSettings NONE =
      new NetworkSettings(ProxySettings.NONE, Optional.empty(), Endpoints.NONE);

  /**
   * Reads them.
   *
   * @param endpoint the endpoint that the command line names
   * @param environment the environment variables
   * @param settings the files, with the profile that holds
   * @throws InvalidSettings with everything that is wrong
   */
  public static NetworkSettings of(
      Optional<String> endpoint, Map<String, String> environment, AwsSettings settings) {
    List<Note> wrong = new ArrayList<>();
    NetworkSettings network =
        new NetworkSettings(
            ProxySettings.of(environment, wrong::add),
            TrustedCertificates.of(settings, wrong::add),
            Endpoints.of(endpoint, environment, settings, wrong::add));
    if (!wrong.isEmpty()) {
      throw new InvalidSettings(wrong);
    }
    return network;
  }
}
