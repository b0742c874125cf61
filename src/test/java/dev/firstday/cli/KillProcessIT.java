package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.signin.network.Endpoints;
import dev.firstday.engine.apply.ApplyOrder;
import dev.firstday.moto.MotoServer;
import dev.firstday.steps.Snapshot;
import dev.firstday.steps.Steps;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The real process is killed with SIGKILL in the middle of an apply; a plain second run leads to
 * the account that an undisturbed one leads to.
 */
@Tag("binary")
@DisabledOnOs(OS.WINDOWS)
class KillProcessIT {
  private static final String ANSWERS =
      """
      regions: home
      email: alerts@example.com
      home-region: ap-northeast-1
      steps:
        alternate-contacts: {name: Aoi Tanaka, title: Operations, phone: "+81312345678"}
        account-alias: {alias: acme-dev}
      """;

  private final Path home;
  private final Path answers;

  KillProcessIT(@TempDir Path home) throws IOException {
    this.home = home;
    answers = Files.writeString(home.resolve("answers.yaml"), ANSWERS);
  }

  /** Where the process ends, seen from a call. */
  private enum Cut {
    BEFORE_THE_CALL,
    AFTER_THE_CALL,
    IN_A_JOURNAL_LINE
  }

  /** Some steps on an emulator, and where an undisturbed apply of them leads. */
  private record Undisturbed(
      Supplier<URI> moto, List<String> steps, int writes, int code, List<String> account) {}

  @Test
  void an_apply_that_was_killed_is_completed_by_the_next() throws Exception {
    List<String> steps = List.of("trail", "password-policy");
    Undisturbed whole = undisturbed(MotoServer::quick, steps);
    kill(whole, 2, Cut.AFTER_THE_CALL);
    kill(whole, whole.writes() / 2, Cut.IN_A_JOURNAL_LINE);
    kill(whole, whole.writes() - 1, Cut.BEFORE_THE_CALL);
    System.out.println("killed with SIGKILL at 3 of " + whole.writes() + " writes on moto");
  }

  @Test
  @Tag("full")
  void an_apply_of_everything_that_was_killed_is_completed_by_the_next() throws Exception {
    Undisturbed whole = undisturbed(MotoServer::fresh, List.copyOf(Steps.ids()));
    int points = 12;
    assertAll(
        IntStream.range(0, points)
            .mapToObj(
                i -> {
                  int write = 1 + i * (whole.writes() - 1) / (points - 1);
                  return () -> kill(whole, write, Cut.values()[i % Cut.values().length]);
                }));
    System.out.println(
        "killed with SIGKILL at %d of %d writes on moto".formatted(points, whole.writes()));
  }

  private String[] apply(List<String> steps) {
    return Stream.concat(
            Stream.of("apply", "--yes", "--answers", answers.toString()),
            steps.stream().map(step -> "--step=" + step))
        .toArray(String[]::new);
  }

  private static List<String> account(URI moto) {
    try (SdkClients clients =
        new SdkClients(
            new SdkClients.Config(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")),
                UrlConnectionHttpClient.create(),
                Optional.empty(),
                Endpoints.of(moto),
                CallListener.NONE))) {
      return Snapshot.withoutChance(clients);
    }
  }

  private Undisturbed undisturbed(Supplier<URI> emulator, List<String> steps) throws Exception {
    URI moto = emulator.get();
    List<String> before = account(moto);
    Program program = program("undisturbed", moto);
    Program.Ended apply = program.run(apply(steps));
    assertTrue(List.of(0, 1, 3).contains(apply.code()), apply.err());
    List<String> after = account(moto);
    assertNotEquals(before, after);
    return new Undisturbed(emulator, steps, events(program, "started"), apply.code(), after);
  }

  private Program program(String name, URI endpoint) throws IOException {
    return new Program(Files.createDirectories(home.resolve(name)), endpoint.toString());
  }

  private static int events(Program program, String event) throws IOException {
    return (int)
        Files.readString(program.journal())
            .lines()
            .filter(line -> line.contains("\"event\":\"" + event + "\""))
            .count();
  }

  private void kill(Undisturbed whole, int write, Cut cut) throws Exception {
    String where = cut + " " + write;
    URI moto = whole.moto().get();
    Program program = program(where, moto);
    CompletableFuture<Process> victim = new CompletableFuture<>();
    try (Gate gate =
        new Gate(
            moto,
            program.journal(),
            write,
            cut != Cut.BEFORE_THE_CALL,
            held -> victim.join().destroyForcibly())) {
      victim.complete(program(where, gate.endpoint()).start(apply(whole.steps())));
      assertTrue(victim.join().waitFor(2, TimeUnit.MINUTES), where);
    } finally {
      victim.join().destroyForcibly();
    }
    assertEquals(128 + 9, victim.join().exitValue(), where);
    int started = events(program, "started");
    int unknown = started - events(program, "done");
    assertTrue(write <= started && started < write + ApplyOrder.WIDEST, where + started);
    assertTrue(1 <= unknown && unknown <= ApplyOrder.WIDEST, where + unknown);
    if (cut == Cut.IN_A_JOURNAL_LINE) {
      halfALine(program);
    }
    Program.Ended second = program.run(apply(whole.steps()));
    assertEquals(whole.code(), second.code(), where + second.err());
    assertEquals(whole.account(), account(moto), where);
    readable(program, moto, where);
    Trial.Result third = here(program, moto, apply(whole.steps()));
    assertTrue(third.err().contains("Nothing to write."), where + third.err());
  }

  /** A run in this process, which is soon there. */
  private Trial.Result here(Program program, URI moto, String... arguments) {
    return new Trial(home)
        .with("AWS_ACCESS_KEY_ID", "x")
        .with("AWS_SECRET_ACCESS_KEY", "x")
        .run(
            Stream.concat(
                    Stream.of(arguments),
                    Stream.of(
                        "--endpoint-url=" + moto,
                        "--region=ap-northeast-1",
                        "--state-dir=" + program.state().getParent()))
                .toArray(String[]::new));
  }

  /** What a process leaves that ends while its line is written: no signal comes so exactly. */
  private static void halfALine(Program program) throws IOException {
    String done =
        Files.readAllLines(program.journal()).stream()
            .filter(line -> line.contains("\"event\":\"done\""))
            .findFirst()
            .orElseThrow();
    byte[] bytes = done.getBytes(StandardCharsets.UTF_8);
    Files.write(
        program.journal(), Arrays.copyOf(bytes, bytes.length / 2), StandardOpenOption.APPEND);
  }

  /** Nothing but half a line is lost, and a person can read what was done. */
  private void readable(Program program, URI moto, String where) throws IOException {
    List<String> torn = new ArrayList<>(Files.readAllLines(program.journal()));
    torn.removeIf(line -> line.startsWith("{\"v\":1,\"at\":") && line.endsWith("}"));
    assertTrue(torn.size() <= 1, where + torn);
    Trial.Result history = here(program, moto, "history", "--output", "json");
    assertEquals(0, history.code(), where + history.err());
    assertTrue(JsonOf.text(history.out()).at("/changes").size() >= events(program, "done"), where);
  }
}
