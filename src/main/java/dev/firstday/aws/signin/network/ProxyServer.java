package dev.firstday.aws.signin.network;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy that a variable names.
 *
 * @param variable the environment variable
 * @param host its name or address; an IPv6 address is in brackets
 * @param port its TCP port
 * @param login who asks for its service; empty if the variable names nobody
 */
public record ProxyServer(String variable, String host, int port, Optional<Login> login) {
  // What stands before the last @ is who asks: passwords hold all kinds of characters.
  private static final Pattern URL =
      Pattern.compile(
          "(?:http:)?(?://)?(?:(?<login>.*)@)?(?<host>[\\w.-]+|\\[[0-9A-Fa-f:.]+])"
              + "(?::(?<port>\\d{1,5}))?(?:/.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  // That of urllib3, which the AWS CLI is built on.
  private static final int USUAL_PORT = 80;
  private static final int HIGHEST_PORT = 65_535;

  /** The user and password for the proxy. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user + ":***";
    }
  }

  /**
   * Reads the value of a variable as the AWS CLI does: the scheme may be missing.
   *
   * @return empty if it is no address of a proxy
   */
  static Optional<ProxyServer> parse(String variable, String value) {
    Matcher url = URL.matcher(value.strip());
    if (!url.matches()) {
      return Optional.empty();
    }
    String port = url.group("port");
    int number = port == null ? USUAL_PORT : Integer.parseInt(port);
    if (number < 1 || number > HIGHEST_PORT) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ProxyServer(
              variable,
              url.group("host"),
              number,
              Optional.ofNullable(url.group("login")).map(ProxyServer::login)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // A percent sign that encodes nothing.
    }
  }

  private static Login login(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Login(decoded(text), "")
        : new Login(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
  }

  // A plus sign is a plus sign in this part of a URL.
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** A value fit for a message: what may be a password is not in it. */
  static String masked(String value) {
    int at = value.lastIndexOf('@');
    if (at >= 0) {
      int start = value.indexOf("//") >= 0 ? value.indexOf("//") + 2 : 0;
      return value.substring(0, Math.min(start, at)) + "***" + value.substring(at);
    }
    int colon = value.lastIndexOf(':');
    boolean port =
        value.substring(colon + 1).matches("\\d*/?") || value.startsWith("//", colon + 1);
    return colon < 0 || port ? value : value.substring(0, colon) + ":***";
  }

  /** The proxy as it is shown: without who asks. */
  public String shown() {
    return "http://" + host + ":" + port + " (" + variable + ")";
  }

  /** The proxy as Java's connections take it; its name is looked up when one is made. */
  Proxy proxy() {
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(name(), port));
  }

  /** The host as Java names it. */
  String name() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
