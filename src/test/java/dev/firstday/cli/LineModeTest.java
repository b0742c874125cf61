package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.cli.run.Version;
import dev.firstday.terminal.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The wizard line by line, driven by a script of answers. */
class LineModeTest {
  private static final Path FOLDER = Path.of("src/test/resources/line");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @TempDir Path home;
  private Trial firstday;

  @BeforeEach
  void a_home() {
    firstday = new Trial(home);
  }

  private Trial.Result talk(String script, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--practice";
    arguments[1] = "--accessible";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return firstday.piping(script).run(arguments);
  }

  private static String script() throws IOException {
    return Files.readString(Path.of("examples/first-day.txt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void a_script_of_answers_completes_a_first_day(String language) throws IOException {
    Trial.Result run = talk(script(), "--lang", language);
    assertEquals(0, run.code(), run.all());
    assertEquals("", run.err());
    assertTrue(firstday.writes().contains("UpdateAccountPasswordPolicy"), () -> run.out());
    String transcript =
        run.out()
            .replaceAll(UUID, "00000000-0000-0000-0000-000000000000")
            .replaceAll("(Plan|計画) [0-9a-f]{8}", "$1 00000000")
            .replace("\r\n", "\n")
            .replace(Version.number(), "VERSION");
    Path golden = FOLDER.resolve("first-day." + language + ".golden.txt");
    if (UPDATE) {
      Files.writeString(golden, transcript);
    }
    assertEquals(Files.readString(golden), transcript);
  }

  /** Past the questions, to the step of the budget, which may not be looked at. */
  @Test
  void the_page_of_a_step_with_a_problem_names_the_log() {
    String script = "y\n1\n1\n" + "\n".repeat(8) + "3\n4\n7\nq\n";
    String denied =
        firstday.piping(script).run("--practice=denied", "--accessible", "--lang", "en").out();
    assertTrue(denied.contains("You are not allowed to call budgets:ViewBudget"), denied);
    // The path may be longer than a line.
    String whole = denied.replace("\n", "");
    assertTrue(whole.contains(firstday.state("denied").resolve("logs").toString()), denied);
    String fine = talk(script).out();
    assertFalse(fine.contains("/logs/"), fine);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void a_transcript_is_plain_lines_that_fit(String language) throws IOException {
    String transcript = talk(script(), "--lang", language).out();
    assertTrue(transcript.lines().count() > 200, transcript);
    transcript
        .chars()
        .filter(c -> c < ' ' && c != '\n' || c == 0x7f || c >= 0x80 && c < 0xa0)
        .forEach(c -> assertEquals("none", "control character " + c));
    // A link is of use in one piece only, and has its line for itself.
    assertEquals(
        List.of(),
        transcript
            .lines()
            .filter(line -> Width.of(line) > 79 && !line.matches("https://\\S+"))
            .toList());
  }

  @Test
  void nothing_is_written_before_the_right_four_digits() throws IOException {
    String before = script().substring(0, script().indexOf("９０１２"));
    Trial.Result run = talk(before);
    assertEquals(130, run.code());
    assertEquals(List.of(), firstday.writes());
    assertTrue(run.out().contains("Nothing was applied."), run.out());
  }

  @Test
  void the_end_of_the_input_stops_it_with_every_answer_kept() throws IOException {
    Trial.Result run = talk("y\n1\n\nalerts@example.com\n");
    assertEquals(130, run.code());
    assertTrue(run.out().contains("Stopped. Everything you answered is kept."), run.out());
    assertFalse(run.out().contains("Exception"), run.out());
    Trial.Result again = talk("y\n\n\n");
    assertTrue(again.out().contains("Now: alerts@example.com"), again.out());
    assertTrue(again.out().contains("Number, default 1: \n"), again.out());
  }

  @Test
  void it_stops_at_once_where_nobody_says_anything() {
    Trial.Result run = talk("");
    assertEquals(130, run.code());
    assertEquals(List.of(), firstday.writes());
  }

  @Test
  void where_AWS_is_not_reached_it_names_the_network_and_no_way_to_sign_in() {
    Trial.Result run = firstday.piping("2\n").run("--accessible", "--practice=offline");
    assertEquals(5, run.code(), run.all());
    assertFalse(run.out().contains("\naws login\n"), run.out());
    assertTrue(run.out().contains("Error. AWS could not be reached"), run.out());
    assertTrue(run.out().contains("DNS"), run.out());
  }

  @Test
  void a_pipe_is_talked_with_without_being_asked() {
    Trial.Result run = firstday.piping("n\n").run("--practice");
    assertEquals(0, run.code(), run.all());
    assertTrue(run.out().startsWith("firstday "), run.out());
  }

  @Test
  void a_dumb_terminal_is_talked_with_in_lines() {
    firstday.with("TERM", "dumb");
    // The first run asks how to speak: the language, and whether to stay with lines.
    Trial.Result run = firstday.typing("2\nはい\n\nいいえ\n").run("--practice");
    assertEquals(0, run.code(), run.all());
    assertTrue(run.out().contains("日本語"), run.out());
    assertFalse(run.out().contains("\u001b"), run.out());
    Trial.Result again = firstday.typing("\nいいえ\n").run("--practice");
    assertTrue(again.out().contains("設定するのは"), again.out());
  }

  @Test
  void where_only_English_can_be_shown_no_language_is_offered_and_what_was_wanted_is_kept()
      throws IOException {
    firstday.with("LC_ALL", "C").with("TERM", "dumb");
    Trial.Result first = firstday.typing("y\nq\n").run("--practice", "--lang", "ja");
    assertFalse(first.out().contains("Which language"), first.out());
    assertTrue(first.out().contains("Speak in lines like this"), first.out());
    assertTrue(first.err().contains("Only English here"), first.err());
    String look = Files.readString(home.resolve(".local/state/firstday/look.json"));
    assertTrue(look.contains("\"ja\""), look);

    Trial.Result run = talk("y\n\n\n\n\n\n\n\n\n\n\nl\n7\nq\n", "--set", "email=a@example.com");
    assertEquals(0, run.code(), run.all());
    assertTrue(run.out().contains("Only English here"), run.out());
    assertTrue(run.all().chars().allMatch(c -> c < 0x80), run.all());
  }

  @Test
  void in_ci_nobody_is_asked_anything() {
    firstday.with("CI", "true");
    Trial.Result run = firstday.piping("y\n").run("--practice");
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("firstday check"), run.err());
  }

  @Test
  void the_language_can_be_changed_at_any_question() {
    Trial.Result run = talk("n\n", "--lang", "en");
    assertTrue(run.out().contains("Is this the account"), run.out());
    Trial.Result other =
        talk("y\n\n\n\n\n\n\n\n\n\n\nl\nq\n", "--lang", "en", "--set", "email=a@example.com");
    assertEquals(0, other.code(), other.out());
    assertTrue(other.out().contains("次の操作を選んでください。"), other.out());
  }

  @Test
  void what_is_hidden_is_hidden_from_then_on() {
    Trial.Result run = talk("y\n\n\n\n\n\n\n\n\n\n\nx\n6\nq\n");
    assertEquals(0, run.code(), run.out());
    String hidden = run.out().substring(run.out().indexOf("are hidden"));
    assertFalse(hidden.contains("123456789012"), hidden);
    assertTrue(hidden.contains("************"), hidden);
  }

  @Test
  void a_question_can_be_explained_gone_back_from_and_quit() {
    Trial.Result run = talk("y\n1\n\nｈ\na@example.com\nhome\nｂ\n戻る\nb@example.com\nq\n");
    assertEquals(0, run.code(), run.out());
    assertTrue(
        run.out()
            .contains("Answer: ｈ\nAn e-mail address, such as alerts@example.com.\nEnter keeps"),
        run.out());
    assertTrue(run.out().contains("Now: a@example.com\nAnswer: b@example.com\n"), run.out());
    assertFalse(run.out().contains("Stopped."), run.out());
    assertTrue(talk("y\n\n\n").out().contains("Now: b@example.com"));
  }

  @Test
  void on_coming_back_it_is_said_what_others_have_changed() {
    talk("y\n\n\n\n\n\n\n\n\n\n\nq\n");
    firstday.run("apply", "--practice", "--step", "password-policy", "--yes");
    Trial.Result run = talk("q\n");
    assertTrue(run.out().contains("Since 2026-11-22 "), run.out());
    assertTrue(run.out().contains("\ndone 17\n"), run.out());
  }

  @Test
  void a_report_is_written_where_it_was_wanted() throws IOException {
    Path file = home.resolve("report.md");
    Trial.Result run = talk("y\n\n\n\n\n\n\n\n\n\n\n9\n" + file + "\nq\n");
    assertEquals(0, run.code(), run.out());
    assertTrue(Files.readString(file).contains("123456789012"));
  }

  @Test
  void what_was_done_is_told_and_taken_back_after_the_four_digits() throws IOException {
    String first = script().substring(0, script().indexOf("９０１２")) + "9012\nq\n";
    assertEquals(0, talk(first).code());
    Trial.Result run = talk("6\n1\n1\n1111\n9012\nq\n");
    assertEquals(0, run.code(), run.out());
    assertTrue(run.out().contains("Password policy"), run.out());
    assertTrue(firstday.writes().contains("DeleteAccountPasswordPolicy"), run.out());
    Trial.Result wrong = talk("6\n2\n17\n1\n1111\n");
    assertEquals(130, wrong.code());
    assertEquals(List.of(), firstday.writes());
  }

  /** To the step of the contacts, of which the first look can't see one, and to its plan. */
  private Trial.Result planOfContactsPartlyUnseen(String then, String language) {
    AtomicInteger looks = new AtomicInteger();
    firstday.failing(
        (service, operation, region) -> {
          if (operation.equals("GetAlternateContact") && looks.incrementAndGet() == 1) {
            throw AwsServiceException.builder().statusCode(403).build();
          }
        });
    String script = "y\n" + "\n".repeat(10) + "4\ncontacts\n3\n1\n" + then;
    return firstday.piping(script).answered("--practice", "--accessible", "--lang", language);
  }

  @ParameterizedTest
  @CsvSource({"en,Can't check: step 3,2 to create", "ja,確認不可: 項目 3,作成 2、"})
  void what_could_not_be_seen_is_named_before_the_changes_of_a_plan(
      String language, String unseen, String counts) {
    String out = planOfContactsPartlyUnseen("q\n", language).out();
    int named = out.indexOf(unseen);
    assertTrue(named > 0, out);
    assertTrue(named < out.indexOf(counts, named), out);
  }

  @ParameterizedTest
  @CsvSource({
    "en,could not be seen before is seen now,A new plan: a part,no longer as it was",
    "ja,前回確認できなかった部分を今回は確認できました,新しい計画です。,状態が変わって"
  })
  void what_is_seen_only_now_is_a_new_plan_with_that_reason(
      String language, String reason, String anew, String moved) {
    Trial.Result run = planOfContactsPartlyUnseen("1\n9012\n2\n1\n9012\nq\n", language);
    assertEquals(0, run.code(), run.all());
    String out = run.out().replace("\n", language.equals("ja") ? "" : " ");
    int first = out.indexOf(reason);
    int second = out.indexOf(anew, first);
    assertTrue(first > 0 && second > first, out);
    assertFalse(out.contains(moved), out);
    assertEquals(
        List.of("PutAlternateContact", "PutAlternateContact", "PutAlternateContact"),
        firstday.writes());
  }
}
