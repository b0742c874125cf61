package dev.firstday.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at what changes have set, by the reads that show it. */
final class Looks {
  private final Caller caller;

  Looks(Caller caller) {
    this.caller = caller;
  }

  /**
   * What a read shows, or why nothing could be seen.
   *
   * @param sight what it shows
   * @param problem why nothing could be seen
   */
  record Seen(Optional<Sight> sight, Optional<Problem> problem) {}

  /** One look. */
  Seen at(Read read) {
    try {
      return new Seen(
          Optional.of(
              caller
                  .read(read)
                  .map(answer -> Sight.of(answer, read.fields()))
                  .orElse(Sight.NOTHING)),
          Optional.empty());
    } catch (CallFailed e) {
      return new Seen(Optional.empty(), Optional.of(e.problem()));
    }
  }

  /** Several at the same time. */
  Map<Read, Seen> at(Collection<Read> reads) throws InterruptedException {
    Map<Read, Future<Seen>> looks = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Read read : reads) {
        looks.computeIfAbsent(read, one -> threads.submit(() -> at(one)));
      }
      Map<Read, Seen> seen = new LinkedHashMap<>();
      for (Map.Entry<Read, Future<Seen>> look : looks.entrySet()) {
        seen.put(look.getKey(), look.getValue().get());
      }
      return seen;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
