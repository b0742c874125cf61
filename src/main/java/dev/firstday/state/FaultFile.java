package dev.firstday.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** The file with the stack traces of firstday's own faults, which are not shown on screen. */
public final class FaultFile {
  private static final String NAME = "fault.log";

  /** In bytes; a file that has grown longer is started anew. */
  private static final long LONGEST = 1_000_000;

  private final Supplier<StateFolder> folder;
  private final Clock clock;

  /**
   * The faults of all runs.
   *
   * @param folder where the file is
   */
  public FaultFile(Supplier<StateFolder> folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Writes a fault down.
   *
   * @param where what was being done, as a step's id
   * @param trace its stack trace
   * @return the file that it is in; empty if that was not possible
   */
  public synchronized Optional<String> add(String where, String trace) {
    String heading = clock.instant() + (where.isEmpty() ? "" : " " + where) + "\n";
    try {
      StateFolder in = folder.get();
      in.create();
      Path file = in.file(NAME);
      if (Files.exists(file) && Files.size(file) > LONGEST) {
        Files.delete(file);
      }
      PrivateFiles.append(file, heading + trace);
      return Optional.of(file.toString());
    } catch (IOException | StateException unwritable) {
      return Optional.empty();
    }
  }
}
