package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firstday.cli.BothEditions.Left;
import dev.firstday.dist.Edition;
import dev.firstday.moto.MotoServer;
import dev.firstday.practice.Scenario;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The native binary says and leaves what the plain edition does. */
@Tag("binary")
@EnabledIfSystemProperty(named = "firstday.binary", matches = ".+")
@Execution(ExecutionMode.CONCURRENT)
class SameAsPlainIT {
  private static final List<String> LANGUAGES = List.of("en", "ja");

  @TempDir private Path folder;

  private BothEditions editions() {
    return new BothEditions(folder);
  }

  // --- Lines ---

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void the_transcript_of_a_first_day_is_the_same_to_the_byte(String language) throws Exception {
    BothEditions editions = editions().piping(Files.readString(Path.of("examples/first-day.txt")));
    Left day = editions.same("--practice", "--accessible", "--lang", language);
    assertEquals(0, day.code(), day.err());
    assertTrue(day.out().lines().count() > 200, day.out());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void a_talk_about_any_practice_account_is_the_same(String scenario) throws Exception {
    BothEditions editions = editions().piping("n\n2\n3\nq\n");
    for (String language : LANGUAGES) {
      editions.same("--practice=" + scenario, "--accessible", "--lang", language);
    }
  }

  static Stream<String> scenarios() {
    return Arrays.stream(Scenario.values()).map(Scenario::id).filter(id -> !id.equals("slow"));
  }

  // --- Commands ---

  @Test
  void every_help_is_the_same() throws Exception {
    for (String language : LANGUAGES) {
      editions().same("--help", "--lang", language);
      for (String name : commands()) {
        editions().same(name, "--help", "--lang", language);
      }
    }
  }

  private List<String> commands() {
    Trial trial = new Trial(folder);
    return List.copyOf(
        Cli.commandLine(trial.world(new StringWriter(), new StringWriter()))
            .getSubcommands()
            .keySet());
  }

  static List<String> documented() throws IOException {
    return DocumentedCommands.ofPages();
  }

  @ParameterizedTest
  @MethodSource("documented")
  void a_command_of_the_documentation_does_the_same_on_the_practice_account(String command)
      throws Exception {
    for (String language : LANGUAGES) {
      run(command, editions(), List.of("--practice", "--lang", language));
    }
  }

  @ParameterizedTest
  @MethodSource("documented")
  void a_command_of_the_documentation_does_the_same_on_moto(String command) throws Exception {
    assumeTrue(!command.contains("--practice"), "is of the practice account");
    run(command, onMoto(), List.of());
  }

  private BothEditions onMoto() {
    return editions()
        .before(MotoServer::quick)
        .with("AWS_ENDPOINT_URL", MotoServer.quick().toString())
        .with("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE00000001")
        .with("AWS_SECRET_ACCESS_KEY", "s")
        .with("AWS_REGION", "ap-northeast-1")
        // What moto doesn't have it doesn't have the second time.
        .with("AWS_MAX_ATTEMPTS", "1");
  }

  private void run(String command, BothEditions editions, List<String> more) throws Exception {
    List<String> words = DocumentedCommands.arguments(command, editions.home());
    int script = words.indexOf("<");
    if (script >= 0) {
      editions.piping(Files.readString(Path.of(words.get(script + 1))));
      words.subList(script, script + 2).clear();
    }
    for (String option : more) {
      boolean practice = option.equals("--practice");
      if (!practice || !words.contains("--practice") && !words.contains("--accounts")) {
        words.add(option);
      }
    }
    List<List<String>> commands = new ArrayList<>();
    if (words.contains("--plan")) {
      String plan = editions.home().resolve("plan.json").toString();
      List<String> planned =
          new ArrayList<>(List.of("plan", "--answers", "examples/answers.yaml", "--out", plan));
      planned.addAll(more);
      commands.add(planned);
    }
    commands.add(words);
    Left left = editions.same(commands);
    assertFalse(left.err().contains("unknown option"), left.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void the_example_of_each_help_does_the_same(String language) throws Exception {
    Trial trial = new Trial(folder);
    for (String name : commands()) {
      String help = trial.run(name, "--help", "--lang", language).out();
      String example = DocumentedCommands.example(name, help);
      run(example, editions(), List.of("--practice", "--lang", language));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --output json",
        "check --output junit",
        "check --output ocsf",
        "plan --output json",
        "plan --output aws-cli",
        "export cloudformation",
        "report --format md",
        "report --format html",
        "permissions apply",
        "permissions check",
        "doctor",
        "steps --output json"
      })
  void each_format_is_the_same(String command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--practice=half-done", "--lang", "ja"));
    editions().same(List.of(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bogus",
        "check --step rot-mfa",
        "check --practice --output yaml",
        "check --practice=none",
        "apply --practice --yes --set email=nobody",
        "apply --practice --yes --answers none.yaml",
        "apply --practice",
        "check --steps pom.xml",
        "undo --practice --yes --step budget",
        "--practice --smoke-render --lang ja",
        "--version"
      })
  void what_is_refused_is_refused_alike(String command) throws Exception {
    editions().same(command.split(" "));
  }

  // --- What one applies, the other finds ---

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void a_day_of_commands_on_moto_is_the_same(String language) throws Exception {
    String answers = "examples/answers.yaml";
    List<String> steps =
        List.of("--step=password-policy", "--step=trail", "--step=s3-public-access-block");
    List<List<String>> day = new ArrayList<>();
    for (String command :
        List.of(
            "check --output json",
            "plan --answers " + answers,
            "apply --yes --answers " + answers,
            "check",
            "apply --yes --answers " + answers,
            "undo --yes")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.addAll(steps);
      words.addAll(List.of("--lang", language));
      day.add(words);
    }
    day.add(List.of("history", "--output", "json", "--lang", language));
    onMoto().same(day);
  }

  // --- The network ---

  @Test
  void certificates_and_proxies_are_taken_alike() throws Exception {
    Path work = Files.createDirectory(folder.resolve("authority"));
    try (PrivateAuthority aws = new PrivateAuthority(work);
        TestProxy proxy = new TestProxy(Optional.of("who:right"))) {
      String bundle = aws.bundle().toString();
      onMoto().with("AWS_ENDPOINT_URL", aws.url()).same("check");
      onMoto().with("AWS_ENDPOINT_URL", aws.url()).with("AWS_CA_BUNDLE", bundle).same("check");
      for (String password : List.of("right", "wrong")) {
        onMoto()
            .with("AWS_ENDPOINT_URL", aws.url())
            .with("AWS_CA_BUNDLE", bundle)
            .with("HTTPS_PROXY", "http://who:" + password + "@localhost:" + proxy.port())
            .same("check");
      }
    }
  }

  /** The classes that a JVM loads tell it of the plain edition: PracticeOfflineIT. */
  @ParameterizedTest
  @ValueSource(strings = {"check --practice", "apply --practice --yes --step password-policy"})
  void the_binary_opens_no_connection_on_the_practice_account(String command) throws Exception {
    Path calls = folder.resolve("calls");
    List<String> traced =
        new ArrayList<>(List.of("strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o"));
    traced.addAll(List.of(calls.toString(), Edition.binary().toString()));
    traced.addAll(List.of(command.split(" ")));
    traced.add("--state-dir=" + folder.resolve("state"));
    try {
      Process process =
          new ProcessBuilder(traced)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said").toFile())
              .start();
      assumeTrue(process.waitFor() <= 1, "strace may not trace here");
    } catch (IOException e) {
      assumeTrue(false, "no strace here");
    }
    assertTrue(Files.readString(folder.resolve("said")).contains("Password policy"));
    assertEquals(
        List.of(),
        Files.readAllLines(calls).stream().filter(call -> call.contains("INET")).toList());
  }
}
