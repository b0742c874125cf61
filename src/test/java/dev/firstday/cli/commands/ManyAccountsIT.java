package dev.firstday.cli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.cli.JsonOf;
import dev.firstday.cli.Schema;
import dev.firstday.cli.Trial;
import dev.firstday.cli.run.Exit;
import dev.firstday.moto.MotoServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A check over three accounts of moto, each through a role that was assumed. */
class ManyAccountsIT {
  private static final String ACCOUNTS =
      """
      accounts:
        - {role: "arn:aws:iam::111122223333:role/look", name: production}
        - {role: "arn:aws:iam::222233334444:role/look", external-id: us, region: eu-west-1}
        - {role: "arn:aws:iam::333344445555:role/look"}
      """;

  private static URI moto;

  private final Trial firstday;

  ManyAccountsIT(@TempDir Path home) {
    firstday = new Trial(home);
    firstday.with("AWS_ACCESS_KEY_ID", "x").with("AWS_SECRET_ACCESS_KEY", "x");
  }

  @BeforeAll
  static void start() {
    moto = MotoServer.fresh();
  }

  private Trial.Result check(String accounts, String... more) {
    Path file = firstday.file("accounts.yaml", accounts);
    Stream<String> first =
        Stream.of(
            "check",
            "--accounts",
            file.toString(),
            "--endpoint-url",
            moto.toString(),
            "--region",
            "ap-northeast-1",
            "--step",
            "password-policy",
            "--step",
            "trail",
            "--step",
            "root-mfa",
            "--step",
            "alternate-contacts");
    return firstday.run(Stream.concat(first, Stream.of(more)).toArray(String[]::new));
  }

  /** Sets a password policy in the second account, with credentials of its role. */
  private static void passwordPolicyInTheSecond() throws Exception {
    String assumed =
        post(
            "sts",
            "AKIAX",
            "Action=AssumeRole&Version=2011-06-15&RoleSessionName=x"
                + "&RoleArn=arn%3Aaws%3Aiam%3A%3A222233334444%3Arole%2Flook");
    String key = assumed.replaceAll("(?s).*<AccessKeyId>(.*)</AccessKeyId>.*", "$1");
    post(
        "iam",
        key,
        "Action=UpdateAccountPasswordPolicy&Version=2010-05-08&MinimumPasswordLength=14"
            + "&PasswordReusePrevention=24&RequireSymbols=true&RequireNumbers=true"
            + "&RequireUppercaseCharacters=true&RequireLowercaseCharacters=true"
            + "&AllowUsersToChangePassword=true");
  }

  private static String post(String service, String key, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(moto)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential="
                    + key
                    + "/20261122/us-east-1/"
                    + service
                    + "/aws4_request, SignedHeaders=host, Signature=x")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  @Test
  void each_account_is_seen_as_itself_in_one_table_and_one_document() throws Exception {
    passwordPolicyInTheSecond();
    Trial.Result json = check(ACCOUNTS, "--output", "json");
    assertEquals(1, json.code(), json.err());
    JsonNode accounts = Schema.of("check.json").accepts(json.out()).get("accounts");
    assertEquals(
        List.of("111122223333", "222233334444", "333344445555"),
        accounts.valueStream().map(account -> account.get("account").asText()).toList());
    assertEquals("eu-west-1", accounts.get(1).get("region").asText());
    assertEquals(
        List.of("TODO", "DONE", "TODO"),
        accounts
            .valueStream()
            .map(account -> JsonOf.step(account, "password-policy").get("verdict").asText())
            .toList());
    // Two for each: what all reads need does not fit into the policy of one session.
    assertEquals(6, firstday.calls().stream().filter("AssumeRole"::equals).count());
    assertEquals(List.of(), firstday.writes());

    Trial.Result table = check(ACCOUNTS);
    assertEquals(1, table.code(), table.err());
    List<String> lines = table.out().lines().toList();
    assertTrue(lines.get(1).startsWith("111122223333  production  "), table.out());
    assertEquals(
        "    111122223333, 333344445555",
        lines.get(lines.indexOf("Password policy (password-policy)") + 1));

    assertEquals(3, check(ACCOUNTS, "--output", "junit").out().split("<testsuite ", -1).length - 1);
    JsonNode events = JsonOf.text(check(ACCOUNTS, "--output", "ocsf").out());
    long ofSteps =
        events
            .valueStream()
            .filter(e -> e.at("/compliance/standards/0").asText().equals("firstday"))
            .count();
    assertEquals(12, ofSteps);
    assertEquals(
        accounts.valueStream().mapToInt(account -> account.get("controls").size()).sum(),
        events.size() - ofSteps);
  }

