package dev.firstday.aws;

import dev.firstday.aws.operations.CallListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An HTTP client under the real SDK clients on which one operation goes wrong, and the others reach
 * a server, or get an empty answer where there is none.
 *
 * <p>HTTP does not know operations: the listener hears them on the thread that then sends.
 */
public final class MisbehavingHttp implements SdkHttpClient, CallListener {
  private final Optional<SdkHttpClient> server;
  private final ThreadLocal<String> operation = new ThreadLocal<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile String victim = "";
  private volatile Optional<Misbehaviour> misbehaviour = Optional.empty();

  public MisbehavingHttp(Optional<SdkHttpClient> server) {
    this.server = server;
  }

  /** From now on this goes wrong, for this operation alone. */
  public void misbehave(String key, Misbehaviour how) {
    attempts.set(0);
    victim = key;
    misbehaviour = Optional.of(how);
  }

  /** From now on nothing goes wrong. */
  public void behave() {
    misbehaviour = Optional.empty();
  }

  /** How often the operation was sent since it began to go wrong. */
  public int attempts() {
    return attempts.get();
  }

  @Override
  public void calling(String service, String name, String region) {
    operation.set(ServiceNames.cli(service) + ":" + name);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String key = operation.get();
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(key, request);
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse answer(String key, HttpExecuteRequest request) throws IOException {
    String service = key.substring(0, key.indexOf(':'));
    String name = key.substring(key.indexOf(':') + 1);
    boolean lost = false;
    if (misbehaviour.isPresent() && key.equals(victim)) {
      int attempt = attempts.incrementAndGet();
      Optional<Misbehaviour.Answer> wrong = misbehaviour.get().instead(service, attempt);
      if (wrong.isPresent()) {
        return response(wrong.get());
      }
      lost = misbehaviour.get().loses(attempt);
    }
    Callable<HttpExecuteResponse> right =
        server.isPresent()
            ? server.get().prepareRequest(request)
            : () -> response(Misbehaviour.nothing(service, name));
    try {
      HttpExecuteResponse answer = right.call();
      if (lost) {
        throw new SocketTimeoutException("Read timed out");
      }
      return answer;
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static HttpExecuteResponse response(Misbehaviour.Answer answer) {
    SdkHttpResponse.Builder http =
        SdkHttpResponse.builder()
            .statusCode(answer.status())
            .putHeader("x-amzn-RequestId", "request-1");
    if (!answer.code().isEmpty()) {
      http.putHeader("x-amzn-ErrorType", answer.code());
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(http.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }

  @Override
  public String clientName() {
    return "Misbehaving";
  }

  @Override
  public void close() {
    server.ifPresent(SdkHttpClient::close);
  }
}
