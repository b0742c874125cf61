package dev.firstday.aws.signin.network;

import dev.firstday.aws.signin.settings.AwsSetting;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.catalog.Note;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where calls go instead of to AWS, found in the AWS CLI's order: the command line, the service's
 * variable, the variable for all, the profile's {@code services}, the profile.
 *
 * @param chosen the command line's, for all services
 * @param variables those of the environment by service, without spaces and in small letters; {@link
 *     #ALL} for all services
 * @param profile those of the profile, likewise
 * @param passedOver whether the SDK would find a setting that does not count
 */
public record Endpoints(
    Optional<URI> chosen,
    Map<String, URI> variables,
    Map<String, URI> profile,
    boolean passedOver) {
  /** AWS's own. */
  public static final Endpoints NONE = new Endpoints(Optional.empty(), Map.of(), Map.of(), false);

  private static final String ALL = "";
  private static final String VARIABLE = "AWS_ENDPOINT_URL";
  private static final String KEY = "endpoint_url";
  private static final String IGNORED = "ignore_configured_endpoint_urls";

  /** One endpoint for all services. */
  public static Endpoints of(URI chosen) {
    return new Endpoints(Optional.of(chosen), Map.of(), Map.of(), false);
  }

  /**
   * Reads them.
   *
   * @param option what the command line says
   * @param environment the environment variables
   * @param settings the files, with the profile that holds
   * @param wrong is told of each that is no URL
   */
  static Endpoints of(
      Optional<String> option,
      Map<String, String> environment,
      AwsSettings settings,
      Consumer<Note> wrong) {
    Optional<URI> chosen =
        option.filter(text -> !text.isBlank()).flatMap(text -> url("--endpoint-url", text, wrong));
    Map<String, URI> variables = new TreeMap<>();
    Map<String, URI> profile = new TreeMap<>();
    boolean ignored =
        settings
            .setting(List.of("AWS_" + IGNORED.toUpperCase(Locale.ROOT)), IGNORED)
            .filter(set -> set.value().strip().equalsIgnoreCase("true"))
            .isPresent();
    if (!ignored) {
      variables(environment, variables, wrong);
      profile(settings, profile, wrong);
    }
    boolean empty =
        environment.entrySet().stream()
            .anyMatch(set -> service(set.getKey()).isPresent() && set.getValue().isBlank());
    return new Endpoints(chosen, Map.copyOf(variables), Map.copyOf(profile), ignored || empty);
  }

  private static void variables(
      Map<String, String> environment, Map<String, URI> found, Consumer<Note> wrong) {
    new TreeMap<>(environment)
        .forEach(
            (variable, value) ->
                service(variable)
                    .filter(service -> !value.isBlank())
                    .ifPresent(
                        service ->
                            url(variable, value, wrong).ifPresent(url -> found.put(service, url))));
  }

  private static void profile(AwsSettings settings, Map<String, URI> found, Consumer<Note> wrong) {
    Map<String, AwsSetting> all = new TreeMap<>(settings.serviceProperties(KEY));
    settings.property(KEY).ifPresent(set -> all.put(ALL, set));
    all.forEach(
        (service, set) ->
            url(set.place() + " " + KEY, set.value(), wrong)
                .ifPresent(url -> found.put(plain(service), url)));
  }

  private static Optional<String> service(String variable) {
    return variable.equals(VARIABLE)
        ? Optional.of(ALL)
        : Optional.of(variable)
            .filter(name -> name.startsWith(VARIABLE + "_"))
            .map(name -> plain(name.substring(VARIABLE.length() + 1)));
  }

  private static String plain(String service) {
    return service.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
  }

  private static Optional<URI> url(String place, String text, Consumer<Note> wrong) {
    try {
      URI url = new URI(text.strip());
      boolean web = Stream.of("http", "https").anyMatch(s -> s.equalsIgnoreCase(url.getScheme()));
      boolean bare =
          url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
      if (web && bare && url.getHost() != null) {
        return Optional.of(url);
      }
    } catch (URISyntaxException e) {
      // Told below, as all that is no URL of a server.
    }
    wrong.accept(Note.of("settings.endpoint", place, text.replaceFirst("//.*@", "//***@")));
    return Optional.empty();
  }

  /**
   * Where a service's calls go; empty for AWS's own endpoint.
   *
   * @param serviceId the service's id in AWS's API models, as {@code Cost Explorer}
   */
  public Optional<URI> of(String serviceId) {
    return chosen.or(() -> of(variables, plain(serviceId))).or(() -> of(profile, plain(serviceId)));
  }

  private static Optional<URI> of(Map<String, URI> some, String service) {
    return Optional.ofNullable(some.getOrDefault(service, some.get(ALL)));
  }
}
