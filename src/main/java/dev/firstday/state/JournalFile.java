package dev.firstday.state;

import dev.firstday.engine.journal.Journal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journal as JSON Lines: {@code {"v": 1, "at": …, "event": …, …}}. */
public final class JournalFile implements Journal {
  private static final int VERSION = 1;

  private final StateFolder account;
  private final JsonLines lines;

  public JournalFile(StateFolder account) {
    this.account = account;
    lines = new JsonLines(account, "journal.jsonl");
  }

  @Override
  public Claim claim() {
    return account.lock();
  }

  @Override
  public void append(Entry entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("v", VERSION);
    line.put("at", entry.at().toString());
    line.put("event", entry.event());
    line.putAll(entry.data());
    lines.append(line);
  }

  @Override
  public List<Entry> entries() {
    return lines.read().stream()
        .filter(line -> !later(line))
        .flatMap(line -> entry(line).stream())
        .toList();
  }

  @Override
  public long laterEntries() {
    return lines.read().stream().filter(JournalFile::later).count();
  }

  /** Whether a later version wrote the line and only that one understands it. */
  private static boolean later(Map<String, Object> line) {
    return line.get("v") instanceof Number version && version.longValue() > VERSION;
  }

  private static Optional<Entry> entry(Map<String, Object> line) {
    if (!(line.get("at") instanceof String at) || !(line.get("event") instanceof String event)) {
      return Optional.empty();
    }
    Map<String, Object> data = new LinkedHashMap<>(line);
    data.keySet().removeAll(List.of("v", "at", "event"));
    try {
      return Optional.of(new Entry(Instant.parse(at), event, data));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
