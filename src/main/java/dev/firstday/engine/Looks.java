package dev.firstday.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/** Looks at what changes have set, by the reads that show it. */
final class Looks {
  private final Reading reading;
  private final FaultLog faults;

  /** Makes a read, as {@link Caller#read} and {@link Caller#share} do. */
  @FunctionalInterface
  interface Reading {
    Optional<Map<String, Object>> read(Read read) throws CallFailed;
  }

  Looks(Reading reading) {
    this(reading, FaultLog.NONE);
  }

  /**
   * Looks by these reads.
   *
   * @param faults where it is written down that an answer has met a fault of ours
   */
  Looks(Reading reading, FaultLog faults) {
    this.reading = reading;
    this.faults = faults;
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
      Sight sight =
          Faults.caught(
              faults,
              read.service() + ":" + read.operation(),
              false,
              () ->
                  reading
                      .read(read)
                      .map(answer -> Sight.of(answer, read.fields()))
                      .orElse(Sight.NOTHING));
      return new Seen(Optional.of(sight), Optional.empty());
    } catch (CallFailed e) {
      return new Seen(Optional.empty(), Optional.of(e.problem()));
    }
  }

  /** Several at the same time. */
  Map<Read, Seen> at(Collection<Read> reads) throws InterruptedException {
    Map<Read, FutureTask<Seen>> looks = new LinkedHashMap<>();
    reads.forEach(read -> looks.computeIfAbsent(read, one -> new FutureTask<>(() -> at(one))));
    SideBySide.all(looks.values());
    Map<Read, Seen> seen = new LinkedHashMap<>();
    looks.forEach((read, look) -> seen.put(read, SideBySide.seen(look)));
    return seen;
  }
}
