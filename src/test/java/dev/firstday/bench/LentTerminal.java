package dev.firstday.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A process on a terminal of its own, lent by {@code script}, which answers what it is asked. */
public final class LentTerminal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What ends a frame. */
  private static final String FRAME_ENDS = "\033[?2026l";

  private static final String WHERE_IS_THE_CURSOR = "\033[6n";

  private final long start = System.nanoTime();
  private final Process process;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private volatile long frame;
  private boolean answered;

  /**
   * Starts a command.
   *
   * @param home its home, where nothing is kept yet
   */
  public LentTerminal(List<String> command, Path home) throws IOException {
    String line =
        command.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" ", "stty cols 120 rows 35; exec ", ""));
    ProcessBuilder builder = new ProcessBuilder("script", "-qefc", line, "/dev/null");
    builder.redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("SHELL", "/bin/sh");
    List.of("XDG_STATE_HOME", "CI", "JAVA_TOOL_OPTIONS", "ACCESSIBLE")
        .forEach(builder.environment()::remove);
    process = builder.start();
    Thread.ofPlatform().daemon().start(this::listen);
  }

  /** Whether there is a {@code script} that can lend one. */
  public static boolean available() {
    try {
      Process process = new ProcessBuilder("script", "--version").redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return said.contains("util-linux");
    } catch (IOException e) {
      return false;
    }
  }

  private void listen() {
    try (InputStream output = process.getInputStream()) {
      byte[] bytes = new byte[1 << 16];
      for (int read = output.read(bytes); read >= 0; read = output.read(bytes)) {
        synchronized (shown) {
          shown.write(bytes, 0, read);
        }
        String all = text();
        if (!answered && all.contains(WHERE_IS_THE_CURSOR)) {
          answered = true;
          type("\033[1;2R");
        }
        if (frame == 0 && all.contains(FRAME_ENDS)) {
          frame = System.nanoTime();
        }
      }
    } catch (IOException e) {
      return; // It has ended.
    }
  }

  /** Everything that it has shown. */
  public String text() {
    synchronized (shown) {
      return shown.toString(StandardCharsets.UTF_8);
    }
  }

  /** Types. */
  public void type(String keys) throws IOException {
    OutputStream input = process.getOutputStream();
    input.write(keys.getBytes(StandardCharsets.UTF_8));
    input.flush();
  }

  /** How long the first whole frame took to come, from the start of the process. */
  public Duration firstFrame() {
    waitFor(() -> frame != 0);
    return Duration.ofNanos(frame - start);
  }

  /** Waits for something. */
  public void waitFor(BooleanSupplier there) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new AssertionError("it never came; what was shown: " + text());
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Waits until it has ended by itself, and returns how long that took from its start. */
  public Duration end() throws InterruptedException {
    process.waitFor();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The process that runs in it; empty before it does and when it has ended. */
  public Optional<ProcessHandle> running() {
    return process.children().findFirst();
  }

  /** Whether it has not ended yet. */
  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
