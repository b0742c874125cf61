package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every step keeps, whatever it is about. */
class StepContractTest {
  /** What must be there before a step can do anything. */
  private static final Map<String, String> FIRST =
      Map.of("monitoring", "trail", "config-rules", "config-recorder");

  /** What several steps share has the same ids in each; a rule of events is called by its name. */
  private static final List<String> SHARED =
      List.of("alerts/", "events/role", "firstday-health/", "firstday-guardduty/");

  /** One more in a list, wherever in it: no field of its own. */
  private static final List<String> IN_A_LIST =
      List.of("alerts/subscription/", "admin-group/device/");

  /** Steps that leave something to a person, and what. */
  private static final Map<String, String> BY_HAND =
      Map.of(
          "user-mfa", "a user's MFA device is the user's",
          "service-logs", "access logs of what a stack may own",
          "backups", "file systems need a backup plan");

  /** What an undo leaves, by step: what holds data, and what AWS takes no way back from. */
  static final Map<String, Set<String>> KEPT =
      Map.of(
          "contact-phone", Set.of("contact-phone/number"),
          "trail", Set.of("trail/bucket"),
          "config-recorder", Set.of("config-recorder/bucket"));

  /** Calls that these accounts give no cause for, and why. */
  private static final Map<String, Set<String>> ELSEWHERE =
      Map.of(
          // A subscription is updated only where everybody has declined its mails, and the
          // practice account has nobody who does.
          "cost-anomaly", Set.of("ce:UpdateAnomalySubscription"),
          // Nobody has made a role of the name that ours has.
          "trail", Set.of("iam:UpdateAssumeRolePolicy"),
          // Nobody has used Identity Center; and no password of ours waits to be used.
          "admin-group",
              Set.of(
                  "iam:GetRole",
                  "sso-admin:ListInstances",
                  "sso-admin:ListPermissionSetsProvisionedToAccount",
                  "sso-admin:ListManagedPoliciesInPermissionSet",
                  "sso-admin:ListAccountAssignments",
                  "iam:UpdateLoginProfile"));

  private static final Path RECORDED = Path.of("src/main/resources/dev/firstday/steps/calls.json");

  /** What each step was seen to call, where it is to be recorded. */
  private static final Map<String, Map<String, List<String>>> SEEN = new ConcurrentHashMap<>();

  static List<Steps.Registered> steps() {
    return Steps.ALL;
  }

  /** Each step in each account where everything can be written. */
  static Stream<Arguments> everywhere() {
    return Steps.ALL.stream()
        .flatMap(step -> Situation.open().stream().map(there -> Arguments.of(step.id(), there)));
  }

  private static String key(Change change) {
    return change.service() + ":" + change.operation();
  }

  private static String key(Read read) {
    return read.service() + ":" + read.operation();
  }

  /** The account as it has to be before a step can do anything. */
  private static Bench ready(String step, Situation there) {
    Bench bench = there.bench();
    if (FIRST.containsKey(step)) {
      bench.apply(FIRST.get(step));
      bench.confirmMails();
      bench.calls();
    }
    return bench;
  }

  @ParameterizedTest
  @MethodSource("steps")
  void it_calls_and_plans_just_what_the_registry_says(Steps.Registered step) {
    Set<String> reads = new TreeSet<>();
    Set<String> writes = new TreeSet<>();
    Situation.odd().forEach(there -> look(step.id(), there.bench(), reads, writes));
    for (Situation there : Situation.open()) {
      Bench bench = ready(step.id(), there);
      look(step.id(), bench, reads, writes);
      bench.apply(step.id());
      bench.calls();
      look(step.id(), bench, reads, writes);
    }
    for (String key : ELSEWHERE.getOrDefault(step.id(), Set.of())) {
      (Writes.find(key).isPresent() ? writes : reads).add(key);
    }
    writes.removeAll(reads);
    if (Boolean.getBoolean("golden.update")) {
      SEEN.put(step.id(), Map.of("reads", List.copyOf(reads), "writes", List.copyOf(writes)));
      return;
    }
    String update = RECORDED + " differs; run with -Dgolden.update=true";
    assertEquals(List.copyOf(reads), step.reads(), update);
    assertEquals(List.copyOf(writes), step.writes(), update);
  }

