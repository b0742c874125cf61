package dev.firstday.cli.run;

import dev.firstday.practice.model.WriteLog;
import dev.firstday.state.JsonLines;
import dev.firstday.state.StateFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The writes made to a practice account, kept in its state folder. */
public final class PracticeLog implements WriteLog {
  private final StateFolder folder;
  private final JsonLines lines;

  public PracticeLog(StateFolder folder) {
    this.folder = folder;
    this.lines = new JsonLines(folder, "writes.jsonl");
  }

  /** Makes the account new again, and forgets what was noted about it. */
  void clear() {
    lines.clear();
    folder.delete("journal.jsonl");
    folder.delete("notes.json");
  }

  @Override
  public List<LoggedWrite> load() {
    return lines.read().stream().flatMap(line -> entry(line).stream()).toList();
  }

  private static Optional<LoggedWrite> entry(Map<String, Object> line) {
    if (line.get("service") instanceof String service
        && line.get("operation") instanceof String operation
        && line.get("region") instanceof String region
        && line.get("request") instanceof Map<?, ?> request) {
      Map<String, Object> members = new LinkedHashMap<>();
      request.forEach((name, value) -> members.put((String) name, value));
      return Optional.of(new LoggedWrite(service, operation, region, members));
    }
    return Optional.empty();
  }

  @Override
  public void append(LoggedWrite entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("service", entry.service());
    line.put("operation", entry.operation());
    line.put("region", entry.region());
    line.put("request", entry.request());
    lines.append(line);
  }
}
