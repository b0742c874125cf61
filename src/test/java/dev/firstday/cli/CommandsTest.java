package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.cli.commands.Firstday;
import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class CommandsTest {
  private final Trial firstday;

  CommandsTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --practice",
        "plan --practice --output json",
        "plan --practice --output aws-cli",
        "permissions check",
        "permissions apply --step budget",
        "steps",
        "doctor --practice"
      })
  void whatever_only_looks_never_writes(String command) {
    Trial.Result result = firstday.run(command.split(" "));
    assertTrue(result.code() <= 1, result.err());
    assertEquals(List.of(), firstday.writes());
    assertFalse(firstday.written("new"));
    assertFalse(result.out().isEmpty());
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("bogus", "unknown command or argument \"bogus\""),
        Arguments.of("check --practice --bogus", "unknown option --bogus"),
        Arguments.of("check --practice --bogus --lang ja", "不明なオプションです: --bogus"),
        Arguments.of("check --practice --step bogus", "--step bogus: expected one of root-mfa, "),
        Arguments.of("plan --practice --step bogus", "--step bogus: expected one of root-mfa, "),
        Arguments.of("apply --practice --yes --step bogus", "--step bogus: expected one of"),
        Arguments.of("permissions check --step bogus", "--step bogus: expected one of"),
        Arguments.of(
            "check --practice=bogus",
            "expected one of new, half-done, denied, throttled, offline, slow"),
        Arguments.of("check --practice --lang fr", "--lang fr: expected en or ja"),
        Arguments.of("check --practice --output xml", "xml"),
        Arguments.of("plan --practice --output xml", "expected one of text, json, aws-cli"),
        Arguments.of("permissions", "check|apply"),
        Arguments.of("permissions bogus", "bogus"),
        Arguments.of("check --practice --set amount", "--set amount: expected KEY=VALUE"),
        Arguments.of("check --practice --set x.y=1", "unknown key \"x.y\", expected one of email"),
        Arguments.of("check --practice --step", "--step"),
        Arguments.of("check", "--region ap-northeast-1"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_one_clear_message_and_exit_2(String command, String words) {
    Trial.Result result = firstday.run(command.split(" "));
    assertEquals(2, result.code(), result.all());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("firstday: "), result.err());
    assertTrue(result.err().contains(words), result.err());
    assertTrue(result.err().lines().count() <= 3, result.err());
    assertFalse(result.err().contains("\tat "), result.err());
    assertEquals(List.of(), firstday.writes());
  }

  @Test
  void one_frame_of_the_wizard_can_be_had_without_a_terminal() {
    Trial.Result result = firstday.run("--practice", "--smoke-render");
    assertEquals(0, result.code(), result.err());
    assertEquals(35, result.out().lines().count());
    assertTrue(result.out().contains("Root user has MFA"), result.out());
    assertTrue(result.out().contains("The root user has no MFA"), result.out());
    assertEquals(List.of(), firstday.writes());
    assertFalse(firstday.run("--help").out().contains("smoke"), "it is for those who package");
    Trial.Result japanese = firstday.run("--practice", "--smoke-render", "--lang", "ja");
    assertTrue(japanese.out().contains("ルートユーザーのMFA"), japanese.out());
  }

  @Test
  void practice_takes_no_command_and_no_option_for_its_scenario() {
    assertEquals(0, firstday.run("--practice", "steps").code());
    assertEquals(1, firstday.run("--practice", "check").code());
    assertEquals(1, firstday.run("check", "--practice", "--lang", "en").code());
  }

  @Test
  void without_credentials_the_exit_code_is_5_and_says_how_to_sign_in() {
    // Surefire takes every credential away; the endpoint is one that nobody listens on.
    Trial.Result check =
        firstday.run("check", "--region", "eu-west-1", "--endpoint-url", "http://127.0.0.1:9");
    assertEquals(5, check.code(), check.all());
    assertEquals("", check.out());
    assertTrue(check.err().contains("aws login"), check.err());
    assertEquals(1, check.err().lines().count(), check.err());
  }

  @Test
  void permissions_is_a_policy_of_what_the_steps_call() {
    JsonNode check = JsonOf.text(firstday.run("permissions", "check", "--step", "budget").out());
    assertEquals("2012-10-17", check.get("Version").textValue());
    Set<String> actions = new TreeSet<>();
    check.get("Statement").get(0).get("Action").forEach(action -> actions.add(action.asText()));
    assertTrue(actions.contains("budgets:ViewBudget"), actions.toString());
    assertFalse(actions.contains("budgets:ModifyBudget"), actions.toString());
    String apply = firstday.run("permissions", "apply", "--step", "budget").out();
    assertTrue(apply.contains("budgets:ModifyBudget"), apply);
    assertEquals(List.of(), firstday.calls());
  }

  @Test
  void permissions_prints_one_JSON_value_and_names_what_takes_an_administrators_trust() {
    Trial.Result all =
        firstday.run("permissions", "apply", "--set", "admin-group.user=mio", "--lang", "en");
    assertEquals(0, all.code(), all.all());
    JsonNode policies = JsonOf.text(all.out());
    assertTrue(policies.isArray(), all.out());
    policies.forEach(policy -> assertTrue(length(policy) <= 6144, policy.toString()));
    for (String statement :
        List.of("ServiceRolesOfFirstday", "GroupOfAdministrators", "AdministratorUser")) {
      assertTrue(all.out().contains("\"Sid\": \"" + statement + "\""), all.out());
      assertTrue(all.err().contains("Statement " + statement + ":"), all.err());
    }
    Trial.Result nobody = firstday.run("permissions", "apply", "--lang", "en");
    assertTrue(nobody.err().contains("--set admin-group.user=NAME"), nobody.err());
    assertFalse(nobody.out().contains("iam:CreateLoginProfile"), nobody.out());
    assertTrue(JsonOf.text(firstday.run("permissions", "check").out()).isObject());
  }

  private static int length(JsonNode policy) {
    return policy.toString().replaceAll("\\s", "").length();
  }

  @Test
  void permissions_go_to_a_file_for_each_policy_or_into_one_inline_policy(@TempDir Path folder)
      throws IOException {
    Path files = folder.resolve("new");
    Trial.Result written = firstday.run("permissions", "apply", "--out", files.toString());
    assertEquals(0, written.code(), written.all());
    assertEquals("", written.out());
    JsonNode printed = JsonOf.text(firstday.run("permissions", "apply").out());
    for (int i = 0; i < printed.size(); i++) {
      String text = Files.readString(files.resolve("firstday-apply-" + (i + 1) + ".json"));
      assertEquals(printed.get(i), JsonOf.text(text));
    }
    JsonNode inline = JsonOf.text(firstday.run("permissions", "apply", "--as", "inline").out());
    assertTrue(inline.isObject() && length(inline) <= 10240, inline.toString());
    Trial.Result one =
        firstday.run("permissions", "apply", "--step", "budget", "--out", files.toString());
    assertEquals(0, one.code(), one.all());
    assertTrue(Files.exists(files.resolve("firstday-apply.json")));
  }

  @Test
  void permissions_take_names_and_nothing_that_would_widen_them() {
    String apply =
        firstday
            .run("permissions", "apply", "--bucket", "logs-of-ours", "--recorder-role", "config")
            .out();
    assertTrue(apply.contains("\"arn:aws:s3:::logs-of-ours\""), apply);
    assertTrue(apply.contains("\"arn:aws:iam::*:role/config\""), apply);
    Trial.Result wide = firstday.run("permissions", "apply", "--bucket", "*");
    assertEquals(2, wide.code(), wide.all());
    assertEquals("", wide.out());
    assertTrue(wide.err().contains("* "), wide.err());
  }

  @Test
  void steps_are_listed_with_who_how_long_and_how_much() {
    Trial.Result steps = firstday.run("steps");
    assertEquals(0, steps.code());
    assertEquals(
        List.of(
            "root-mfa",
            "root-access-keys",
            "alternate-contacts",
            "security-questions",
            "contact-phone",
            "governing-law",
            "budget",
            "budget-report",
            "cost-anomaly",
            "trail",
            "monitoring",
            "health-events",
            "config-recorder",
            "config-rules",
            "guardduty",
            "account-alias",
            "password-policy",
            "admin-group",
            "user-mfa",
            "billing-access",
            "seal-root",
            "secrets",
            "service-logs",
            "backups",
            "deletion-protection",
            "s3-public-access-block",
            "ebs-encryption",
            "imdsv2",
            "access-analyzer"),
        steps
            .out()
            .lines()
            .filter(line -> !line.startsWith(" "))
            .map(line -> line.split(" ")[0])
            .toList());
    assertEquals(List.of(), firstday.calls());
    Columns.atMost(79, steps.out());
    Columns.atMost(79, firstday.run("steps", "--lang", "ja").out());
  }

  @Test
  void doctor_looks_at_the_machine_and_the_account() {
    Trial.Result doctor = firstday.with("TERM", "xterm-256color").run("doctor", "--practice");
    assertEquals(0, doctor.code());
    assertEquals("", doctor.err());
    assertTrue(doctor.out().contains("[!] Terminal: none here (TERM=xterm-256color). "));
    assertTrue(doctor.out().contains("[x] State folder: " + firstday.state("new")));
    assertTrue(
        doctor.out().contains("[x] Credentials: PRACTICE account 123456789012"), doctor.out());
  }

  @Test
  void doctor_tells_what_is_wrong_instead_of_failing() {
    Trial.Result offline = firstday.run("doctor", "--practice=offline");
    assertEquals(0, offline.code());
    assertTrue(offline.out().contains("[!] Credentials: AWS could not be reached"), offline.out());
    Trial.Result nowhere = firstday.run("doctor", "--endpoint-url", "http://127.0.0.1:9");
    assertEquals(0, nowhere.code());
    assertTrue(nowhere.out().contains("[!] Home Region: No Region is chosen"), nowhere.out());
  }

  @Test
  void version_is_one_line() {
    assertEquals("firstday " + Version.number(), firstday.run("--version").out().strip());
    assertTrue(Version.number().matches("\\d+\\.\\d+\\.\\d+.*"), Version.number());
  }

  static Stream<Arguments> helps() {
    return Stream.of("", "check", "plan", "apply", "permissions", "steps", "doctor")
        .flatMap(command -> Stream.of(Arguments.of(command, "en"), Arguments.of(command, "ja")));
  }

  @ParameterizedTest
  @MethodSource("helps")
  void help_fits_and_has_an_example(String command, String language) {
    String[] words =
        Stream.of(command, "--help", "--lang", language)
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new);
    Trial.Result help = firstday.run(words);
    assertEquals(0, help.code(), help.err());
    assertEquals("", help.err());
    Columns.atMost(79, help.out());
    assertTrue(help.out().contains(language.equals("ja") ? "例:" : "Example"), help.out());
    assertTrue(help.out().contains("firstday " + (command.isEmpty() ? "check" : command)));
    assertTrue(help.out().contains("--practice"), help.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void help_of_the_program_fits_a_small_terminal_and_leads_to_the_rest(String language) {
    String brief = firstday.run("--help", "--lang", language).out();
    assertTrue(brief.lines().count() <= 24, brief);
    String whole = firstday.run("--help-all", "--lang", language).out();
    CommandLine root =
        Cli.commandLine(firstday.world(new StringWriter(), new StringWriter()), "--help");
    for (CommandLine command : root.getSubcommands().values()) {
      String name = command.getCommandName();
      boolean hidden = command.getCommandSpec().usageMessage().hidden();
      assertTrue(hidden || brief.contains(name), name);
      assertTrue(hidden || whole.contains("\n  " + name), name);
    }
    for (OptionSpec option : root.getCommandSpec().options()) {
      assertTrue(option.hidden() || whole.contains(option.longestName()), option.longestName());
    }
    assertTrue(brief.contains("--help-all"), brief);
    assertTrue(brief.contains("130"), "the exit codes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "check", "permissions", "help"})
  void help_is_a_command_too(String command) {
    for (String language : List.of("en", "ja")) {
      String[] help = words("help", command, "--lang", language);
      Trial.Result result = firstday.run(help);
      assertEquals(0, result.code(), result.err());
      assertEquals("", result.err());
      assertEquals(firstday.run(words(command, "--help", "--lang", language)).out(), result.out());
    }
  }

  private static String[] words(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).toArray(String[]::new);
  }

  @Test
  void help_for_a_mistyped_command_is_answered_with_the_right_one() {
    Trial.Result result = firstday.run("help", "plna");
    assertEquals(2, result.code(), result.all());
    assertEquals("", result.out());
    assertTrue(result.err().contains("\"plna\""), result.err());
    assertTrue(result.err().contains("firstday plan"), result.err());
  }

  @Test
  void a_mistyped_command_is_answered_with_the_right_one() {
    Trial.Result result = firstday.run("plna");
    assertEquals(2, result.code());
    assertTrue(result.err().contains("plan"), result.err());
  }

  @Test
  void help_follows_the_environment() {
    firstday.with("LANG", "ja_JP.UTF-8");
    assertTrue(firstday.run("check", "--help").out().contains("例:"));
    assertTrue(firstday.run("check", "--help", "--lang=en").out().contains("Example:"));
  }

  @Test
  void every_option_is_described_in_both_languages() throws IOException {
    PropertyResourceBundle english = help("en");
    PropertyResourceBundle japanese = help("ja");
    assertEquals(english.keySet(), japanese.keySet());
    for (PropertyResourceBundle texts : List.of(english, japanese)) {
      for (CommandSpec spec : specs(texts)) {
        for (ArgSpec argument : spec.args()) {
          if (!argument.hidden()) {
            String text = String.join("", argument.description());
            assertFalse(text.isBlank(), argument::paramLabel);
          }
        }
        String name = spec.qualifiedName(".");
        assertTrue(texts.containsKey(name + ".usage.header"), name);
        assertTrue(texts.containsKey(name + ".usage.footer"), name);
      }
    }
  }

  private List<CommandSpec> specs(PropertyResourceBundle texts) {
    CommandLine root =
        new CommandLine(new Firstday(firstday.world(new StringWriter(), new StringWriter())));
    root.setResourceBundle(texts);
    return Stream.concat(
            Stream.of(root.getCommandSpec()),
            root.getSubcommands().values().stream().map(CommandLine::getCommandSpec))
        .toList();
  }

  private static PropertyResourceBundle help(String language) throws IOException {
    try (InputStream file = Main.class.getResourceAsStream("help_" + language + ".properties")) {
      return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
  }

  @Test
  void a_fault_of_ours_is_one_line_and_a_log() throws IOException {
    firstday.failing(
        (service, operation, region) -> {
          throw new IllegalStateException("the coffee is out");
        });
    Trial.Result check = firstday.run("check", "--practice");
    Path log = firstday.home.resolve(".local/state/firstday/fault.log");
    assertEquals(70, check.code());
    assertEquals("", check.out());
    assertEquals(1, check.err().lines().count(), check.err());
    assertTrue(check.err().contains(log.toString()), check.err());
    assertFalse(check.err().contains("\tat "), check.err());
    assertTrue(Files.readString(log).contains("the coffee is out"));
    assertTrue(Files.readString(log).contains("    at dev.firstday."));
  }

  @Test
  void a_fault_in_a_look_costs_its_step_alone_and_is_logged_in_the_chosen_folder()
      throws IOException {
    firstday.failing(
        (service, operation, region) -> {
          if (operation.equals("GetAccountPasswordPolicy")) {
            throw new IllegalStateException("the coffee is out");
          }
        });
    Path state = firstday.home.resolve("elsewhere");
    Trial.Result check = firstday.run("check", "--practice", "--state-dir", state.toString());
    assertEquals(Exit.UNSEEN, check.code());
    String said = check.out().replaceAll("\\s+", "");
    assertTrue(said.contains(state.resolve("fault.log").toString()), check.out());
    assertTrue(said.contains("FD-BUG-001"), check.out());
    String log = Files.readString(state.resolve("fault.log"));
    assertTrue(log.contains("password-policy"), log);
    assertTrue(log.contains("the coffee is out"), log);
    assertTrue(check.out().contains("(root-mfa)") || check.out().contains("MFA"), check.out());
  }
}
