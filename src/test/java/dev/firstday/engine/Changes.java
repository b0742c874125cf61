package dev.firstday.engine;

import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.WaitFor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes for tests. */
public final class Changes {
  private Changes() {}

  /** Some change. */
  public static Change of(String id) {
    return of(id, Map.of("Name", id));
  }

  public static Change of(String id, Map<String, Object> request) {
    return change(id, request, Optional.empty(), Optional.empty());
  }

  /** A change that a read shows. */
  public static Change shown(String id) {
    Read read = new Read("iam", "GetGroup", "us-east-1", Map.of("Name", id), List.of("/Name"));
    return change(id, Map.of("Name", id), Optional.empty(), Optional.of(read));
  }

  /** A change that waits for what an error code says. */
  public static Change waiting(String id, String code, Duration atMost) {
    return change(id, Map.of(), Optional.of(new WaitFor(Set.of(code), atMost)), Optional.empty());
  }

  private static Change change(
      String id, Map<String, Object> request, Optional<WaitFor> wait, Optional<Read> shows) {
    return new Change(
        id,
        Effect.CREATE,
        "iam",
        "CreateGroup",
        "us-east-1",
        request,
        Note.of("why"),
        shows,
        List.of(),
        wait);
  }
}
