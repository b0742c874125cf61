package dev.firstday.practice;

import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import dev.firstday.practice.model.Errors;
import dev.firstday.practice.model.Fault;
import dev.firstday.practice.model.PracticeCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What goes wrong in a practice account: calls that fail, and what nobody is allowed to do. */
final class PracticeFaults {
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final Map<String, String> deniedRegions = new ConcurrentHashMap<>();

  void add(Fault fault) {
    faults.add(fault);
  }

  void deny(String action, String message) {
    add(
        (service, operation) -> {
          String key = service + ":" + operation;
          return Reads.find(key)
              .or(() -> Writes.find(key))
              .map(Operation::actions)
              .filter(actions -> actions.contains(action))
              .map(actions -> Errors.denied(service, message));
        });
  }

  void denyIn(String region, String message) {
    deniedRegions.put(region, message);
  }

  /** Fails if a call is to fail. */
  void check(PracticeCall<?, ?> call) {
    for (Fault fault : faults) {
      Optional<? extends RuntimeException> failure =
          fault.instead(call.service().cli(), call.name());
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
    if (deniedRegions.containsKey(call.region())) {
      throw Errors.denied(call.service().cli(), deniedRegions.get(call.region()));
    }
  }
}
