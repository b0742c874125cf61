package dev.firstday.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Writes;
import dev.firstday.catalog.Note;
import dev.firstday.cli.AwsCli;
import dev.firstday.engine.plan.Ask;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.WaitFor;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanScriptIT {
  private static final String ACCOUNT = "123456789012";

  /** Writes down its arguments, and answers as told by files that lie beside it. */
  private static final String FAKE_AWS =
      """
      #!/bin/sh
      here=$(dirname "$0")
      n=$(cat "$here/count")
      echo $((n + 1)) > "$here/count"
      for argument in "$@"; do printf '%s\\0' "$argument"; done > "$here/call-$n"
      [ -e "$here/answer-$n" ] && cat "$here/answer-$n"
      if [ -e "$here/fail-$n" ]; then cat "$here/fail-$n" >&2; exit 254; fi
      exit 0
      """;

  private final Path folder;

  PlanScriptIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs sh");
    Files.writeString(folder.resolve("aws"), FAKE_AWS);
    Files.setPosixFilePermissions(
        folder.resolve("aws"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("count"), "0");
    answer(0, ACCOUNT + "\n");
  }

  private void answer(int call, String text) throws IOException {
    Files.writeString(folder.resolve("answer-" + call), text);
  }

  private static Change change(String id, String operation, Map<String, Object> request) {
    return new Change(
        id,
        Effect.CREATE,
        "ce",
        operation,
        "ap-northeast-1",
        request,
        Note.of("why"),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static String script(Change... changes) {
    Map<String, List<Change>> steps = new LinkedHashMap<>();
    steps.put("step", List.of(changes));
    return PlanScript.of(Plan.of(ACCOUNT, steps));
  }

  /** Runs a script with the fake {@code aws} and returns its exit code. */
  private int run(String script) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("plan.sh"), script);
    ProcessBuilder sh = new ProcessBuilder("/bin/sh", folder.resolve("plan.sh").toString());
    sh.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
    sh.redirectErrorStream(true);
    sh.redirectOutput(folder.resolve("output").toFile());
    return sh.start().waitFor();
  }

  private List<String> call(int number) throws IOException {
    String arguments = Files.readString(folder.resolve("call-" + number), StandardCharsets.UTF_8);
    return Arrays.asList(arguments.split("\0"));
  }

  private int calls() throws IOException {
    return Integer.parseInt(Files.readString(folder.resolve("count")).strip());
  }

  /** The request of a call. */
  private Map<String, Object> request(int number) throws IOException {
    List<String> call = call(number);
    return new ObjectMapper()
        .readValue(
            call.get(call.indexOf("--cli-input-json") + 1),
            new TypeReference<Map<String, Object>>() {});
  }

  @Test
  void every_text_arrives_as_it_is() throws Exception {
    Map<String, Object> odd = new LinkedHashMap<>();
    List<String> texts =
        List.of(
            "O'Neil",
            "''",
            "'; rm -rf /; '",
            "$HOME",
            "`id`",
            "$(id)",
            "\\",
            "\\n",
            "\"",
            "\"'\"'",
            "a\nb",
            "\t",
            "!",
            "*",
            "~",
            "%s",
            "予算",
            "😀",
            "",
            " ",
            "&|;<>()",
            "file://x",
            "VALUE_1",
            "END");
    for (String text : texts) {
      odd.put("k" + odd.size() + text.replaceAll("[^a-zA-Z']", ""), text);
    }
    odd.put("list", texts);
    odd.put("number", 80.0);
    odd.put("flag", true);
    assertEquals(0, run(script(change("odd", "CreateAnomalyMonitor", odd))));
    assertEquals(odd, request(1));
    assertEquals(
        List.of("ce", "create-anomaly-monitor", "--region", "ap-northeast-1", "--cli-input-json"),
        call(1).subList(0, 5));
  }

  @Test
  void values_of_earlier_answers_go_through_variables() throws Exception {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("First", Map.of("$ref", "monitor#/MonitorArn"));
    request.put("Nested", Map.of("Arns", List.of(Map.of("$ref", "monitor#/Items/0/Arn"), "it's")));
    String script =
        script(
            change("monitor", "CreateAnomalyMonitor", Map.of("Name", "m")),
            change("subscription", "CreateAnomalySubscription", request));
    answer(1, "arn:aws:ce::1:monitor/a'b\tarn:two\n");
    assertEquals(0, run(script), () -> script);
    assertEquals(
        List.of("--query", "[MonitorArn, Items[0].Arn]", "--output", "text"),
        call(1).subList(call(1).indexOf("--query"), call(1).size()));
    assertEquals(
        Map.of(
            "First",
            "arn:aws:ce::1:monitor/a'b",
            "Nested",
            Map.of("Arns", List.of("arn:two", "it's"))),
        request(2));
  }

  @Test
  void the_credentials_of_another_account_write_nothing() throws Exception {
    answer(0, "999999999999\n");
    assertEquals(1, run(script(change("a", "CreateAnomalyMonitor", Map.of()))));
    assertEquals(1, calls());
    assertTrue(
        Files.readString(folder.resolve("output"))
            .contains("these are credentials of account 999999999999, not " + ACCOUNT));
  }

  private static Change waiting(String id, String... codes) {
    Change plain = change(id, "CreateAnomalyMonitor", Map.of("Name", id));
    return new Change(
        plain.id(),
        plain.effect(),
        plain.service(),
        plain.operation(),
        plain.region(),
        plain.request(),
        plain.why(),
        plain.shows(),
        plain.undo(),
        Optional.of(new WaitFor(Set.of(codes), Duration.ofSeconds(30))));
  }

  private void fail(int call, String code) throws IOException {
    Files.writeString(
        folder.resolve("fail-" + call), "An error occurred (" + code + ") when calling: no");
  }

  @Test
  void what_is_not_ready_yet_is_tried_again_and_its_answer_used() throws Exception {
    fail(1, "NotYet");
    answer(2, "arn:1\n");
    Change next = change("next", "CreateAnomalySubscription", Map.of("Arn", reference("a")));
    assertEquals(0, run(script(waiting("a", "NotYet", "NorThis"), next)));
    assertEquals(call(1), call(2));
    assertEquals(Map.of("Arn", "arn:1"), request(3));
    assertEquals(4, calls());
  }

  private static Map<String, Object> reference(String id) {
    return Map.of("$ref", id + "#/MonitorArn");
  }

  @Test
  void another_error_of_what_may_not_be_ready_ends_it() throws Exception {
    fail(1, "NotYetEither");
    assertEquals(1, run(script(waiting("a", "NotYet"), waiting("b", "NotYet"))));
    assertEquals(2, calls());
    assertTrue(Files.readString(folder.resolve("output")).contains("(NotYetEither)"));
  }

  @Test
  void the_first_failure_ends_it() throws Exception {
    Files.createFile(folder.resolve("fail-1"));
    assertEquals(
        254,
        run(
            script(
                change("a", "CreateAnomalyMonitor", Map.of()),
                change("b", "CreateAnomalyMonitor", Map.of()))));
    assertEquals(2, calls());
  }

  @Test
  void an_id_can_not_end_its_comment() throws Exception {
    assertEquals(0, run(script(change("a\naws oops", "CreateAnomalyMonitor", Map.of()))));
    assertEquals(2, calls());
    assertEquals("create-anomaly-monitor", call(1).get(1));
  }

  @Test
  void what_a_request_holds_is_never_a_variable_nor_a_command() throws Exception {
    String hostile =
        "\u0001AWS_SECRET_ACCESS_KEY\u0001 $(id) `id` ' \" \\ \u202e\u2066\033[2J\u2028\n";
    Change first = change("first", "CreateAnomalyMonitor", Map.of("Name", hostile));
    Change second =
        change(
            "ce:x#\n$(id)#y",
            "CreateAnomalySubscription",
            Map.of("Arn", Map.of("$ref", "first#/MonitorArn"), "Name", hostile));
    Change third =
        change(
            "third", "TagResource", Map.of("A", Map.of("$ref", "ce:x#\n$(id)#y#/SubscriptionArn")));
    answer(1, "arn:one\n");
    answer(2, "arn:two\n");
    String script = script(first, second, third);
    assertEquals("", script.replaceAll("[^\\p{Cntrl}\\u202e\\u2066\\u2028]|\n", ""), script);
    assertFalse(script.contains("\"$AWS"), script);
    assertEquals(0, run(script), Files.readString(folder.resolve("output")));
    assertEquals(hostile, request(1).get("Name"));
    assertEquals(Map.of("Arn", "arn:one", "Name", hostile), request(2));
    assertEquals(Map.of("A", "arn:two"), request(3));
    assertEquals(4, calls());
  }

  @Test
  void a_Region_of_somebody_elses_making_is_one_word() throws Exception {
    Change change =
        new Change(
            "a",
            Effect.CREATE,
            "ce",
            "TagResource",
            "us-east-1; touch owned",
            Map.of(),
            Note.of("why"),
            Optional.empty(),
            List.of(),
            Optional.empty());
    assertEquals(0, run(script(change)), Files.readString(folder.resolve("output")));
    assertTrue(call(1).contains("us-east-1; touch owned"), call(1).toString());
  }

  @Test
  void what_needs_a_person_is_left_out_and_named() throws Exception {
    Change plain = change("device\naws oops", "CreateVirtualMFADevice", Map.of());
    Change device =
        new Change(
            plain.id(),
            plain.effect(),
            "iam",
            plain.operation(),
            plain.region(),
            plain.request(),
            plain.why(),
            plain.shows(),
            plain.undo(),
            plain.waitFor(),
            List.of(new Ask.Presence()));
    Map<String, Object> serial = Map.of("Serial", Map.of("$ref", "device\naws oops#/Serial"));
    String script =
        script(
            device,
            change("tag", "TagMFADevice", serial),
            change("a", "CreateAnomalyMonitor", Map.of()));
    assertTrue(
        script.contains(
            "# device\\u000aaws oops\n# is left out: aws iam create-virtual-mfa-device needs a person"),
        script);
    assertEquals(0, run(script), () -> script);
    assertEquals(2, calls(), "the identity, and the one change that needs nobody");
    assertEquals("create-anomaly-monitor", call(1).get(1));
  }

  @Test
  void a_plan_of_nothing_calls_nothing() throws Exception {
    assertEquals(0, run(script()));
    assertEquals(0, calls());
  }

  @Test
  void names_follow_the_rules_of_the_aws_cli() {
    Map<String, String> names =
        Map.of(
            "UpdateAccountPasswordPolicy", "update-account-password-policy",
            "ListVirtualMFADevices", "list-virtual-mfa-devices",
            "EnableMFADevice", "enable-mfa-device",
            "CreateSAMLProvider", "create-saml-provider",
            "PutBucketACL", "put-bucket-acl",
            "DescribeEC2Instances", "describe-ec2-instances",
            "GetEbsEncryptionByDefault", "get-ebs-encryption-by-default");
    names.forEach((api, cli) -> assertEquals(cli, PlanScript.kebab(api)));
  }

  @Test
  void the_aws_cli_knows_every_write_by_the_name_we_give_it() throws Exception {
    assumeTrue(AwsCli.installed(), "needs the aws CLI");
    // One for each service, and one for each name with a doubt.
    Set<String> services = new HashSet<>();
    List<Operation<?, ?>> asked =
        Writes.ALL.stream()
            // The CLI has a command of its own for it; it needs a person and is in no script.
            .filter(w -> !w.name().equals("CreateVirtualMFADevice"))
            .filter(w -> services.add(w.service().cli()) || !w.name().matches("([A-Z][a-z]+)+"))
            .toList();
    List<String> unknown = new ArrayList<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<String>> answers = asked.stream().map(w -> two.submit(() -> refusal(w))).toList();
      for (Future<String> answer : answers) {
        unknown.add(answer.get());
      }
    }
    unknown.removeIf(String::isEmpty);
    assertEquals(List.of(), unknown);
    assertEquals(
        Writes.ALL.size(), new TreeSet<>(Writes.ALL.stream().map(Operation::key).toList()).size());
  }

  /** What the CLI has against a command: it makes no call, and refuses what it does not know. */
  private static String refusal(Operation<?, ?> write) throws Exception {
    Process cli =
        new ProcessBuilder(
                AwsCli.program(),
                write.service().cli(),
                PlanScript.kebab(write.name()),
                "--generate-cli-skeleton",
                "--region",
                "us-east-1")
            .redirectErrorStream(true)
            .start();
    String said = new String(cli.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return cli.waitFor() == 0 && said.startsWith("{") ? "" : write.key() + ": " + said;
  }
}
