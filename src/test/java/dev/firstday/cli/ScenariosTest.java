package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.scenario.Hand;
import dev.firstday.scenario.ScenarioFile;
import dev.firstday.tui.ScreenHand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.costexplorer.model.CostExplorerException;

/** The same scenarios, whichever way firstday is used, in both languages. */
@Timeout(120)
class ScenariosTest {
  private static final Set<String> WRITES =
      dev.firstday.aws.operations.Writes.ALL.stream()
          .map(dev.firstday.aws.operations.Operation::name)
          .collect(Collectors.toUnmodifiableSet());

  @TempDir private Path home;
  private final List<String> writes = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> denied = Collections.synchronizedSet(new HashSet<>());
  private final Set<String> notDone = new HashSet<>();

  /** The four ways. */
  enum Way {
    ENGINE,
    FULL_SCREEN,
    LINE_MODE,
    COMMANDS
  }

  static Stream<Arguments> all() {
    return ScenarioFile.all().stream()
        .flatMap(
            file ->
                Stream.of(Way.values())
                    .flatMap(
                        way ->
                            Stream.of(Language.values())
                                .map(language -> Arguments.of(file, way, language))));
  }

  private Hand hand(Way way, Trial trial, String account, Language language) {
    Wiring wiring = new Wiring(trial, account, language);
    return switch (way) {
      case ENGINE -> new EngineHand(wiring);
      case FULL_SCREEN -> new ScreenHand(wiring::session, language);
      case LINE_MODE -> new LineHand(wiring);
      case COMMANDS -> new CommandHand(wiring);
    };
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @MethodSource("all")
  void a_scenario_comes_out_the_same(ScenarioFile scenario, Way way, Language language) {
    Trial trial = new Trial(home).failing(this::called);
    Path journal = trial.state(scenario.account()).resolve("journal.jsonl");
    try (Hand hand = hand(way, trial, scenario.account(), language)) {
      for (ScenarioFile.Act act : scenario.acts()) {
        writes.clear();
        Map<String, Long> before = entries(journal);
        play(act, hand);
        expect(act, hand, way, before, journal);
      }
    }
  }

  private void called(String service, String operation, String region) {
    if (denied.contains(operation)) {
      throw CostExplorerException.builder()
          .statusCode(403)
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .errorCode("AccessDeniedException")
                  .errorMessage(
                      "User: arn:aws:iam::123456789012:user/aoi is not authorized to perform: ce:"
                          + operation
                          + " on resource: * because no identity-based policy allows the ce:"
                          + operation
                          + " action")
                  .build())
          .build();
    }
    if (WRITES.contains(operation)) {
      writes.add(operation);
    }
  }

  private void play(ScenarioFile.Act act, Hand hand) {
    denied.addAll(List.of(act.object("denied")));
    denied.removeAll(List.of(act.object("allowed"), ""));
    if (!act.asked().isEmpty()) {
      hand.asked(act.asked());
    }
    Object reply = act.words().get("reply");
    if (reply instanceof Map<?, ?>) {
      Map<String, String> answers = new TreeMap<>();
      ScenarioFile.map(reply).forEach((key, value) -> answers.put(key, value.toString()));
      hand.reply(answers);
    } else if (reply != null) {
      hand.reply(reply.toString());
    }
    if (!act.verb().isEmpty()) {
      perform(act, hand);
    }
  }

  private void perform(ScenarioFile.Act act, Hand hand) {
    String step = act.object(act.verb());
    if (!hand.can(act.verb())) {
      notDone.add(step);
      return;
    }
    switch (act.verb()) {
      case "start" -> hand.start();
      case "plan" -> hand.plan(step);
      case "undo" -> hand.undo(step);
      case "skip" -> hand.skip(step, act.object("reason"));
      case "attest" -> hand.attest(step);
      case "quit" -> hand.quit();
      case "stop" -> hand.stop();
      default -> throw new IllegalArgumentException(act.toString());
    }
  }

  private void expect(
      ScenarioFile.Act act, Hand hand, Way way, Map<String, Long> before, Path journal) {
    Map<String, Object> expect = act.expect();
    String said = hand.said();
    if (expect.containsKey("writes")) {
      assertEquals(expect.get("writes"), List.copyOf(writes), act::toString);
    }
    if (expect.containsKey("journal")) {
      assertEquals(counts(expect.get("journal")), since(before, entries(journal)), act::toString);
    }
    if (expect.containsKey("ending")) {
      String ending = expect.get("ending").toString();
      assertTrue(hand.ended(ending), () -> act + "\n" + said);
    }
    if (expect.containsKey("exit") && hand.exit().isPresent()) {
      assertEquals(expect.get("exit"), hand.exit().getAsInt(), act::toString);
    }
    for (Object text : (List<?>) expect.getOrDefault("says", List.of())) {
      assertTrue(said.contains(text.toString()), () -> act + "\n" + said);
    }
    ScenarioFile.map(expect.get("verdicts"))
        .forEach(
            (step, verdict) ->
                assertTrue(
                    notDone.contains(step) || hand.shows(step, verdict.toString()),
                    () -> act + ": " + step + "\n" + hand.said()));
  }

  private static Map<String, Long> counts(Object numbers) {
    Map<String, Long> counts = new TreeMap<>();
    ScenarioFile.map(numbers)
        .forEach((event, count) -> counts.put(event, Long.valueOf(count.toString())));
    return counts;
  }

  /** How often AWS was called, and what came of it; what is noted of the account is left aside. */
  private static Map<String, Long> entries(Path journal) {
    try {
      return Files.exists(journal)
          ? Files.readAllLines(journal).stream()
              .map(line -> JsonOf.text(line).get("event").asText())
              .filter(List.of("started", "done", "failed")::contains)
              .collect(Collectors.groupingBy(event -> event, TreeMap::new, Collectors.counting()))
          : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Long> since(Map<String, Long> before, Map<String, Long> now) {
    Map<String, Long> more = new TreeMap<>();
    now.forEach((event, count) -> more.put(event, count - before.getOrDefault(event, 0L)));
    more.values().removeIf(count -> count == 0);
    return more;
  }
}