  @Test
  void an_account_that_lets_nobody_in_is_told_and_is_no_trouble_for_the_others() {
    Trial.Result check =
        firstday
            .failing(
                (service, operation, region) -> {
                  if (operation.equals("AssumeRole") && region.equals("eu-west-1")) {
                    throw SdkClientException.create("closed");
                  }
                })
            .run(arguments());
    assertEquals(3, check.code(), check.err());
    JsonNode accounts = Schema.of("check.json").accepts(check.out()).get("accounts");
    assertTrue(accounts.get(1).get("problem").asText().contains("closed"), check.out());
    assertEquals(1, accounts.get(2).get("steps").size());
  }

  private String[] arguments() {
    return new String[] {
      "check",
      "--accounts",
      firstday.file("accounts.yaml", ACCOUNTS).toString(),
      "--endpoint-url",
      moto.toString(),
      "--region",
      "ap-northeast-1",
      "--step",
      "password-policy",
      "--output",
      "json"
    };
  }

  @Test
  void a_fault_in_one_account_costs_that_account_alone() {
    firstday.failing(
        (service, operation, region) -> {
          if (operation.equals("AssumeRole") && region.equals("eu-west-1")) {
            throw new IllegalStateException("the coffee is out");
          }
        });
    Trial.Result check = check(ACCOUNTS);
    assertEquals(Exit.UNSEEN, check.code(), check.err());
    assertTrue(check.out().contains("FD-BUG-001"), check.out());
    assertTrue(check.out().contains("111122223333, 333344445555"), check.out());
  }

  @Test
  void the_clients_of_each_account_are_closed_whatever_comes_of_it() throws Exception {
    // Those that take the role, and those that look through it.
    check(ACCOUNTS, "--step", "password-policy");
    assertEquals(3 * 2, firstday.closed());

    // What was noted down of it cannot be read: it is entered, and not looked at.
    Path state = firstday.home.resolve(".local/state/firstday/222233334444/notes.json");
    Files.createDirectories(state.getParent());
    Files.writeString(state, "{");
    assertEquals(Exit.UNSEEN, check(ACCOUNTS).code());
    assertEquals(3 * 2, firstday.closed());
  }

  @Test
  void three_accounts_take_less_than_twice_the_time_of_one() {
    String one = ACCOUNTS.lines().limit(2).reduce("", (text, line) -> text + line + "\n");
    // Each call takes what one to AWS takes: moto answers from the same machine.
    firstday.failing(
        (service, operation, region) -> {
          try {
            Thread.sleep(150);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    check(one);
    Duration single = time(() -> check(one));
    Duration three = time(() -> check(ACCOUNTS));
    double ratio = (double) three.toMillis() / single.toMillis();
    System.out.printf(
        "check --accounts: one %d ms, three %d ms, ratio %.2f%n",
        single.toMillis(), three.toMillis(), ratio);
    assertTrue(ratio < 2, "one " + single + ", three " + three);
  }

  private static Duration time(Runnable work) {
    Instant start = Instant.now();
    work.run();
    return Duration.between(start, Instant.now());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "accounts: []; accounts.yaml:1: expected a list",
        "role: x; accounts.yaml:1: expected a list",
        "accounts: [{role: x}]; role \"x\", expected the ARN",
        "accounts: [{role: 'arn:aws:iam::111122223333:role/a', colour: red}]; unknown key \"colour\"",
        "accounts: [{role: 'arn:aws:iam::111122223333:role/a', region: x}]; expected a Region",
        "accounts: [{role: 'arn:aws:iam::111122223333:role/a'}, {role: 'arn:aws:iam::111122223333:role/b'}]; stands twice",
      })
  void a_file_that_is_wrong_is_bad_input(String file, String message) {
    Trial.Result check = check(file);
    assertEquals(2, check.code(), check.err());
    assertTrue(check.err().contains(message), check.err());
    assertEquals(List.of(), firstday.calls());
  }

  @Test
  void goes_without_watch_and_practice() {
    assertEquals(2, check(ACCOUNTS, "--practice").code());
    assertEquals(2, check(ACCOUNTS, "--watch", "5").code());
  }
}
