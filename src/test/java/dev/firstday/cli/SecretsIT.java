package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.moto.MotoServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * Secrets that are marked go through every flow; nothing that is said or kept has a mark. A new
 * flow is one more line in {@link #flows}.
 */
class SecretsIT {
  private static final String KEY = "markedSecretKey/0123456789+abcdefghijklmn";
  private static final String TOKEN = "markedSessionToken//////////wEaCXVzLWVhc3QtMQ==";
  private static final String FOUND = "hunter2-marked-found";

  /** What the half-done practice account has in the variables of a function. */
  private static final String PRACTICE = "practice-marker-never-shown";

  private static final List<String> MARKS = List.of(KEY, TOKEN, FOUND, PRACTICE);

  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
          "AWS_SECRET_ACCESS_KEY", KEY,
          "AWS_SESSION_TOKEN", TOKEN);

  private final Trial firstday;
  private final List<String> said = new ArrayList<>();

  SecretsIT(@TempDir Path home) {
    firstday = new Trial(home);
    CREDENTIALS.forEach(firstday::with);
  }

  /** A way that secrets go. */
  private record Flow(String name, Consumer<SecretsIT> go) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Flow> flows() {
    return Stream.of(
        new Flow("credentials, and secrets found on moto", SecretsIT::onMoto),
        new Flow("credentials that nobody takes", SecretsIT::offline),
        new Flow("credentials and a fault of ours", SecretsIT::fault),
        new Flow("secrets found in the practice account", SecretsIT::practice));
  }

  private static URI endpoint() {
    return MotoServer.fresh();
  }

  private static URI withSecrets(URI endpoint) {
    try (SdkClients moto =
        new SdkClients(
            new SdkClients.Config(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")),
                UrlConnectionHttpClient.create(),
                Optional.empty(),
                Endpoints.of(endpoint),
                CallListener.NONE))) {
      Clients there = Clients.in(moto, "ap-northeast-1");
      there
          .ssm()
          .putParameter(r -> r.name("/app/db-password").type(ParameterType.STRING).value(FOUND));
      KeyValuePair variable = KeyValuePair.builder().name("DB_PASSWORD").value(FOUND).build();
      ContainerDefinition container =
          ContainerDefinition.builder()
              .name("app")
              .image("app")
              .memory(64)
              .environment(variable)
              .build();
      there.ecs().registerTaskDefinition(r -> r.family("app").containerDefinitions(container));
      String script = "#!/bin/sh\nexport DB_PASSWORD=" + FOUND + "\n";
      there
          .ec2()
          .runInstances(
              r ->
                  r.imageId("ami-12345678")
                      .minCount(1)
                      .maxCount(1)
                      .userData(
                          Base64.getEncoder()
                              .encodeToString(script.getBytes(StandardCharsets.UTF_8))));
      return endpoint;
    }
  }

  private void run(String... arguments) {
    said.add(firstday.run(arguments).all());
  }

  /** Every command that says or keeps something of an account. */
  private void commands(String... where) {
    run(join(where, "check", "-v"));
    run(join(where, "check"));
    run(join(where, "check", "--output", "json"));
    run(join(where, "check", "--lang", "ja"));
    run(join(where, "plan"));
    run(join(where, "plan", "--output", "json", "--set", "email=a@example.com"));
    run(join(where, "plan", "--output", "aws-cli"));
    run(join(where, "apply", "--yes", "--step", "password-policy", "--step", "secrets"));
    run(join(where, "doctor"));
    run(join(where, "permissions", "apply"));
  }

  private static String[] join(String[] where, String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of(where)).toArray(String[]::new);
  }

  private void onMoto() {
    commands(
        "--endpoint-url",
        withSecrets(endpoint()).toString(),
        "--region",
        "ap-northeast-1",
        "--set",
        "regions=home");
    // They were found, or there was nothing to keep.
    assertTrue(said.getFirst().contains("db-password"), said.getFirst());
    assertTrue(said.getFirst().contains("DB_PASSWORD"), said.getFirst());
  }

  private void offline() {
    run("check", "--endpoint-url", "http://127.0.0.1:9", "--region", "ap-northeast-1");
  }

  private void practice() {
    commands("--practice=half-done");
  }

  private void fault() {
    firstday.failing(
        (service, operation, region) -> {
          throw new IllegalStateException("a fault in " + operation);
        });
    run("check", "--endpoint-url", endpoint().toString(), "--region", "ap-northeast-1");
    assertTrue(said.getLast().contains("fault.log"), said.getLast());
  }

  @ParameterizedTest
  @MethodSource("flows")
  void no_mark_is_said_or_kept(Flow flow) throws IOException {
    flow.go().accept(this);
    assertTrue(said.stream().anyMatch(text -> !text.isBlank()));
    assertEquals(List.of(), marked());
  }

  @Test
  void a_mark_would_be_seen_in_whatever_disguise() throws IOException {
    for (String disguise : disguises(TOKEN)) {
      said.add("x" + disguise + "y");
      assertEquals(1, marked().size(), disguise);
      said.clear();
    }
    Path log = firstday.file(".local/state/firstday/some.log", "a\n" + FOUND);
    assertEquals(List.of(log + ": " + FOUND), marked());
  }

  /** Where a mark is, in what was said and in every file of the home. */
  private List<String> marked() throws IOException {
    List<String> marked = new ArrayList<>();
    said.forEach(text -> look("said", text, marked));
    try (Stream<Path> files = Files.walk(firstday.home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        look(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1), marked);
      }
    }
    return marked;
  }

  private static void look(String where, String text, List<String> marked) {
    for (String mark : MARKS) {
      if (disguises(mark).stream().anyMatch(text::contains)) {
        marked.add(where + ": " + mark);
      }
    }
  }

  private static List<String> disguises(String mark) {
    byte[] bytes = mark.getBytes(StandardCharsets.UTF_8);
    return List.of(
        mark,
        URLEncoder.encode(mark, StandardCharsets.UTF_8),
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        mark.replace("/", "\\/"));
  }
}
