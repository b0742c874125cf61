package dev.firstday.e2e;

import static org.junit.jupiter.api.Assertions.fail;

import dev.firstday.dist.Edition;
import dev.firstday.dist.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A real terminal of its own, with a plain shell in it. */
final class Tmux implements AutoCloseable {
  /** The row that says how many steps are not shown. */
  private static final Pattern PART_OF_LIST =
      Pattern.compile("\\d+ more|\\d+ above, \\d+ below|ほか\\d+件|上に\\d+件、下に\\d+件");

  private static final Pattern HEADER = Pattern.compile("left: |残り時間");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** By then a key has been taken, if it counts. */
  private static final Duration TAKEN = Duration.ofSeconds(2);

  private final String server =
      "firstday-" + ProcessHandle.current().pid() + "-" + System.nanoTime();

  Tmux(int columns, int rows, Path home) throws IOException {
    run(
        "-f",
        "/dev/null",
        "new-session",
        "-c",
        home.toString(),
        "-d",
        "-x",
        Integer.toString(columns),
        "-y",
        Integer.toString(rows),
        "env -u XDG_STATE_HOME -u CI HOME="
            + home
            + " HISTFILE= LC_ALL=C.UTF-8 PS1='$ ' bash --norc -i");
    waitFor("$");
  }

  /** Whether there is a tmux to test with. */
  static boolean available() {
    try {
      return new ProcessBuilder("tmux", "-V").start().onExit().join().exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Puts the program that is being tested into a folder; with {@code FAULT} it has one. */
  static void program(Path folder) throws IOException {
    Path program = folder.resolve("firstday");
    Files.writeString(
        program,
        """
        #!/bin/sh
        if [ -n "${FAULT:-}" ]; then
          exec %s "$@"
        fi
        exec %s "$@"
        """
            .formatted(Packed.inShell(Packed.faulty()), Packed.inShell(Edition.command())));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  /** Types a text as it is. */
  Tmux type(String text) throws IOException {
    run("send-keys", "-l", text);
    return this;
  }

  /** Presses keys by tmux's names. */
  Tmux press(String... keys) throws IOException {
    for (String key : keys) {
      run("send-keys", key);
    }
    return this;
  }

  void resize(int columns, int rows) throws IOException {
    run("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
  }

  /** What stands on the screen. */
  String screen() throws IOException {
    return run("capture-pane", "-p");
  }

  /** Waits until a text stands on the screen, and returns the screen. */
  String waitFor(String text) throws IOException {
    return waitFor(screen -> screen.contains(text), text);
  }

  /** Waits until the whole list of steps is there, of which 24 rows show a part. */
  String waitForList() throws IOException {
    return waitFor(
        screen -> PART_OF_LIST.matcher(screen).find() && HEADER.matcher(screen).find(),
        "the list of steps");
  }

  /** Presses a key, again each time that it was not taken, until a text stands on the screen. */
  void pressUntil(String key, String text) throws IOException {
    Instant deadline = Instant.now().plus(PATIENCE);
    do {
      press(key);
    } while (shown(screen -> screen.contains(text), TAKEN).isEmpty()
        && Instant.now().isBefore(deadline));
    waitFor(text);
  }

  /** Waits until one line of the screen has all these texts. */
  void waitForLine(String... texts) throws IOException {
    waitFor(
        screen -> screen.lines().anyMatch(line -> List.of(texts).stream().allMatch(line::contains)),
        String.join(" ... ", texts));
  }

  String waitFor(Predicate<String> wanted, String name) throws IOException {
    Optional<String> screen = shown(wanted, PATIENCE);
    return screen.isPresent()
        ? screen.get()
        : fail("\"" + name + "\" never came; the screen is:\n" + screen());
  }

  /** The screen as soon as it is as wanted; empty if it is not for that long. */
  private Optional<String> shown(Predicate<String> wanted, Duration patience) throws IOException {
    Instant deadline = Instant.now().plus(patience);
    while (Instant.now().isBefore(deadline)) {
      String screen = screen();
      if (wanted.test(screen)) {
        return Optional.of(screen);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return Optional.empty();
  }

  /** Sends a signal to the program that runs in the shell. */
  void signal(String name) throws IOException {
    long shell = Long.parseLong(tell("pane_pid"));
    ProcessHandle program =
        ProcessHandle.of(shell).stream()
            .flatMap(ProcessHandle::children)
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing runs"));
    new ProcessBuilder("kill", "-" + name, Long.toString(program.pid())).start().onExit().join();
  }

  /** A variable of tmux's, as {@code cursor_flag} or {@code alternate_on}. */
  String tell(String variable) throws IOException {
    return run("display-message", "-p", "#{" + variable + "}").strip();
  }

  private String run(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.onExit().join();
    return output;
  }

  @Override
  public void close() throws IOException {
    run("kill-server");
  }
}
