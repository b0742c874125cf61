package dev.firstday.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.firstday.dist.Edition;
import dev.firstday.dist.Packed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plain edition and the native binary, one after the other in the same surroundings: what one
 * says and leaves is what the other says and leaves, except for times, process ids and the ids of
 * requests.
 */
final class BothEditions {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int RUNS = 2;

  /** What a variable of whoever runs the tests must not change. */
  private static final String HIDDEN =
      "(AWS|XDG|FIRSTDAY|LC)_.*|LANG|NO_COLOR|CI|ACCESSIBLE|BROWSER|JAVA_TOOL_OPTIONS|.*_PROXY|.*_proxy";

  private final Path folder;
  private final Path home;
  private final Map<String, String> environment = new TreeMap<>();
  private final Map<String, String> files = new TreeMap<>();
  private final List<String> wrapper = new ArrayList<>();
  private Duration slowest = Duration.ZERO;
  private Runnable before = () -> {};
  private String input = "";

  /** What a run leaves: its exit code, what it said, and by their names the files in its home. */
  record Left(int code, String out, String err, Map<String, String> files) {
    private Left normal() {
      Map<String, String> named = new TreeMap<>();
      files.forEach(
          (name, text) -> named.merge(withoutTimes(name), content(name, text), (a, b) -> a + b));
      return new Left(code, withoutTimes(out), withoutTimes(err), named);
    }

    private static String content(String name, String text) {
      String normal = withoutTimes(text);
      if (name.endsWith("/lock")) {
        return "";
      }
      return name.contains("/logs/") ? calls(normal) : normal;
    }

    /** Calls are made at the same time, some again until something is ready; some are late. */
    private static String calls(String log) {
      return log.lines()
          .map(line -> line.replaceAll("^(TIME \\S+ \\S+) .*", "$1"))
          .distinct()
          .sorted()
          .collect(Collectors.joining("\n"));
    }
  }

  BothEditions(Path folder) {
    this.folder = folder;
    this.home = folder.resolve("home");
  }

  /** The home of each run, whose path both editions see. */
  Path home() {
    return home;
  }

  /** From now on with this variable. */
  BothEditions with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** From now on with this file in the home. */
  BothEditions file(String name, String text) {
    files.put(name, text);
    return this;
  }

  /** From now on a pipe says this. */
  BothEditions piping(String text) {
    input = text;
    return this;
  }

  /** From now on this is done before an edition runs. */
  BothEditions before(Runnable task) {
    before = task;
    return this;
  }

  /** From now on this command runs the program. */
  BothEditions inside(String... command) {
    wrapper.addAll(List.of(command));
    return this;
  }

  /** How long the slowest of all runs took. */
  Duration slowest() {
    return slowest;
  }

  /** Runs a command, which both have to end alike; returns how the plain edition ended. */
  Left same(String... arguments) throws Exception {
    return same(List.of(List.of(arguments)));
  }

  /**
   * Runs commands one after another in one home; returns how the last one of the plain edition
   * ended. Pages say the minute in which something was done, and lay out what was done in one: what
   * differs for that reason is the same in another run.
   */
  Left same(List<List<String>> commands) throws Exception {
    for (int more = RUNS - 1; more > 0; more--) {
      List<Left> plain = plain(commands);
      if (normal(plain).equals(normal(binary(commands)))) {
        return plain.getLast();
      }
    }
    List<Left> plain = plain(commands);
    assertSame(commands, normal(plain), normal(binary(commands)));
    return plain.getLast();
  }

  /** Runs commands one after another in one home, with the plain edition alone. */
  List<Left> plain(List<List<String>> commands) throws Exception {
    return run(Packed.command(), commands);
  }

  private List<Left> binary(List<List<String>> commands) throws Exception {
    return run(List.of(Edition.binary().toString()), commands);
  }

  private static List<Left> normal(List<Left> left) {
    return left.stream().map(Left::normal).toList();
  }

  private static void assertSame(List<List<String>> commands, List<Left> plain, List<Left> binary) {
    for (int i = 0; i < commands.size(); i++) {
      Left wanted = plain.get(i);
      Left found = binary.get(i);
      String command = String.join(" ", commands.get(i));
      assertEquals(wanted.out(), found.out(), () -> "stdout of " + command);
      assertEquals(wanted.err(), found.err(), () -> "stderr of " + command);
      assertEquals(wanted.code(), found.code(), () -> "exit code of " + command);
      assertEquals(wanted.files().keySet(), found.files().keySet(), () -> "files of " + command);
      wanted
          .files()
          .forEach(
              (name, text) -> assertEquals(text, found.files().get(name), command + " " + name));
    }
  }

  private List<Left> run(List<String> edition, List<List<String>> commands) throws Exception {
    before.run();
    Files.createDirectories(home);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = home.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    List<Left> left = new ArrayList<>();
    for (List<String> arguments : commands) {
      List<String> command = new ArrayList<>(wrapper);
      command.addAll(edition);
      command.addAll(arguments);
      left.add(run(command));
    }
    Files.move(home, folder.resolve("was-" + System.nanoTime()));
    return left;
  }

  private Left run(List<String> command) throws Exception {
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.matches(HIDDEN));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    // Writes that are made side by side are told in the order in which they end.
    builder.environment().put("FIRSTDAY_PARALLELISM", "1");
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    if (command.contains("--watch")) {
      interrupt(process, out);
    }
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      fail(String.join(" ", command) + " did not end; it said " + Files.readString(out));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    slowest = took.compareTo(slowest) > 0 ? took : slowest;
    return new Left(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8), kept());
  }

  /** What never ends by itself is told to, as Ctrl+C does, after its first word. */
  private static void interrupt(Process process, Path out) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && Files.size(out) == 0 && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    Thread.sleep(1000);
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  private Map<String, String> kept() throws IOException {
    Map<String, String> kept = new TreeMap<>();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        kept.put(home.relativize(file).toString(), Files.readString(file, UTF_8));
      }
    }
    return kept;
  }

  /** A text without what differs from run to run. */
  static String withoutTimes(String text) {
    return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d{6}(\\.\\d+)?Z-\\d+", "TIME-PROCESS")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?", "TIME")
        .replaceAll("\"time\": \\d{13}", "\"time\": MILLISECONDS")
        .replaceAll("\\b\\d+ms attempts=\\d\\b", "0ms")
        .replaceAll("firstday-1\\d{9}\\b", "firstday-SECONDS")
        // How long AWS takes to answer is told as it happens.
        .replaceAll("(?m)^(AWS is slow|AWSの応答に時間|AWSの遅延).*\\n", "")
        // What moto makes up.
        .replaceAll("\\b[0-9a-f]{32}\\b", "HEX")
        .replaceAll("request=\\S+", "request=ID")
        .replaceAll("(\"requestId\": ?)\"[^\"]+\"", "$1ID")
        .replaceAll("\\b(vpc|subnet|sg|acl|vol|i)-[0-9a-f]{8,17}\\b", "$1-ID")
        .replaceAll("\\b(AKIA|ASIA|AIDA|AROA)[A-Z0-9]{16}\\b", "$1ID");
  }
}
