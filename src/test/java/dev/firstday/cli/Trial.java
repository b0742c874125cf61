package dev.firstday.cli;

import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Writes;
import dev.firstday.cli.run.PracticeLog;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.state.StateFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs firstday in this process, in a home of its own, and listens to its calls. */
public final class Trial {
  /** Answers for everything that the practice account needs. */
  static final String[] ANSWERS = {
    "--set", "email=alerts@example.com",
    "--set", "alternate-contacts.name=Aoi Tanaka",
    "--set", "alternate-contacts.title=Operations",
    "--set", "alternate-contacts.phone=+81312345678",
    "--set", "account-alias.alias=acme-dev"
  };

  public static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private static final Set<String> WRITES =
      Writes.ALL.stream().map(Operation::name).collect(Collectors.toUnmodifiableSet());

  /** How a run ended, and what it said. */
  public record Result(int code, String out, String err) {
    /** What it said on both. */
    public String all() {
      return out + err;
    }
  }

  public final Path home;
  final Map<String, String> environment = new HashMap<>();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger closed = new AtomicInteger();
  private Optional<BufferedReader> reader = Optional.empty();
  private String typed = "";
  private boolean interactive;
  private CallListener fault = CallListener.NONE;
  private UnaryOperator<AwsApi> answers = UnaryOperator.identity();
  private RunEnvironment.Sleeper pause = time -> {};
  private Optional<Runnable> interrupt = Optional.empty();
  private Instant now = NOW;

  public Trial(Path home) {
    this.home = home;
    environment.put("LC_CTYPE", "C.UTF-8");
    // What is said of several calls at the same time has no order of its own.
    environment.put("FIRSTDAY_PARALLELISM", "1");
  }

  /** From now on a person sits there and types this. */
  public Trial typing(String text) {
    interactive = true;
    typed = text;
    return this;
  }

  /** From now on a pipe says this. */
  Trial piping(String text) {
    interactive = false;
    typed = text;
    return this;
  }

  /** The next runs read what is typed while they run. */
  Trial reading(BufferedReader lines) {
    interactive = false;
    reader = Optional.of(lines);
    return this;
  }

  /** From now on it is later. */
  public Trial later(Duration time) {
    now = now.plus(time);
    return this;
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  /** A practice account as it stands now, for somebody who sits elsewhere. */
  PracticeAccount practice(Scenario scenario) {
    return new PracticeAccount(
        scenario,
        new PracticeLog(new StateFolder(state(scenario.id()))),
        CallListener.NONE,
        Duration.ZERO,
        clock(),
        false);
  }

  /** From now on each call goes through this first. */
  public Trial failing(CallListener how) {
    fault = how;
    return this;
  }

  /** From now on the practice accounts answer like this. */
  Trial answering(UnaryOperator<AwsApi> how) {
    answers = how;
    return this;
  }

  /** From now on this happens instead of a pause. */
  Trial pausing(RunEnvironment.Sleeper how) {
    pause = how;
    return this;
  }

  public Trial with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs a command; the calls heard are those of this run alone. */
  public Result run(String... arguments) {
    calls.clear();
    closed.set(0);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Cli.run(world(out, err), arguments);
    return new Result(code, out.toString(), err.toString());
  }

  /** The world of this trial. */
  public RunEnvironment world(StringWriter out, StringWriter err) {
    return new RunEnvironment(
        environment,
        home,
        reader.orElseGet(() -> new BufferedReader(new StringReader(typed))),
        new PrintWriter(out),
        new PrintWriter(out),
        new PrintWriter(err),
        () -> interactive,
        clock(),
        pause,
        new CallListener() {
          @Override
          public void calling(String service, String operation, String region) {
            calls.add(operation);
            fault.calling(service, operation, region);
          }

          @Override
          public void closed() {
            closed.incrementAndGet();
          }
        },
        new RunEnvironment.Ends(
            () -> interactive, () -> interactive, this::listen, Optional.empty()),
        (scenario, writes, listener, latency, time, person) ->
            answers.apply(new PracticeAccount(scenario, writes, listener, latency, time, person)));
  }

  private Runnable listen(Runnable then) {
    interrupt = Optional.of(then);
    return () -> interrupt = Optional.empty();
  }

  /** Presses Ctrl+C; says whether anybody heard of it, or else the process would have ended. */
  public boolean interrupt() {
    Optional<Runnable> heard = interrupt;
    heard.ifPresent(Runnable::run);
    return heard.isPresent();
  }

  /** Runs a command on a practice account with all answers given. */
  public Result answered(String... arguments) {
    return run(Stream.concat(Stream.of(arguments), Stream.of(ANSWERS)).toArray(String[]::new));
  }

  /** How many times clients were closed in the last run. */
  public int closed() {
    return closed.get();
  }

  /** Every call of the last run. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** The writing calls of the last run. */
  public List<String> writes() {
    return calls().stream().filter(WRITES::contains).toList();
  }

  /** Where the state of a practice account lies. */
  public Path state(String scenario) {
    return home.resolve(".local/state/firstday/practice").resolve(scenario);
  }

  /** Whether anything was ever written to a practice account. */
  public boolean written(String scenario) {
    return Files.exists(state(scenario).resolve("writes.jsonl"));
  }

  /** Writes a file into the home. */
  public Path file(String name, String content) {
    try {
      Path file = home.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
