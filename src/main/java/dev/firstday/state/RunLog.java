package dev.firstday.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The calls of one run to AWS, one line each, for finding out what went wrong. The file is created
 * with the first line. A log that cannot be written is left out and stops nothing.
 */
public final class RunLog {
  /** How many runs are kept, this one included. */
  static final int KEPT = 20;

  private final Supplier<StateFolder> folder;
  private final Clock clock;
  private volatile Optional<Path> file = Optional.empty();
  private boolean unwritable;

  /**
   * The log of a run that has called nothing yet.
   *
   * @param folder where the logs of all runs are
   */
  public RunLog(Supplier<StateFolder> folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The log's file; empty if nothing was called, or nothing could be written. */
  public Optional<Path> file() {
    return file;
  }

  /** Writes a line, with the time before it. */
  public synchronized void add(String line) {
    if (unwritable) {
      return;
    }
    try {
      if (file.isEmpty()) {
        file = Optional.of(begin());
      }
      PrivateFiles.append(
          file.get(),
          clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + printable(line) + "\n");
    } catch (IOException | StateException e) {
      unwritable = true;
    }
  }

  private Path begin() throws IOException {
    StateFolder logs = folder.get();
    logs.create();
    deleteOld(logs.path());
    // Not a constant: a run is created before the first frame, which must not wait for a formatter.
    DateTimeFormatter name =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    return logs.file(name.format(clock.instant()) + "-" + ProcessHandle.current().pid() + ".log");
  }

  private static void deleteOld(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> before = files.filter(path -> path.toString().endsWith(".log")).sorted().toList();
      for (Path old : before.subList(0, Math.max(0, before.size() - KEPT + 1))) {
        Files.deleteIfExists(old);
      }
    }
  }

  /** Text from whatever answers in place of AWS can neither start a line nor control a terminal. */
  private static String printable(String line) {
    return line.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
