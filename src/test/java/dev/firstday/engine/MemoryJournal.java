package dev.firstday.engine;

import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.Journal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal that is forgotten with the test. */
public final class MemoryJournal implements Journal {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private int claims;
  private int room = Integer.MAX_VALUE;

  @Override
  public synchronized Claim claim() {
    claims++;
    return () -> claims--;
  }

  /** From now on there is room for so many entries in all, as on a disk that is full. */
  public void room(int some) {
    room = some;
  }

  synchronized int claims() {
    return claims;
  }

  @Override
  public void append(Entry entry) {
    if (entries.size() >= room) {
      throw new RecordFailed(
          Note.of("state.unwritable", "journal", "No space left on device"), null);
    }
    entries.add(entry);
  }

  @Override
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** What happened to which change, as {@code started a}. */
  public List<String> events() {
    return entries.stream().map(entry -> entry.event() + " " + entry.data().get("id")).toList();
  }
}
