package dev.firstday.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.cli.Trial;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command that starts firstday again for the same account. */
class InvocationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "firstday",
        "firstday --practice",
        "firstday --practice=half-done",
        "firstday --profile clientb --region eu-west-1 --answers a.yaml --preset thorough",
        "firstday --set email=a@example.com --set budget.amount=5 --state-dir /s --lang ja",
      })
  void it_repeats_what_chooses_the_account_and_the_answers(String line) {
    assertEquals(line, new Invocation(options(line.split(" "))).command());
  }

  @Test
  void a_word_that_a_shell_would_break_is_quoted_and_standard_input_is_not_read_twice() {
    Options options = options("", "--set", "alternate-contacts.name=Aoi O'Neil", "--answers", "-");
    assertEquals(
        "firstday check --set 'alternate-contacts.name=Aoi O'\\''Neil'",
        new Invocation(options).command("check"));
  }

  @Test
  void the_wizard_names_it_at_its_end(@TempDir Path home) {
    String said =
        new Trial(home)
            .typing("1\nn\nq\nq\n")
            .run("--accessible", "--practice=half-done", "--preset", "thorough", "--lang", "en")
            .out();
    assertTrue(
        said.contains("Go on with: firstday --accessible --practice=half-done --preset thorough\n"),
        said);
  }

  /** As picocli reads them; the first word is the program. */
  private static Options options(String... words) {
    Options options = new Options();
    String[] given = Arrays.copyOfRange(words, 1, words.length);
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("options", mixin(options)))
        .parseArgs(given);
    return options;
  }

  private static CommandLine.Model.CommandSpec mixin(Options options) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(options);
  }
}
