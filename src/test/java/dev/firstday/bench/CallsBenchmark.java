package dev.firstday.bench;

import dev.firstday.aws.Clients;
import dev.firstday.aws.Recording;
import dev.firstday.aws.Recording.Call;
import dev.firstday.aws.SignIn;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Plan;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.Typist;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.steps.Bench;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a check and an apply cost in calls, on a practice account whose every call takes 100 ms. */
class CallsBenchmark {
  private static final Duration SLOW = Duration.ofMillis(100);
  private static final int ROUNDS = 5;

  /** A practice account, watched. */
  private static final class Run {
    private final PracticeAccount practice;
    private final Recording recording;
    private final Bench bench;
    private final List<String> ids;

    Run(Duration latency, String regions) {
      practice =
          new PracticeAccount(
              Scenario.NEW,
              WriteLog.NONE,
              (service, operation, region) -> {},
              Duration.ZERO,
              Clock.systemUTC(),
              false);
      recording = new Recording(practice, latency);
      Map<String, String> answers = new HashMap<>(Bench.ANSWERS);
      answers.put("regions", regions);
      bench = new Bench(listener -> recording, answers);
      ids = bench.session().steps().stream().map(step -> step.entry().id()).toList();
    }

    List<Call> signInAndCheck() throws CallFailed {
      recording.calls();
      SignIn.to(recording, "ap-northeast-1", Optional.empty());
      bench.session().check(ids);
      return recording.calls();
    }

    List<Call> check() {
      bench.session().check(ids);
      return recording.calls();
    }

    Outcome apply() {
      Plan plan = bench.session().plan(ids);
      return bench
          .session()
          .apply(
              plan.confirm(bench.session().identity().lastFour()).orElseThrow(),
              Optional.of(new Typist(Clock.systemUTC())),
              event -> {},
              () -> false,
              RecoveryPrompt.NONE);
    }

    /** All that is known before anything is read. */
    Set<String> known() {
      Set<String> known = new HashSet<>(Bench.ANSWERS.values());
      known.add("ap-northeast-1");
      return known;
    }
  }

  private static long took(List<Call> calls) {
    return calls.stream().mapToLong(Call::end).max().orElseThrow()
        - calls.stream().mapToLong(Call::start).min().orElseThrow();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  @Test
  void prints_how_much_of_a_check_overlaps() throws CallFailed {
    check("home", 1);
    for (boolean applied : List.of(false, true)) {
      for (String regions : List.of("home", "enabled")) {
        check(regions, applied, ROUNDS);
      }
    }
    double one = check("home", ROUNDS);
    double all = check("enabled", ROUNDS);
    print("Regions: a check of 17 over a check of 1: %.2f", all / one);
  }

  private static double check(String regions, int rounds) {
    List<Double> walls = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      walls.add(took(new Run(SLOW, regions).check()) / 1e6);
    }
    return median(walls);
  }

  private static void check(String regions, boolean applied, int rounds) throws CallFailed {
    List<Double> walls = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    int calls = 0;
    Run run = new Run(Duration.ZERO, regions);
    if (applied) {
      run.check();
      run.apply();
      run.practice.confirmMails();
    }
    for (int i = 0; i < rounds; i++) {
      run.recording.slow(SLOW);
      List<Call> made = run.signInAndCheck();
      calls = made.size();
      walls.add(took(made) / 1e6);
      ratios.add((double) took(made) / Chain.longest(made, run.known()));
    }
    print(
        "overlap: %s, %s: sign-in and check took %.0f ms, %.2f times the longest chain (%d calls)",
        applied ? "everything applied" : "new account",
        regions.equals("home") ? "1 Region" : "17 Regions",
        median(walls),
        median(ratios),
        calls);
  }

  @Test
  void prints_what_an_apply_of_everything_takes() {
    for (String regions : List.of("home", "enabled")) {
      apply(regions);
    }
  }

  private static void apply(String regions) {
    Run run = new Run(SLOW, regions);
    run.check();
    long start = System.nanoTime();
    Outcome outcome = run.apply();
    double wall = (System.nanoTime() - start) / 1e6;
    List<Call> made = run.recording.calls();
    long writes =
        made.stream().filter(Call::isWrite).mapToLong(call -> call.end() - call.start()).sum();
    print(
        "apply: %s: %d changes in %.1f s (%s; %d calls, %d of them writes): %.1f over the longest chain,"
            + " %.2f over its writes made one after another (%.1f s)",
        regions.equals("home") ? "1 Region" : "17 Regions",
        outcome.done().size(),
        wall / 1e3,
        outcome.ending(),
        made.size(),
        made.stream().filter(Call::isWrite).count(),
        wall * 1e6 / Chain.longest(made, run.known()),
        wall * 1e6 / writes,
        writes / 1e9);
  }

  @Test
  void prints_the_requests_of_a_check() throws CallFailed {
    Run run = new Run(Duration.ZERO, "home");
    List<Call> made = run.signInAndCheck();
    Map<String, Map<String, Long>> byService =
        made.stream()
            .collect(
                Collectors.groupingBy(
                    call -> call.operation().split(":")[0],
                    TreeMap::new,
                    Collectors.groupingBy(
                        call -> call.operation().split(":")[1],
                        TreeMap::new,
                        Collectors.counting())));
    byService.forEach((service, operations) -> print("requests: %s %s", service, operations));
    print("requests: %d in all, doubled: %s", made.size(), Doubled.in(made));
  }

  @Test
  void prints_how_calls_grow_with_an_account() {
    Map<String, Long> empty = counted(new Run(Duration.ZERO, "home"));
    Run busy = new Run(Duration.ZERO, "home");
    fill(Clients.in(busy.practice, "ap-northeast-1"));
    busy.recording.calls();
    Map<String, Long> full = counted(busy);
    print("growth: %d calls on an empty account", sum(empty));
    print("growth: %d calls with 1,000 users, 500 log groups, 500 alarms, 300 rules", sum(full));
    full.forEach(
        (operation, count) -> {
          long before = empty.getOrDefault(operation, 0L);
          if (count != before) {
            print("growth: %s from %d to %d", operation, before, count);
          }
        });
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Map<String, Long> counted(Run run) {
    return run.check().stream()
        .collect(Collectors.groupingBy(Call::operation, TreeMap::new, Collectors.counting()));
  }

  private static void fill(Clients clients) {
    for (int i = 0; i < 1000; i++) {
      String name = "busy-" + i;
      clients.iam().createUser(user -> user.userName(name));
      if (i < 500) {
        clients.logs().createLogGroup(group -> group.logGroupName(name));
        clients
            .cloudWatch()
            .putMetricAlarm(
                alarm ->
                    alarm
                        .alarmName(name)
                        .namespace("App")
                        .metricName(name)
                        .statistic("Sum")
                        .period(300)
                        .evaluationPeriods(1)
                        .threshold(1.0)
                        .comparisonOperator("GreaterThanThreshold"));
      }
      if (i < 300) {
        clients.events().putRule(rule -> rule.name(name).eventPattern("{\"source\":[\"a\"]}"));
      }
    }
  }
}
