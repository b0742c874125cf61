package dev.firstday.aws.signin;

import dev.firstday.aws.signin.RefreshingCredentials.CredentialSession;
import dev.firstday.aws.signin.settings.ShellWords;
import dev.firstday.aws.signin.settings.SignInException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Runs the program of a profile's {@code credential_process}. What it prints are secrets and told
 * to nobody; what it says on standard error is told.
 *
 * @param profile the profile
 * @param command the command line, for a shell
 * @param environment the variables that it gets
 */
record CredentialProcess(String profile, String command, Map<String, String> environment) {
  /** Some programs ask a person to sign in with a browser. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final int MOST = 64_000;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  /** What the program gives. */
  CredentialSession run() {
    return run(PATIENCE);
  }

  CredentialSession run(Duration patience) {
    Process process = start();
    try {
      CompletableFuture<String> out = reading(process.getInputStream());
      CompletableFuture<String> err = reading(process.getErrorStream());
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw SignInException.of("process-slow", profile, program(), patience.toSeconds());
      }
      int code = process.exitValue();
      if (code == NOT_FOUND || code == NOT_EXECUTABLE) {
        throw SignInException.of("process-missing", profile, program(), code, said(err));
      } else if (code != 0) {
        throw SignInException.of("process-failed", profile, program(), code, said(err));
      }
      return session(text(out));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SignInException.of("process-slow", profile, program(), patience.toSeconds());
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("sh", "-c", command))
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw SignInException.of("process-missing", profile, "sh", NOT_FOUND, "-").after(e);
    }
  }

  // Both at once: a program that fills one pipe would wait for ever.
  private static CompletableFuture<String> reading(InputStream stream) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                text.complete(new String(stream.readNBytes(MOST), StandardCharsets.UTF_8));
                stream.skip(Long.MAX_VALUE);
              } catch (IOException e) {
                text.complete("");
              }
            });
    return text;
  }

  // A child that lives on may hold the pipe open.
  private static String text(CompletableFuture<String> read) {
    return read.completeOnTimeout("", 5, TimeUnit.SECONDS).join();
  }

  private static String said(CompletableFuture<String> err) {
    return SignInException.line(text(err));
  }

  private String program() {
    return ShellWords.split(command)
        .filter(words -> !words.isEmpty())
        .map(List::getFirst)
        .orElse(command);
  }

  private CredentialSession session(String output) {
    JsonNode json;
    try {
      json = JsonNode.parser().parse(output);
    } catch (RuntimeException e) {
      // Its cause repeats what was printed.
      throw SignInException.of("process-output", profile, program(), "JSON");
    }
    if (!json.isObject()) {
      throw SignInException.of("process-output", profile, program(), "JSON");
    }
    if (!text(json, "Version").equals("1")) {
      throw SignInException.of("process-output", profile, program(), "Version");
    }
    return new CredentialSession(
        StaticKeys.of(
            required(json, "AccessKeyId"),
            required(json, "SecretAccessKey"),
            Optional.of(text(json, "SessionToken"))),
        Optional.of(text(json, "Expiration")).filter(end -> !end.isEmpty()).map(this::instant));
  }

  private String required(JsonNode json, String field) {
    String text = text(json, field);
    if (text.isEmpty()) {
      throw SignInException.of("process-output", profile, program(), field);
    }
    return text;
  }

  private static String text(JsonNode json, String field) {
    return json.field(field)
        .map(node -> node.isNumber() ? node.asNumber() : node.isString() ? node.asString() : "")
        .orElse("");
  }

  private Instant instant(String text) {
    try {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeException e) {
      throw SignInException.of("process-output", profile, program(), "Expiration");
    }
  }
}