  /** Records what every step has called, in the order of the registry. */
  @AfterAll
  static void record() throws IOException {
    if (SEEN.keySet().equals(Steps.ids())) {
      Map<String, Object> all = new LinkedHashMap<>();
      Steps.ALL.forEach(step -> all.put(step.id(), new TreeMap<>(SEEN.get(step.id()))));
      Files.writeString(RECORDED, new Json().json(all) + "\n");
    }
  }

  private static void look(String step, Bench bench, Set<String> reads, Set<String> writes) {
    Assessment found = bench.assess(step);
    reads.addAll(bench.calls());
    for (Change change : found.changes()) {
      writes.add(key(change));
      change.shows().ifPresent(read -> writes.add(key(read)));
      change
          .undo()
          .forEach(
              undo -> {
                writes.add(key(undo));
                undo.shows().ifPresent(read -> writes.add(key(read)));
              });
    }
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void what_takes_a_change_back_is_what_the_change_itself_leads_to(String step, Situation there) {
    Bench bench = ready(step, there);
    bench.apply(step);
    for (AppliedChange applied : bench.session().history()) {
      Change change = applied.change();
      assertTrue(change.undo().isEmpty() || change.shows().isPresent(), change.id());
      for (Change undo : change.undo()) {
        assertEquals(
            Optional.empty(),
            bench.caller().foreign(change, undo),
            () -> change.id() + " by " + undo);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void what_the_registry_says_is_on_the_lists(Steps.Registered step) {
    step.reads().forEach(key -> assertTrue(Reads.find(key).isPresent(), key));
    // Some looks only an apply and an undo take.
    step.writes()
        .forEach(
            key -> assertTrue(Writes.find(key).isPresent() || Reads.find(key).isPresent(), key));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void what_it_has_written_is_done_and_stays_done(String step, Situation there) {
    Bench bench = ready(step, there);
    Assessment before = bench.assess(step);
    Outcome outcome = bench.apply(step);
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    bench.confirmMails();
    Assessment after = bench.assess(step);
    assertEquals(List.of(), after.changes());
    boolean left = before.changes().isEmpty() || BY_HAND.containsKey(step);
    if (left) {
      assertTrue(missing(before).containsAll(missing(after)), () -> missing(after).toString());
    } else {
      assertEquals(Verdict.DONE, after.verdict(), () -> missing(after).toString());
    }
    bench.calls();
    bench.apply(step);
    assertEquals(List.of(), bench.writes(), "a second apply writes nothing");
  }

  private static List<Finding> missing(Assessment assessment) {
    return assessment.findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.MISSING)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void what_it_has_written_can_be_taken_back(String step, Situation there) {
    Bench bench = ready(step, there);
    Assessment found = bench.assess(step);
    if (found.changes().isEmpty()) {
      return;
    }
    List<Object> before = Snapshot.of(bench.source());
    bench.apply(step);
    UndoPlan undo = bench.undo(step);
    if (undo.kept().isEmpty()) {
      assertEquals(before, Snapshot.of(bench.source()));
      assertEquals(found, bench.assess(step));
    }
    assertEquals(
        KEPT.getOrDefault(step, Set.of()).stream()
            .filter(id -> found.changes().stream().anyMatch(change -> stays(change, id)))
            .collect(Collectors.toSet()),
        undo.kept().stream().map(kept -> kept.change().id()).collect(Collectors.toSet()),
        () -> undo.kept().toString());
  }

  /** A number that AWS would take back has an undo, and then does not stay. */
  private static boolean stays(Change change, String id) {
    return change.id().equals(id) && (change.effect() == Effect.CREATE || change.undo().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void each_change_has_a_name_of_its_own_and_a_read_that_shows_it(String step, Situation there) {
    List<String> ids = new ArrayList<>();
    for (Change change : ready(step, there).assess(step).changes()) {
      ids.add(change.id());
      assertTrue(
          change.id().startsWith(step + "/") || SHARED.stream().anyMatch(change.id()::startsWith),
          change.id());
      assertTrue(change.shows().isPresent(), change.id());
      assertTrue(
          !change.shows().get().fields().isEmpty()
              || IN_A_LIST.stream().anyMatch(change.id()::startsWith),
          change.id());
    }
    assertEquals(new HashSet<>(ids).size(), ids.size());
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void two_looks_at_the_same_account_plan_the_same(String step, Situation there) {
    Bench bench = there.bench();
    assertEquals(bench.assess(step), bench.assess(step));
    assertEquals(bench.assess(step).changes(), there.bench().assess(step).changes());
  }
}
