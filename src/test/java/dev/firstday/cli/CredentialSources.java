package dev.firstday.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * A server that gives credentials as Identity Center, the sign-in service, a container and an EC2
 * instance do.
 */
final class CredentialSources implements AutoCloseable {
  private static final String KEYS =
      """
      {"Code": "Success", "Type": "AWS-HMAC", "LastUpdated": "2026-01-01T00:00:00Z",
       "AccessKeyId": "AKIAEXAMPLE00000009", "SecretAccessKey": "s", "Token": "t",
       "Expiration": "2199-01-01T00:00:00Z", "AccountId": "123456789012"}
      """;

  private static final Map<String, String> ANSWERS =
      Map.of(
          "GET /federation/credentials",
          """
          {"roleCredentials": {"accessKeyId": "AKIAEXAMPLE00000009", "secretAccessKey": "s",
           "sessionToken": "t", "expiration": 7226582400000}}
          """,
          "POST /token",
          """
          {"accessToken": "renewed", "expiresIn": 3600, "tokenType": "Bearer"}
          """,
          "POST /v1/token",
          """
          {"accessToken": {"accessKeyId": "AKIAEXAMPLE00000009", "secretAccessKey": "s",
           "sessionToken": "t"}, "tokenType": "aws_sigv4", "expiresIn": 900, "refreshToken": "r"}
          """,
          "GET /container",
          KEYS,
          "PUT /latest/api/token",
          "token",
          "GET /latest/meta-data/iam/security-credentials/",
          "role",
          "GET /latest/meta-data/iam/security-credentials/role",
          KEYS,
          "GET /latest/meta-data/iam/security-credentials-extended/",
          "role",
          "GET /latest/meta-data/iam/security-credentials-extended/role",
          KEYS);

  /** What it was asked for, as {@code GET /container}. */
  final Queue<String> requests = new ConcurrentLinkedQueue<>();

  private final HttpServer server;

  CredentialSources() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    requests.add(request);
    exchange.getRequestBody().readAllBytes();
    Optional<String> answer = Optional.ofNullable(ANSWERS.get(request));
    byte[] body = answer.orElse("{\"message\": \"not here\"}").strip().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("x-aws-ec2-metadata-token-ttl-seconds", "21600");
    exchange.sendResponseHeaders(answer.isPresent() ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
