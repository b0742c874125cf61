package dev.firstday.aws.signin.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes connections as the settings say. */
final class Connections {
  // What the SDK's own client takes.
  private static final Duration ANSWERED = Duration.ofSeconds(30);

  private final NetworkSettings settings;
  private final Duration connected;

  // One for all connections: Java keeps idle ones apart by them.
  private final Optional<SSLSocketFactory> sockets;
  private final Authenticator login;

  Connections(NetworkSettings settings, Duration connected) {
    this.settings = settings;
    this.connected = connected;
    this.sockets = settings.trusted().map(TrustedCertificates::sockets);
    this.login = new ProxyLogin(settings.proxies());
  }

  HttpURLConnection to(URI page) {
    try {
      Optional<ProxyServer> proxy = settings.proxies().proxyFor(page);
      HttpURLConnection connection = open(page.toURL(), proxy);
      connection.setConnectTimeout((int) connected.toMillis());
      connection.setReadTimeout((int) ANSWERED.toMillis());
      if (connection instanceof HttpsURLConnection secured) {
        sockets.ifPresent(secured::setSSLSocketFactory);
      }
      proxy.flatMap(ProxyServer::login).ifPresent(known -> authenticate(connection, known));
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Where no variable says anything, Java's own properties for proxies hold.
  private HttpURLConnection open(URL page, Optional<ProxyServer> proxy) throws IOException {
    if (proxy.isPresent()) {
      return (HttpURLConnection) page.openConnection(proxy.get().proxy());
    }
    boolean silent = settings.proxies().equals(ProxySettings.NONE);
    return (HttpURLConnection)
        (silent ? page.openConnection() : page.openConnection(Proxy.NO_PROXY));
  }

  // A tunnel asks the authenticator. Of what goes without one the body can't be sent twice.
  private void authenticate(HttpURLConnection connection, ProxyServer.Login known) {
    connection.setAuthenticator(login);
    if (!(connection instanceof HttpsURLConnection)) {
      byte[] both = (known.user() + ":" + known.password()).getBytes(StandardCharsets.UTF_8);
      connection.setRequestProperty(
          "Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }
  }

  /** Answers proxies that ask who is there, and nobody else. */
  private static final class ProxyLogin extends Authenticator {
    private final ProxySettings proxies;

    ProxyLogin(ProxySettings proxies) {
      this.proxies = proxies;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
      return getRequestorType() != RequestorType.PROXY
          ? null
          : Stream.of(proxies.https(), proxies.http())
              .flatMap(Optional::stream)
              .filter(proxy -> proxy.port() == getRequestingPort())
              .filter(proxy -> proxy.name().equalsIgnoreCase(getRequestingHost()))
              .flatMap(proxy -> proxy.login().stream())
              .findFirst()
              .map(who -> new PasswordAuthentication(who.user(), who.password().toCharArray()))
              .orElse(null);
    }
  }
}
