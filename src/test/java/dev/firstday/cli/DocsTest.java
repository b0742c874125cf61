package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.cli.run.Exit;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every command of ours in the README and in docs/ does what it says, on a practice account. */
class DocsTest {
  /** The words of a command that starts the wizard itself. */
  private static final Set<String> WIZARD = Set.of("--practice", "--accessible", "--line");

  private static Set<Path> before;

  @TempDir private Path home;

  @BeforeAll
  static void what_lies_here() throws IOException {
    before = here();
  }

  @AfterAll
  static void nothing_is_left_here() throws IOException {
    assertEquals(before, here());
  }

  private static Set<Path> here() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("").toAbsolutePath())) {
      return files.collect(Collectors.toCollection(TreeSet::new));
    }
  }

  static List<String> commands() throws IOException {
    return DocumentedCommands.ofPages();
  }

  @Test
  void there_are_commands_in_the_documentation() throws IOException {
    assertTrue(commands().size() >= 15, commands().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void the_help_of_each_command_shows_an_example_that_can_be_run(String language)
      throws IOException {
    Trial firstday = new Trial(home);
    CommandLine root = Cli.commandLine(firstday.world(new StringWriter(), new StringWriter()));
    for (String name : root.getSubcommands().keySet()) {
      String help = firstday.run(name, "--help", "--lang", language).out();
      String example = DocumentedCommands.exampleLine(name, help);
      // A line that is broken can't be copied.
      assertTrue(help.contains(example + "\n\n") || help.endsWith(example + "\n"), help);
      each_does_what_it_says(DocumentedCommands.example(name, help));
    }
  }

  /** The command with files of the test, on a practice account. */
  private List<String> arguments(String command) {
    List<String> words = DocumentedCommands.arguments(command, home);
    if (!words.contains("--practice") && !words.contains("--accounts")) {
      words.add("--practice");
    }
    return words;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void each_does_what_it_says(String command) throws IOException {
    Trial firstday =
        new Trial(home)
            .pausing(
                time -> {
                  throw new InterruptedException();
                });
    List<String> words = arguments(command);
    if (words.contains("--plan")) {
      String plan = home.resolve("plan.json").toString();
      firstday.run("plan", "--practice", "--answers", "examples/answers.yaml", "--out", plan);
    }
    boolean script = words.contains("<");
    if (script) {
      firstday.piping(Files.readString(Path.of(words.removeLast())));
      words.removeLast();
    }
    Trial.Result result = firstday.run(words.toArray(String[]::new));
    assertFalse(result.err().contains("\tat "), result.err());
    if (WIZARD.containsAll(words)) {
      // Line by line, until its script or its input ends; WizardInTmuxIT has a terminal.
      assertEquals(script ? 0 : Exit.INTERRUPTED, result.code(), result.err());
      assertEquals(script, !firstday.writes().isEmpty());
    } else if (words.contains("--accounts")) {
      // Without credentials each account says so; ManyAccountsTest runs it against moto.
      assertTrue(List.of(2, 3).contains(result.code()), result.err());
      assertFalse(result.err().contains("unknown option"), result.err());
    } else if (words.contains("--watch")) {
      assertEquals(130, result.code(), result.err());
    } else {
      assertTrue(result.code() <= 1, result.code() + " " + result.err());
      if (!words.contains("apply") || words.contains("permissions")) {
        assertEquals(List.of(), firstday.writes());
      }
    }
  }
}
