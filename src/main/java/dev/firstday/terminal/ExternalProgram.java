package dev.firstday.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Starts other programs of this machine, without secrets in their environment. A browser or a
 * clipboard has no use for the keys of an AWS account.
 */
final class ExternalProgram {
  private static final Pattern SECRET =
      Pattern.compile(
          "AWS_.*|.*(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|(API|ACCESS|PRIVATE)_?KEY).*",
          Pattern.CASE_INSENSITIVE);

  /** A URL with a password in it, as that of a proxy. */
  private static final Pattern LOGIN = Pattern.compile("(.*//)?[^/@\\s]*:[^/@]*@.*");

  private ExternalProgram() {}

  /** The process builder of a program. */
  static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    environment.forEach(
        (name, value) -> {
          if (!SECRET.matcher(name).matches() && !LOGIN.matcher(value).matches()) {
            builder.environment().put(name, value);
          }
        });
    return builder;
  }

  /**
   * Runs a program whose output nobody wants.
   *
   * @param patience how long to wait for its end
   * @return what was started, and may still go on; empty if it can't be
   */
  static Optional<Process> run(ProcessBuilder program, byte[] input, Duration patience) {
    program.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    try {
      Process process = program.start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input);
      }
      process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of(process);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Sends the signal of Ctrl+Z to the whole job, including scripts around this process. The child
   * is stopped with it, so that its end means that the job was resumed.
   */
  static void stopJob() {
    try {
      builder(List.of("sh", "-c", "kill -TSTP 0"), System.getenv())
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // No shell, as on Windows: nothing to stop for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
