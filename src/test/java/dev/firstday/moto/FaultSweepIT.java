package dev.firstday.moto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.MisbehavingHttp;
import dev.firstday.aws.Misbehaviour;
import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.Problem;
import dev.firstday.practice.TestClock;
import dev.firstday.steps.Bench;
import dev.firstday.steps.Steps;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Steps under faults, on the wire: each call that a step makes on moto goes wrong in each way, then
 * nothing does, and a second run reaches what an undisturbed one reaches.
 */
@Timeout(3000)
class FaultSweepIT {
  /** What must be applied before a step can do anything. */
  private static final Map<String, String> FIRST =
      Map.of("monitoring", "trail", "config-rules", "config-recorder");

  /** Steps that call little, for a short sweep. */
  private static final List<String> SOME =
      List.of("password-policy", "s3-public-access-block", "alternate-contacts");

  /**
   * Calls whose answer, or whose password, is needed for what comes behind: where it is lost a run
   * ends, and the next goes on.
   */
  private static final Set<String> NEEDED =
      Set.of("iam:CreateLoginProfile", "iam:CreateVirtualMFADevice", "ec2:CreateFlowLogs");

  /** Only these of the full sweep, as {@code -Dsweep.steps=budget,trail}. */
  private static final String CHOSEN = System.getProperty("sweep.steps", "");

  private static final Map<String, String> ANSWERS = answers();

  private final List<String> wrong = new ArrayList<>();
  private int combinations;

  private static Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>(Bench.ANSWERS);
    answers.put("regions", "home");
    return answers;
  }

  /** A new account on moto, with what can go wrong between us and it. */
  private record Lab(MisbehavingHttp http, SdkClients clients, Bench bench)
      implements AutoCloseable {
    static Lab of(String step) {
      // Only the administrators' group needs a policy of AWS's own.
      URI endpoint = step.equals("admin-group") ? MotoServer.fresh() : MotoServer.quick();
      MisbehavingHttp http = new MisbehavingHttp(Optional.of(UrlConnectionHttpClient.create()));
      TestClock clock = new TestClock(Instant.now());
      AtomicReference<SdkClients> clients = new AtomicReference<>();
      Bench bench =
          new Bench(
              heard -> {
                clients.set(clients(endpoint, http, heard));
                return clients.get();
              },
              ANSWERS,
              clock,
              clock::pass);
      Lab lab = new Lab(http, clients.get(), bench);
      Optional.ofNullable(FIRST.get(step)).ifPresent(bench::apply);
      bench.calls();
      return lab;
    }

    private static SdkClients clients(URI endpoint, MisbehavingHttp http, CallListener heard) {
      return new SdkClients(
          new SdkClients.Config(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")),
              http,
              Optional.empty(),
              Endpoints.of(endpoint),
              (service, operation, region) -> {
                heard.calling(service, operation, region);
                http.calling(service, operation, region);
              },
              new SdkClients.Timing(
                  Duration.ofHours(1),
                  Optional.of(BackoffStrategy.retryImmediately()),
                  SdkClients.Timing.USUAL.call())));
    }

    @Override
    public void close() {
      clients.close();
    }
  }

  /** What an undisturbed run calls, and where it ends. */
  private record Undisturbed(String step, Set<String> calls, Verdict verdict) {
    static Undisturbed of(String step) {
      try (Lab lab = Lab.of(step)) {
        return of(step, lab);
      }
    }

    private static Undisturbed of(String step, Lab lab) {
      lab.bench().apply(step);
      Set<String> calls = new LinkedHashSet<>(lab.bench().calls());
      Assessment after = lab.bench().assess(step);
      calls.removeAll(
          after.findings().stream()
              .flatMap(finding -> finding.problem().stream())
              .map(Problem::call)
              .toList());
      // Whose account it is, is asked before each apply; that is another test's.
      calls.remove("sts:GetCallerIdentity");
      return new Undisturbed(step, calls, after.verdict());
    }
  }

  @Test
  void some_steps_and_a_second_run_completes() {
    int next = 0;
    for (String step : SOME) {
      Undisturbed run = Undisturbed.of(step);
      for (String call : run.calls()) {
        // Each next call meets the next three faults, so that all are met.
        for (int i = 0; i < 3; i++) {
          disturb(run, call, Misbehaviour.values()[next++ % Misbehaviour.values().length]);
        }
      }
    }
    settle();
  }

  @Test
  @Tag("full")
  void every_step_and_a_second_run_completes() {
    List<String> steps =
        CHOSEN.isBlank()
            ? Steps.ALL.stream().map(Steps.Registered::id).toList()
            : List.of(CHOSEN.split(","));
    for (String step : steps) {
      Undisturbed run = Undisturbed.of(step);
      int before = combinations;
      for (String call : run.calls()) {
        for (Misbehaviour fault : Misbehaviour.values()) {
          disturb(run, call, fault);
        }
      }
      System.out.println("fault sweep on moto: " + step + ", " + (combinations - before));
    }
    settle();
  }

  private void settle() {
    System.out.println(
        "fault sweep on moto: " + combinations + " combinations of step, call and fault");
    assertTrue(combinations >= Misbehaviour.values().length);
    assertEquals(List.of(), wrong);
  }

  private void disturb(Undisturbed run, String call, Misbehaviour fault) {
    combinations++;
    String name = run.step() + " " + call + " " + fault;
    int before = wrong.size();
    try (Lab lab = Lab.of(run.step())) {
      lab.http().misbehave(call, fault);
      Outcome outcome = lab.bench().apply(run.step());
      Assessment during = lab.bench().session().step(run.step()).assessment().orElseThrow();
      check(name, call, fault, outcome, during);
      if (lab.http().attempts() == 0) {
        wrong.add(name + " was not called");
      }
      lab.http().behave();
      if (!completes(lab.bench(), run)) {
        wrong.add(name + " is not completed: " + lab.bench().assess(run.step()));
      }
    } catch (RuntimeException e) {
      wrong.add(name + " threw " + e);
    }
    wrong.stream().skip(before).forEach(System.out::println);
  }

  private void check(
      String name, String call, Misbehaviour fault, Outcome outcome, Assessment during) {
    List<Problem> all =
        Stream.concat(
                outcome.problem().stream(),
                during.findings().stream().map(Finding::problem).flatMap(Optional::stream))
            .toList();
    // What moto does not know is no fault of ours; what rests on a garbled answer fails behind it.
    List<Problem> problems =
        all.stream()
            .filter(problem -> problem.kind() != Problem.Kind.UNSUPPORTED)
            .filter(problem -> fault != Misbehaviour.GARBAGE || problem.call().equals(call))
            .filter(
                problem ->
                    fault != Misbehaviour.ANSWER_LOST
                        || !NEEDED.contains(call)
                        || !problem.code().endsWith("AlreadyExists"))
            .toList();
    if (fault.passes() && !problems.isEmpty()) {
      wrong.add(name + " was not got over: " + problems);
    }
    for (Problem problem : problems) {
      if (!fault.kinds().contains(problem.kind()) || !fault.denial().equals(problem.denial())) {
        wrong.add(name + " was told as " + problem);
      }
    }
    if (!fault.passes() && all.isEmpty() && during.verdict() == Verdict.UNSEEN) {
      wrong.add(name + " is unseen and nobody says why");
    }
  }

  /** What is watched can be watched only once it is there, so it may take two. */
  private static boolean completes(Bench bench, Undisturbed run) {
    for (int round = 0; round < 2; round++) {
      bench.apply(run.step());
    }
    Assessment after = bench.assess(run.step());
    return after.changes().isEmpty() && after.verdict() == run.verdict();
  }
}
