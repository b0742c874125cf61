package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What a step plans where a part of it can't be read. */
class PartlyUnseenTest {
  private static final Map<String, String> ANSWERS = Bench.answers("regions", "enabled");

  static List<Steps.Registered> steps() {
    return Steps.ALL;
  }

  private static Bench blindFor(String read) {
    return new Bench(
        listener -> {
          PracticeAccount practice = Bench.practice(Scenario.HALF_DONE, listener);
          practice.add(
              (service, operation) ->
                  (service + ":" + operation).equals(read)
                      ? Optional.of(SdkClientException.create("no answer"))
                      : Optional.empty());
          return practice;
        },
        ANSWERS);
  }

  private static Set<String> ids(Assessment assessment) {
    return assessment.changes().stream()
        .map(Change::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void what_is_planned_without_a_read_is_planned_with_it_too(Steps.Registered step) {
    Assessment whole = Bench.of(Scenario.HALF_DONE, ANSWERS).assess(step.id());
    List<String> wrong = new ArrayList<>();
    for (String read : step.reads()) {
      Assessment part = blindFor(read).assess(step.id());
      if (!whole.changes().containsAll(part.changes())) {
        wrong.add(read + ": " + ids(part) + " instead of " + ids(whole));
      }
      boolean dangling =
          part.changes().stream()
              .anyMatch(
                  change -> !ids(part).containsAll(Placeholders.references(change.request())));
      if (dangling) {
        wrong.add(read + ": something refers to what is not planned");
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void nothing_is_sent_to_a_topic_that_could_not_be_seen() {
    for (String step : List.of("health-events", "guardduty", "monitoring")) {
      Assessment found = blindFor("sns:GetTopicAttributes").assess(step);
      List<String> there =
          ids(found).stream()
              .filter(id -> !id.contains("detector") && !id.matches("guardduty/[^/]+"))
              .toList();
      assertEquals(List.of(), there, step);
      assertTrue(found.partlyUnseen(), step);
    }
  }

  @Test
  void nothing_is_forwarded_to_a_home_region_whose_rules_could_not_be_seen() {
    Assessment found = blindFor("events:ListRules").assess("health-events");
    assertEquals(Set.of(), ids(found));
  }
}
