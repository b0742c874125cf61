package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.ForeignAccount;
import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.StackTraces;
import dev.firstday.text.Foreign;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Every output, where every name and every message of AWS's, and of every file, is hostile. */
@Timeout(60)
class OutputWalkTest {
  /** The hostile text as YAML and JSON can hold it. */
  private static final String ESCAPED =
      "\\u001b]0;OWNED\\u0007\\u001b]52;c;aGk=\\u0007\\u009b31m\\r\\nFORGED\\u202e\\u2066\\u2028\\u0001";

  private static final String PRACTICE = "--practice=half-done";

  private final Path home;
  private final Trial firstday;

  OutputWalkTest(@TempDir Path home) {
    this.home = home;
    firstday = new Trial(home).answering(ForeignAccount::foreign);
  }

  private Trial.Result run(String language, String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--lang=" + language);
    Trial.Result result = firstday.answered(line.toArray(String[]::new));
    Foreign.assertPrintable(result.out());
    Foreign.assertPrintable(result.err());
    assertTrue(result.code() != Exit.FAULT, result.err());
    return result;
  }

  /** It is there, and can be told from what it would have done. */
  private static void shown(String text) {
    assertTrue(text.contains("\\u001b]0;OWNED\\u0007"), text);
  }

  /** The same where nothing is hostile yet: what was written there is as it should be at once. */
  private void honest(String... words) {
    firstday.answering(UnaryOperator.identity()).answered(words);
    firstday.answering(ForeignAccount::foreign);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void what_an_account_is_told_to_be_called_is_text_to_read(String language) throws Exception {
    shown(run(language, "check", PRACTICE).out());
    run(language, "plan", PRACTICE);
    run(language, "doctor", PRACTICE);
    String markdown = run(language, "report", PRACTICE, "--format", "md").out();
    assertTrue(markdown.contains("\\\\u001b\\]0;OWNED\\\\u0007"), markdown);
    assertFalse(markdown.contains("\"><img"), markdown);
    String html = run(language, "report", PRACTICE, "--format", "html").out();
    shown(html);
    assertFalse(html.contains("<img"), html);
    assertFalse(html.contains("</script>\">"), html);
    try (Stream<Path> logs = Files.walk(home)) {
      for (Path log : logs.filter(file -> file.getParent().endsWith("logs")).toList()) {
        Foreign.assertPrintable(Files.readString(log));
      }
    }
  }

  @Test
  void what_an_account_is_told_to_be_called_is_a_value_of_data() throws Exception {
    JsonOf.text(run("en", "check", PRACTICE, "--output", "json").out());
    JsonOf.text(run("en", "check", PRACTICE, "--output", "ocsf").out());
    String xml = run("en", "check", PRACTICE, "--output", "junit").out();
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
    JsonOf.text(run("en", "plan", PRACTICE, "--output", "json").out());
    shellReads(run("en", "plan", PRACTICE, "--output", "aws-cli").out());
    JsonOf.text(run("en", "report", PRACTICE, "--format", "json").out());
    run("en", "export", "cloudformation", PRACTICE);
    JsonOf.text(run("en", "permissions", "check", PRACTICE).out());
    run("en", "completion", "bash", PRACTICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void what_is_written_told_and_taken_back_controls_nothing(String language) {
    honest("apply", "--practice", "--yes", "--step", "budget", "--step", "password-policy");
    run(language, "history", "--practice");
    JsonOf.text(run(language, "history", "--practice", "--output", "json").out());
    run(language, "undo", "--practice", "--yes");
    run(language, "apply", "--practice=denied", "--yes", "--step", "password-policy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void line_mode_says_it_as_text(String language) {
    firstday.piping("1\n1\n\nb\n2\n\n\nb\n3\n\nb\nq\n");
    Trial.Result talk = firstday.run("--practice=half-done", "--accessible", "--lang", language);
    Foreign.assertPrintable(talk.all());
    assertTrue(talk.out().contains("OWNED"), talk.out());
  }

  private static void shellReads(String script) throws Exception {
    Path file = Files.createTempFile("plan", ".sh");
    try {
      Files.writeString(file, script);
      Process sh = new ProcessBuilder("/bin/sh", "-n", file.toString()).start();
      assertEquals(0, sh.waitFor(), script);
    } finally {
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void what_is_wrong_with_a_file_is_told_as_text(String language) throws IOException {
    String hostile = "\"" + ESCAPED + "\"";
    Path answers = firstday.file("answers.yaml", hostile + ": " + hostile + "\nemail: " + hostile);
    assertEquals(2, run(language, "check", "--practice", "--answers", answers + "").code());
    Path accounts = firstday.file("accounts.yaml", "accounts:\n  - {role: " + hostile + "}\n");
    assertEquals(2, run(language, "check", "--accounts", accounts + "").code());
    Path steps = firstday.file("steps.yaml", hostile + ": " + hostile + "\n");
    assertEquals(2, run(language, "check", "--practice", "--steps", steps + "").code());
    Path plan = firstday.file("plan.json", "{\"account\": " + hostile + ", \"plan\": 1}");
    assertTrue(run(language, "apply", "--practice", "--yes", "--plan", plan + "").code() > 1);
    assertEquals(2, run(language, "check", "--practice", "--step", Foreign.TEXT).code());
    assertEquals(2, run(language, "check", "--practice", "--" + Foreign.TEXT).code());
    assertEquals(2, run(language, "check", "--practice=" + Foreign.TEXT).code());
    run(language, "check", "--practice", "--answers", home.resolve("\033[2J").toString());
  }

  @Test
  void titles_of_a_steps_file_and_what_the_state_folder_holds_are_text() throws IOException {
    String builtIn = Files.readString(Path.of("wizard-steps.yaml"));
    int title = builtIn.indexOf("title:", builtIn.indexOf("id: password-policy"));
    String changed =
        builtIn.substring(0, title)
            + builtIn.substring(title).replaceFirst("\\bPassword policy\\b", "PLACE");
    Path steps =
        firstday.file(
            "steps.yaml",
            changed.replaceFirst(
                "en: PLACE",
                "en: \"" + ESCAPED.replace("\\", "\\\\").replace("\\\\", "\\") + "\""));
    assertTrue(run("en", "steps", "--steps", steps.toString()).all().contains("OWNED"));
    assertTrue(
        run("en", "check", "--practice", "--steps", steps.toString()).all().contains("OWNED"));
    honest("apply", "--practice", "--yes", "--step", "password-policy");
    Path journal = firstday.state("new").resolve("journal.jsonl");
    Files.writeString(
        journal,
        Files.readString(journal)
            .replace("\"operation\":\"", "\"operation\":\"" + ESCAPED)
            .replace("\"requestId\":\"", "\"requestId\":\"" + ESCAPED));
    Path notes = firstday.state("new").resolve("notes.json");
    if (Files.exists(notes)) {
      Files.writeString(notes, Files.readString(notes).replace(":\"", ":\"" + ESCAPED));
    }
    run("en", "history", "--practice");
    run("en", "undo", "--practice", "--yes");
    run("en", "report", "--practice");
    run("en", "check", "--practice");
  }

  @Test
  void the_trace_of_a_fault_is_text() {
    // A message may have lines of its own.
    String message = Foreign.TEXT.replace("\n", " ");
    String trace = StackTraces.printable(new IllegalStateException(message));
    Foreign.assertPrintable(trace);
    assertTrue(trace.contains("\n    at "), trace);
  }
}
