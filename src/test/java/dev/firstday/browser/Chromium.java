package dev.firstday.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A page in a headless Chromium, spoken to through its DevTools protocol, and axe-core, the rules
 * of accessibility that browsers' own tools use. Where one of them is missing the test is skipped;
 * with {@code FIRSTDAY_REQUIRE_BROWSER=1} it fails instead.
 */
public final class Chromium implements AutoCloseable {
  private static final String AXE = "axe-core@4.10.3";
  private static final Path TARGET = Path.of(System.getProperty("firstday.target", "target"));
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();

  private Chromium(Process process, URI page) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(page, new Listener())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
  }

  /** A browser with an empty page; its profile goes into the folder. */
  public static Chromium start(Path folder) {
    String program =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(name -> onPath(name).stream())
            .findFirst()
            .orElseGet(() -> missing("no chromium on the PATH"));
    try {
      Process process =
          new ProcessBuilder(
                  program,
                  "--headless",
                  "--hide-scrollbars",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-dev-shm-usage",
                  "--no-first-run",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + folder,
                  "about:blank")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("chromium.log").toFile())
              .start();
      return new Chromium(process, page(folder, process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  private static String missing(String reason) {
    if ("1".equals(System.getenv("FIRSTDAY_REQUIRE_BROWSER"))) {
      return fail(reason);
    }
    return abort(reason);
  }

  /** The address of the page, once the browser has said on which port it listens. */
  private static URI page(Path folder, Process process) throws IOException {
    Path file = folder.resolve("DevToolsActivePort");
    Instant end = Instant.now().plus(PATIENCE);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() == 2) {
        String pages = get("http://127.0.0.1:" + lines.get(0) + "/json/list");
        for (JsonNode page : JSON.readTree(pages)) {
          if (page.get("type").asText().equals("page")) {
            return URI.create(page.get("webSocketDebuggerUrl").asText());
          }
        }
      }
      pause();
    }
    throw new IllegalStateException(
        "chromium does not start: " + Files.readString(folder.resolve("chromium.log")));
  }

  private static String get(String page) throws IOException {
    try (var in = URI.create(page).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Takes messages apart: answers have the id of their call, events have none. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          JsonNode message = JSON.readTree(text.toString());
          if (message.has("id")) {
            answers.get(message.get("id").asInt()).complete(message);
          } else {
            events.add(message);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } finally {
          text.setLength(0);
        }
      }
      webSocket.request(1);
      return null;
    }
  }

  /** Calls a method of the DevTools protocol. */
  public JsonNode call(String method, Map<String, Object> parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket.sendText(
        JSON.valueToTree(Map.of("id", id, "method", method, "params", parameters)).toString(),
        true);
    JsonNode message = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (message.has("error")) {
      throw new IllegalStateException(method + ": " + message.get("error"));
    }
    return message.get("result");
  }

  /** The value of a JavaScript expression; a promise is awaited. */
  public JsonNode value(String expression) {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(result.get("exceptionDetails").toString());
    }
    return result.get("result").path("value");
  }

  /** Opens a file as a window of this width shows it, and waits until it is loaded. */
  public void open(Path file, int width, String colours) {
    Stream.of("Page", "Network", "Runtime", "Log")
        .forEach(domain -> call(domain + ".enable", Map.of()));
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    events.clear();
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    Instant end = Instant.now().plus(PATIENCE);
    while (event("Page.loadEventFired").isEmpty()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(file + " does not load");
      }
      pause();
    }
  }

  private List<JsonNode> event(String method) {
    return events.stream().filter(event -> event.get("method").asText().equals(method)).toList();
  }

  /** Everything the page asked for, itself included. */
  public List<String> requests() {
    return event("Network.requestWillBeSent").stream()
        .map(event -> event.at("/params/request/url").asText())
        .toList();
  }

  /** Everything that a console would show. */
  public List<String> console() {
    return Stream.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
        .flatMap(method -> event(method).stream())
        .map(JsonNode::toString)
        .toList();
  }

  /** What axe-core finds wrong with the open page. */
  public List<String> violations() {
    call("Runtime.evaluate", Map.of("expression", axe()));
    JsonNode found = value("axe.run().then(r => ({violations: r.violations, passes: r.passes}))");
    if (found.get("passes").size() < 10) {
      throw new IllegalStateException("axe looked at nothing");
    }
    List<String> violations = new ArrayList<>();
    found
        .get("violations")
        .forEach(
            violation ->
                violations.add(
                    violation.get("id").asText()
                        + ": "
                        + violation.at("/nodes/0/html").asText()
                        + " "
                        + violation.at("/nodes/0/failureSummary").asText()));
    return violations;
  }

  private static String axe() {
    Path script = TARGET.resolve("axe/node_modules/axe-core/axe.min.js");
    try {
      if (!Files.exists(script)) {
        install();
      }
      return Files.readString(script);
    } catch (IOException e) {
      return missing(AXE + " can't be installed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void install() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(TARGET.resolve("axe"));
    Process npm =
        new ProcessBuilder(
                "npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", AXE)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("npm.log").toFile())
            .start();
    npm.waitFor(3, TimeUnit.MINUTES);
    npm.destroy();
  }

  /** A picture of the top of the page. */
  public byte[] picture() {
    return Base64.getDecoder()
        .decode(call("Page.captureScreenshot", Map.of("format", "png")).get("data").asText());
  }

  /** The page as it is printed. */
  public byte[] printed() {
    return Base64.getDecoder()
        .decode(call("Page.printToPDF", Map.of("printBackground", false)).get("data").asText());
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
