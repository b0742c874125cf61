package dev.firstday.engine.journal;

import dev.firstday.engine.account.Parallel;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Read;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/**
 * Looks at what changes have set, by the reads that show it.
 *
 * @param reading makes a read, as {@link Caller#read} and {@link Caller#share} do
 * @param faults where it is written down that an answer has met a fault of ours
 */
public record StateReader(Reading reading, FaultLog faults) {
  @FunctionalInterface
  public interface Reading {
    Optional<Map<String, Object>> read(Read read) throws CallFailed;
  }

  /** What a read shows, or why nothing could be seen. */
  public record StateResult(Optional<ObservedState> sight, Optional<Problem> problem) {}

  public StateResult at(Read read) {
    try {
      ObservedState sight =
          faults.caught(
              read.service() + ":" + read.operation(),
              false,
              () ->
                  reading
                      .read(read)
                      .map(answer -> ObservedState.of(answer, read.fields()))
                      .orElse(ObservedState.NOTHING));
      return new StateResult(Optional.of(sight), Optional.empty());
    } catch (CallFailed e) {
      return new StateResult(Optional.empty(), Optional.of(e.problem()));
    }
  }

  public Map<Read, StateResult> at(Collection<Read> reads) throws InterruptedException {
    Map<Read, FutureTask<StateResult>> looks = new LinkedHashMap<>();
    reads.forEach(read -> looks.computeIfAbsent(read, one -> new FutureTask<>(() -> at(one))));
    Parallel.all(looks.values());
    Map<Read, StateResult> seen = new LinkedHashMap<>();
    looks.forEach((read, look) -> seen.put(read, Parallel.seen(look)));
    return seen;
  }
}
