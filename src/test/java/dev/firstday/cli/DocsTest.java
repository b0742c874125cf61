package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of ours in the README and in docs/ does what it says, on a practice account. */
class DocsTest {
  private static final List<Path> PAGES =
      List.of(Path.of("README.md"), Path.of("docs/automation.md"));
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:sh|yaml|crontab)\\n(.*?)^```$");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:^|dist/|run: |\\$\\(|<\\()(firstday(?: [^#|)>&\\n]*[^#|)>&\\n ])?)",
          Pattern.MULTILINE);

  @TempDir private Path home;

  static Stream<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : PAGES) {
      for (MatchResult block : BLOCK.matcher(Files.readString(page)).results().toList()) {
        COMMAND
            .matcher(block.group(1))
            .results()
            .map(command -> command.group(1).replaceAll(" 2$", "").strip())
            .forEach(commands::add);
      }
    }
    return commands.stream().distinct();
  }

  @Test
  void there_are_commands_in_the_documentation() throws IOException {
    assertTrue(commands().count() >= 15, commands().toList().toString());
  }

  /** The command with files of the test, on a practice account. */
  private List<String> arguments(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" +")));
    words.removeFirst();
    words.replaceAll(
        word ->
            switch (word) {
              case "answers.yaml", "examples/answers.yaml" -> "examples/answers.yaml";
              case "accounts.yaml" -> "examples/accounts.yaml";
              default ->
                  word.matches("[a-z]+\\.(json|html|xml)") ? home.resolve(word).toString() : word;
            });
    if (!words.contains("--practice") && !words.contains("--accounts")) {
      words.add("--practice");
    }
    return words;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void each_does_what_it_says(String command) {
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
    Trial.Result result = firstday.run(words.toArray(String[]::new));
    assertFalse(result.err().contains("\tat "), result.err());
    if (words.equals(List.of("--practice"))) {
      // The wizard itself: here it goes line by line, and its input ends at once.
      assertEquals(130, result.code(), result.err());
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
