package dev.firstday.state;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The process that writes for an account, as the lock file names it.
 *
 * @param process the id of the process
 * @param since when it was started
 * @param host the machine it runs on: a home folder may be shared by several
 */
record Holder(String process, String since, String host) {
  private static final String UNKNOWN = "?";

  /** This process. */
  static Holder here() {
    ProcessHandle self = ProcessHandle.current();
    return new Holder(
        Long.toString(self.pid()),
        self.info()
            .startInstant()
            .map(start -> start.truncatedTo(ChronoUnit.SECONDS))
            .map(Instant::toString)
            .orElse(UNKNOWN),
        thisMachine());
  }

  // Java's own way asks the name servers, which may take seconds, so it is the last resort.
  private static String thisMachine() {
    try {
      Path name = Path.of("/proc/sys/kernel/hostname");
      return Files.exists(name)
          ? Files.readString(name).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** The text of the lock file. */
  String text() {
    return String.join("\n", process, since, host);
  }

  /** Parses what {@link #text} made; the file may be half written. */
  static Holder in(String text) {
    List<String> lines = text.lines().toList();
    return new Holder(line(lines, 0), line(lines, 1), line(lines, 2));
  }

  private static String line(List<String> lines, int number) {
    return number < lines.size() && !lines.get(number).isBlank() ? lines.get(number) : UNKNOWN;
  }
}
