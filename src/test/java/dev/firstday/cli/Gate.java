package dev.firstday.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Stands between the program and AWS, and holds one write for good: before AWS hears of it, or
 * after AWS has done it and before the program knows.
 *
 * <p>It knows a write by the journal: the first request behind the n-th line that says {@code
 * started} is the n-th write, and a write without a line would be missed.
 */
final class Gate implements AutoCloseable {
  /** Headers of a connection, which has one on each side. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final URI aws;
  private final Path journal;
  private final int write;
  private final boolean done;
  private final Consumer<HttpExchange> held;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer server;
  private boolean shut;

  /**
   * A gate that is open until a write comes.
   *
   * @param write which one, from 1
   * @param done whether AWS does it
   * @param held hears that it is held; it is never answered
   */
  Gate(URI aws, Path journal, int write, boolean done, Consumer<HttpExchange> held)
      throws IOException {
    this.aws = aws;
    this.journal = journal;
    this.write = write;
    this.done = done;
    this.held = held;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void pass(HttpExchange exchange) throws IOException {
    boolean hold = isTheWrite();
    if (hold && !done) {
      held.accept(exchange);
      return;
    }
    try {
      HttpResponse<byte[]> answer =
          client.send(request(exchange), HttpResponse.BodyHandlers.ofByteArray());
      if (hold) {
        held.accept(exchange);
      } else {
        answer(exchange, answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isTheWrite() throws IOException {
    if (!shut && Files.exists(journal)) {
      shut = started() == write;
      return shut;
    }
    return false;
  }

  private long started() throws IOException {
    return Files.readString(journal)
        .lines()
        .filter(line -> line.contains("\"event\":\"started\""))
        .count();
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(aws.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
              }
            });
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
