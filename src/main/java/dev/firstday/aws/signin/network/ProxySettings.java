package dev.firstday.aws.signin.network;

import dev.firstday.catalog.Note;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The proxies of the environment, as the AWS CLI goes by them: {@code HTTPS_PROXY} for https,
 * {@code HTTP_PROXY} for http, {@code NO_PROXY} for what needs none; names in small letters win.
 * The CLI knows no {@code ALL_PROXY}.
 *
 * @param http the proxy for http
 * @param https the proxy for https
 * @param direct endings of hosts that are reached without one
 */
public record ProxySettings(
    Optional<ProxyServer> http, Optional<ProxyServer> https, List<String> direct) {
  /** No proxies. */
  public static final ProxySettings NONE =
      new ProxySettings(Optional.empty(), Optional.empty(), List.of());

  static ProxySettings of(Map<String, String> environment, Consumer<Note> wrong) {
    return new ProxySettings(
        proxy("http_proxy", environment, wrong),
        proxy("https_proxy", environment, wrong),
        value("no_proxy", environment).stream()
            .flatMap(set -> Stream.of(set.getValue().split(",")))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .toList());
  }

  private static Optional<ProxyServer> proxy(
      String variable, Map<String, String> environment, Consumer<Note> wrong) {
    Optional<Map.Entry<String, String>> set = value(variable, environment);
    Optional<ProxyServer> proxy =
        set.flatMap(entry -> ProxyServer.parse(entry.getKey(), entry.getValue()));
    if (set.isPresent() && proxy.isEmpty()) {
      wrong.accept(
          Note.of("settings.proxy", set.get().getKey(), ProxyServer.masked(set.get().getValue())));
    }
    return proxy;
  }

  // A name in small letters wins, even if it is set to nothing.
  private static Optional<Map.Entry<String, String>> value(
      String variable, Map<String, String> environment) {
    return Stream.of(variable, variable.toUpperCase(Locale.ROOT))
        .filter(environment::containsKey)
        .findFirst()
        .map(name -> Map.entry(name, environment.get(name)))
        .filter(entry -> !entry.getValue().isBlank());
  }

  /** The proxy on the way to a page; empty if there is none. */
  public Optional<ProxyServer> proxyFor(URI page) {
    Optional<ProxyServer> proxy = "https".equalsIgnoreCase(page.getScheme()) ? https : http;
    return proxy.filter(there -> !isDirect(page));
  }

  /** Whether {@code NO_PROXY} names the page's host, or a domain that it is in. */
  boolean isDirect(URI page) {
    String host = page.getHost() == null ? "" : page.getHost().toLowerCase(Locale.ROOT);
    String withPort = page.getPort() < 0 ? host : host + ":" + page.getPort();
    return direct.equals(List.of("*"))
        || direct.stream()
            .map(name -> name.replaceFirst("^\\.+", ""))
            .anyMatch(name -> isIn(name, host) || isIn(name, withPort));
  }

  private static boolean isIn(String domain, String host) {
    return host.equals(domain) || host.endsWith("." + domain);
  }
}
