package dev.firstday.aws.signin.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Sends requests as the settings say, and names the proxy where one is in the way. */
public final class HttpClient implements SdkHttpClient {
  // What the SDK's own client takes.
  private static final Duration CONNECTED = Duration.ofSeconds(2);
  private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

  private final NetworkSettings settings;
  private final SdkHttpClient http;

  public HttpClient(NetworkSettings settings) {
    this(settings, CONNECTED);
  }

  /**
   * A client.
   *
   * @param connected how long it may take until a connection is there
   */
  public HttpClient(NetworkSettings settings, Duration connected) {
    this.settings = settings;
    this.http = UrlConnectionHttpClient.create(new Connections(settings, connected)::to);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    URI page = request.httpRequest().getUri();
    ExecutableHttpRequest call = http.prepareRequest(request);
    return settings
        .proxies()
        .proxyFor(page)
        .<ExecutableHttpRequest>map(proxy -> new ThroughProxy(call, proxy))
        .orElse(call);
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    http.close();
  }

  /** A request whose failure names the proxy. */
  private record ThroughProxy(ExecutableHttpRequest request, ProxyServer proxy)
      implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() throws IOException {
      HttpExecuteResponse response = answer();
      if (response.httpResponse().statusCode() == PROXY_AUTHENTICATION_REQUIRED) {
        throw refused("HTTP/1.1 407 Proxy Authentication Required");
      }
      return response;
    }

    private HttpExecuteResponse answer() throws IOException {
      try {
        return request.call();
      } catch (UncheckedIOException e) {
        throw named(Objects.requireNonNull(e.getCause()));
      } catch (IOException e) {
        throw named(e);
      }
    }

    // Certificates and silence are not the proxy's: behind it is AWS.
    private IOException named(IOException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains(" 407 ")) {
        throw refused(message);
      }
      boolean silence =
          e instanceof SocketTimeoutException
              && !message.toLowerCase(Locale.ROOT).contains("connect");
      if (e instanceof SSLException || silence) {
        return e;
      }
      ProxyFailed failed = new ProxyFailed(proxy, message);
      return new IOException(failed.getMessage(), failed);
    }

    // No reason to try again: who was refused would be locked out for it.
    private SdkClientException refused(String answer) {
      ProxyFailed failed = new ProxyFailed(proxy, answer);
      return SdkClientException.create(failed.getMessage(), failed);
    }

    @Override
    public void abort() {
      request.abort();
    }
  }
}
