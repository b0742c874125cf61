package dev.firstday.cli;

import dev.firstday.dist.Edition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real program as a process of its own, on an endpoint, in a home of its own. */
public final class Program {
  private final Path home;
  private final String endpoint;
  private final Map<String, String> more = new HashMap<>();

  /** How a process ended, and what it said. */
  record Ended(int code, String out, String err) {}

  Program(Path home, String endpoint) {
    this.home = home;
    this.endpoint = endpoint;
  }

  /** From now on with this variable. */
  Program with(String variable, String value) {
    more.put(variable, value);
    return this;
  }

  /** Where the state of the account lies. */
  Path state() {
    return home.resolve("state/firstday/123456789012");
  }

  Path journal() {
    return state().resolve("journal.jsonl");
  }

  /** The command line of the program. */
  public static List<String> firstday(String... arguments) {
    List<String> command = new ArrayList<>(Edition.command());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Runs firstday to its end. */
  Ended run(String... arguments) throws IOException, InterruptedException {
    return run(firstday(arguments));
  }

  /** Runs a program in the same surroundings to its end. */
  Ended run(List<String> command) throws IOException, InterruptedException {
    Path err = Files.createTempFile(home, "said", ".txt");
    Process process = builder(command).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }

  /** Starts firstday, and leaves it to itself. */
  Process start(String... arguments) throws IOException {
    return builder(firstday(arguments))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("AWS_ENDPOINT_URL", endpoint);
    builder.environment().put("AWS_ACCESS_KEY_ID", "x");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "x");
    builder.environment().put("AWS_REGION", "ap-northeast-1");
    builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("PATH", AwsCli.path());
    builder.environment().putAll(more);
    return builder;
  }
}
