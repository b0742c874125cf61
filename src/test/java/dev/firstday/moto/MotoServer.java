package dev.firstday.moto;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A moto server, an emulator of AWS that nobody here wrote, empty for each test. Each thread that
 * runs test classes has servers of its own, so that none has to wait for another. Where there is
 * none and none can be installed the test is skipped; with {@code FIRSTDAY_REQUIRE_MOTO=1} it fails
 * instead.
 */
public final class MotoServer {
  private static final Path TARGET = Path.of(System.getProperty("firstday.target", "target"));
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** With AWS's own policies, which take seconds to load, at each reset again. */
  private static final ThreadLocal<MotoServer> WHOLE =
      ThreadLocal.withInitial(() -> new MotoServer("moto", true));

  private static final ThreadLocal<MotoServer> QUICK =
      ThreadLocal.withInitial(() -> new MotoServer("moto-quick", false));

  private final String name;
  private final boolean policies;
  private Optional<URI> running = Optional.empty();
  private Optional<String> unavailable = Optional.empty();

  private MotoServer(String name, boolean policies) {
    this.name = name;
    this.policies = policies;
  }

  /** The endpoint of a server in which nothing has been done yet. */
  public static URI fresh() {
    return WHOLE.get().empty();
  }

  /** The same without AWS's own policies, such as AdministratorAccess, and images. */
  public static URI quick() {
    return QUICK.get().empty();
  }

  private URI empty() {
    try {
      if (running.isEmpty() && unavailable.isEmpty()) {
        start();
      }
      unavailable.ifPresent(MotoServer::giveUp);
      post(running.orElseThrow().resolve("/moto-api/reset"));
      return running.orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void giveUp(String reason) {
    if ("1".equals(System.getenv("FIRSTDAY_REQUIRE_MOTO"))) {
      fail(reason);
    }
    abort(reason);
  }

  private void start() throws IOException, InterruptedException {
    Optional<String> program = onPath("moto_server").or(MotoServer::installed);
    if (program.isEmpty()) {
      unavailable = Optional.of("no moto_server here: pip install 'moto[server]'");
      return;
    }
    int port = freePort();
    Path log = TARGET.resolve(name + "-" + port + ".log");
    Files.createDirectories(TARGET);
    ProcessBuilder builder =
        new ProcessBuilder(program.get(), "-H", "127.0.0.1", "-p", String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", String.valueOf(policies));
    builder.environment().put("MOTO_EC2_LOAD_DEFAULT_AMIS", "false");
    Process server = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    if (answers(endpoint, server)) {
      running = Optional.of(endpoint);
    } else {
      stop(server);
      unavailable = Optional.of("moto_server does not start, see " + log);
    }
  }

  private static void stop(Process server) {
    server.descendants().forEach(ProcessHandle::destroy);
    server.destroy();
  }

  private static boolean answers(URI endpoint, Process server) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (server.isAlive() && Instant.now().isBefore(end)) {
      try {
        post(endpoint.resolve("/moto-api/reset"));
        return true;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    return false;
  }

  private static void post(URI page) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(page)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    HTTP.send(request, HttpResponse.BodyHandlers.discarding());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Optional<String> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /** The program in a Python environment of ours, which is made if there is none. */
  private static synchronized Optional<String> installed() {
    Path home = TARGET.resolve("moto");
    Path program = home.resolve("bin/moto_server");
    if (!Files.isExecutable(program)) {
      boolean made =
          run(List.of("python3", "-m", "venv", home.toString()))
              && run(
                  List.of(
                      home.resolve("bin/pip").toString(), "install", "-q", "moto[server]>=5.1,<6"));
      if (!made) {
        return Optional.empty();
      }
    }
    return Optional.of(program.toString());
  }

  private static boolean run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(10, TimeUnit.MINUTES);
      process.destroy();
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
