package dev.firstday.engine.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The append-only record of every change. */
public interface Journal {
  /**
   * Makes this process the only writer for the account, until the claim is closed.
   *
   * @throws RuntimeException of the state room if another process is, naming it
   */
  Claim claim();

  /** Being the only writer. */
  interface Claim extends AutoCloseable {
    @Override
    void close();
  }

  /** Appends an entry and returns when it is on disk. */
  void append(Entry entry);

  /** Every entry that can be read, oldest first. */
  List<Entry> entries();

  /** How many entries a later version wrote: they are kept, and not among {@link #entries}. */
  default long laterEntries() {
    return 0;
  }

  /**
   * One line of the journal.
   *
   * @param event {@code started}, {@code done}, {@code failed}; others are kept and ignored
   */
  record Entry(Instant at, String event, Map<String, Object> data) {}
}
