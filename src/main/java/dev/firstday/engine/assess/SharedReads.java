package dev.firstday.engine.assess;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How steps stood at one moment, and on which reads that rested: what one step has seen to be
 * different may be so for all that ask AWS the same.
 *
 * @param assessments by the steps' ids
 * @param evidence the reads of a step's latest look
 */
public record SharedReads(
    Map<String, Assessment> assessments, Function<String, List<Evidence>> evidence) {

  /** A read, whatever came of it. */
  private record ReadKey(String service, String operation, String region) {
    ReadKey(Evidence evidence) {
      this(evidence.service(), evidence.operation(), evidence.region());
    }
  }

  /**
   * The steps whose verdict is another one now. A first look changes nothing that anybody has seen,
   * and a look that has seen nothing tells nothing about the account.
   */
  public Set<String> changed(Map<String, Assessment> now) {
    Set<String> changed = new HashSet<>();
    now.forEach(
        (id, assessment) -> {
          Assessment before = assessments.get(id);
          if (before != null
              && assessment.verdict() != Verdict.UNSEEN
              && assessment.verdict() != before.verdict()) {
            changed.add(id);
          }
        });
    return changed;
  }

  /** The steps that share a read with one of these, these among them; may be changed. */
  public Set<String> with(Set<String> ids) {
    Set<ReadKey> calls = ids.stream().flatMap(id -> calls(id).stream()).collect(Collectors.toSet());
    return assessments.keySet().stream()
        .filter(id -> calls(id).stream().anyMatch(calls::contains))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Set<ReadKey> calls(String id) {
    return evidence.apply(id).stream().map(ReadKey::new).collect(Collectors.toSet());
  }
}
