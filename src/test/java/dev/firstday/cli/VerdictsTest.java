package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * How every step stands in each practice account: after an apply, and once a person has done what
 * only a person can do and a day has passed.
 */
class VerdictsTest {
  private static final String ANSWERS =
      """
      email: alerts@example.com
      home-region: ap-northeast-1
      regions: home
      preset: thorough
      steps:
        alternate-contacts:
          {name: Aoi Tanaka, title: Operations, email: ops@example.com, phone: "+81312345678"}
        contact-phone: {number: "+819012345678"}
        account-alias: {alias: acme-dev}
      """;

  private final Trial firstday;
  private final String answers;

  VerdictsTest(@TempDir Path home) {
    firstday = new Trial(home);
    answers = firstday.file("answers.yaml", ANSWERS).toString();
  }

  private Trial.Result run(Scenario scenario, String... command) {
    return firstday.run(
        Stream.concat(
                Stream.of(command), Stream.of("--practice=" + scenario.id(), "--answers", answers))
            .toArray(String[]::new));
  }

  /** A person's part: every mail confirmed, the root user guarded; and two days go by. */
  private void aPersonAndTime(Scenario scenario) {
    PracticeAccount account = firstday.practice(scenario);
    account.confirmMails();
    account.assignRootMfa();
    account.deleteRootAccessKeys();
    firstday.later(Duration.ofDays(2));
  }

  /** Each step with its verdict, and what it waits for. */
  private static Map<String, String> verdicts(JsonNode check) {
    Map<String, String> verdicts = new LinkedHashMap<>();
    for (JsonNode step : check.get("steps")) {
      String waiting = step.has("waiting") ? ":" + step.get("waiting").get("for").asText() : "";
      verdicts.put(step.get("id").asText(), step.get("verdict").asText() + waiting);
    }
    return verdicts;
  }

  private JsonNode check(Scenario scenario, int code) {
    Trial.Result check = run(scenario, "check", "--output=json");
    assertEquals(code, check.code(), check.err());
    return JsonOf.text(check.out());
  }

  /** A column of a table; the words behind the columns say why. */
  private static Map<String, String> column(String table, int column) {
    Map<String, String> verdicts = new LinkedHashMap<>();
    table
        .lines()
        .map(line -> line.split("\\s+"))
        .forEach(cells -> verdicts.put(cells[0], cells[column]));
    return verdicts;
  }

  private void nothingIsLeftToWrite(Scenario scenario) {
    Trial.Result again = run(scenario, "apply", "--yes");
    assertEquals(1, again.code(), again.err());
    assertTrue(again.err().contains("Nothing to write."), again.err());
    assertEquals(List.of(), firstday.writes());
  }

  /** After an apply, and after a person and time. */
  private static final String NEW =
      """
      root-mfa                TODO          DONE           only the root user can
      root-access-keys        DONE          DONE
      alternate-contacts      DONE          DONE
      security-questions      NOT_APPLICABLE NOT_APPLICABLE
      contact-phone           DONE          DONE
      governing-law           DONE          DONE           opened after 2022 with an address in Japan
      budget                  DONE          DONE
      budget-report           UNATTESTED    UNATTESTED     no API shows it
      cost-anomaly            DONE          DONE
      trail                   DONE          DONE
      monitoring              TODO:pending  DONE
      health-events           TODO:pending  DONE
      config-recorder         DONE          DONE
      config-rules            DONE          DONE
      guardduty               TODO:pending  DONE
      account-alias           DONE          DONE
      password-policy         DONE          DONE
      admin-group             TODO          TODO           nobody was asked for a user
      user-mfa                TODO          TODO           aoi's own device
      billing-access          UNATTESTED    UNATTESTED     no API shows it
      seal-root               TODO          DONE
      secrets                 DONE          DONE
      service-logs            DONE          DONE
      backups                 DONE          DONE
      deletion-protection     DONE          DONE
      s3-public-access-block  DONE          DONE
      ebs-encryption          DONE          DONE
      imdsv2                  DONE          DONE
      access-analyzer         DONE          DONE
      """;

  /** As above, where somebody has begun by hand. */
  private static final String HALF_DONE =
      """
      root-mfa                DONE          DONE
      root-access-keys        TODO          DONE           only the root user can
      alternate-contacts      DONE          DONE
      security-questions      NOT_APPLICABLE NOT_APPLICABLE
      contact-phone           DONE          DONE
      governing-law           DONE          DONE
      budget                  DONE          DONE
      budget-report           UNATTESTED    UNATTESTED     no API shows it
      cost-anomaly            DONE          DONE
      trail                   DONE          DONE
      monitoring              TODO:pending  DONE
      health-events           TODO:pending  DONE
      config-recorder         DONE          DONE
      config-rules            DONE          DONE
      guardduty               TODO:pending  DONE
      account-alias           DONE          DONE
      password-policy         DONE          DONE
      admin-group             DONE          DONE           ren has a device
      user-mfa                TODO          TODO           ren's own device, a key nobody uses
      billing-access          UNATTESTED    UNATTESTED     no API shows it
      seal-root               TODO          DONE
      secrets                 TODO          TODO           a person has to move what was found
      service-logs            TODO          TODO           the balancer's access logs
      backups                 TODO          TODO           nobody has named the database
      deletion-protection     TODO          TODO           nobody has named what to protect
      s3-public-access-block  DONE          DONE
      ebs-encryption          DONE          DONE
      imdsv2                  DONE          DONE
      access-analyzer         DONE          DONE
      """;

  @ParameterizedTest
  @EnumSource(names = {"NEW", "HALF_DONE"})
  void after_an_apply_each_step_stands_as_the_table_says(Scenario scenario) {
    String table = scenario == Scenario.NEW ? NEW : HALF_DONE;
    Trial.Result apply = run(scenario, "apply", "--yes");
    assertEquals(1, apply.code(), apply.err());
    assertEquals(column(table, 1), verdicts(check(scenario, 1)));
    nothingIsLeftToWrite(scenario);
    aPersonAndTime(scenario);
    assertEquals(column(table, 2), verdicts(check(scenario, 1)));
    nothingIsLeftToWrite(scenario);
  }

  /** Where the person may not do everything: what can't be read, and what still can. */
  private static final String DENIED =
      """
      root-mfa                TODO
      root-access-keys        DONE
      alternate-contacts      TODO
      security-questions      NOT_APPLICABLE
      contact-phone           TODO
      governing-law           DONE
      budget                  UNSEEN
      budget-report           UNATTESTED
      cost-anomaly            TODO
      trail                   TODO
      monitoring              TODO
      health-events           TODO
      config-recorder         TODO
      config-rules            TODO
      guardduty               TODO
      account-alias           TODO
      password-policy         TODO
      admin-group             TODO
      user-mfa                TODO
      billing-access          UNATTESTED
      seal-root               TODO
      secrets                 DONE
      service-logs            TODO
      backups                 DONE
      deletion-protection     DONE
      s3-public-access-block  TODO
      ebs-encryption          TODO
      imdsv2                  TODO
      access-analyzer         TODO
      """;

  /** What an apply says at its end under a heading, without the headings' numbers. */
  private static List<String> listed(String err, String heading) {
    return err.lines()
        .dropWhile(line -> !line.startsWith(heading))
        .skip(1)
        .takeWhile(line -> line.startsWith("  "))
        .map(String::strip)
        .toList();
  }

  /** The steps that are not done after what is denied was refused: their own, and what waits. */
  private static final Map<String, String> AFTER_DENIED =
      Map.ofEntries(
          Map.entry("root-mfa", "TODO"),
          Map.entry("alternate-contacts", "TODO"),
          Map.entry("contact-phone", "TODO"),
          Map.entry("budget", "UNSEEN"),
          Map.entry("monitoring", "TODO:pending"),
          Map.entry("health-events", "TODO:pending"),
          Map.entry("guardduty", "TODO:pending"),
          Map.entry("password-policy", "TODO"),
          Map.entry("admin-group", "TODO"),
          Map.entry("user-mfa", "TODO"),
          Map.entry("seal-root", "TODO"));

  @Test
  void what_may_not_be_read_is_unseen_and_a_refused_write_stops_its_step_and_what_needs_it() {
    JsonNode before = check(Scenario.DENIED, 3);
    assertEquals(column(DENIED, 1), verdicts(before));
    assertTrue(
        JsonOf.step(before, "budget").get("reason").textValue().contains("budgets:ViewBudget"));
    Trial.Result apply = run(Scenario.DENIED, "apply", "--yes");
    assertEquals(4, apply.code(), apply.err());
    assertEquals(
        List.of(
            "Security contact: Aoi Tanaka, ops@example.com",
            "Contact phone number: 090-1234-5678 -> +819012345678",
            "Password policy: 14 characters or more, of all four kinds"),
        listed(apply.err(), "Failed: 3"));
    assertEquals(
        List.of(
            "Operations contact: Aoi Tanaka, ops@example.com"
                + " (left, because this step failed: Alternate contacts)",
            "Billing contact: Aoi Tanaka, ops@example.com"
                + " (left, because this step failed: Alternate contacts)",
            "Create the group Administrators (left, because this step failed: Password policy)",
            "Give the group Administrators AdministratorAccess"
                + " (left, because this step failed: Password policy)"),
        listed(apply.err(), "Not tried: 4"));
    for (String action :
        List.of(
            "account:PutAlternateContact",
            "account:PutContactInformation",
            "iam:UpdateAccountPasswordPolicy")) {
      assertTrue(apply.err().contains("not allowed to call " + action), apply.err());
    }
    for (String refused :
        List.of("PutAlternateContact", "PutContactInformation", "UpdateAccountPasswordPolicy")) {
      assertEquals(1, Collections.frequency(firstday.writes(), refused), refused);
    }
    assertEquals(
        List.of(),
        firstday.writes().stream()
            .filter(write -> write.contains("Group") && !write.contains("Log"))
            .toList());
    Map<String, String> expected = column(DENIED, 1);
    expected.replaceAll((id, verdict) -> verdict.equals("TODO") ? "DONE" : verdict);
    expected.putAll(AFTER_DENIED);
    assertEquals(expected, verdicts(check(Scenario.DENIED, 3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"guardduty", "health-events", "ebs-encryption", "imdsv2", "access-analyzer"})
  void a_region_that_takes_no_credentials_is_no_sign_in_that_failed(String step) {
    firstday.failing(
        (service, operation, region) -> {
          if (region.equals("us-west-2")) {
            throw AwsServiceException.builder()
                .statusCode(400)
                .awsErrorDetails(
                    AwsErrorDetails.builder()
                        .errorCode("UnrecognizedClientException")
                        .errorMessage("The security token included in the request is invalid.")
                        .build())
                .build();
          }
        });
    for (String output : List.of("json", "text")) {
      Trial.Result check =
          run(
              Scenario.NEW,
              "check",
              "--step=" + step,
              "--set=regions=ap-northeast-1,us-west-2",
              "--output=" + output);
      assertTrue(check.all().contains("Could not read"), check.all());
      assertFalse(check.all().contains("credentials"), check.all());
      assertFalse(check.all().contains("FD-CRED"), check.all());
    }
  }

  @Test
  void offline_there_is_no_account_to_speak_of() {
    for (String command : List.of("check", "plan", "apply --yes")) {
      Trial.Result offline = run(Scenario.OFFLINE, command.split(" "));
      assertEquals(3, offline.code(), command);
      assertEquals("", offline.out(), command);
      assertTrue(
          offline.err().contains("AWS could not be reached (sts:GetCallerIdentity)"), command);
    }
  }

  /** What stands without a look at the account. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "security-questions", "NOT_APPLICABLE",
          "budget-report", "UNATTESTED",
          "billing-access", "UNATTESTED");

  /** No network any more; and an account where nothing is allowed. */
  static Stream<Arguments> nothingAnswers() {
    return Stream.of(
        Arguments.of(
            "AWS could not be reached",
            SdkClientException.create("no network", new UnknownHostException("aws"))),
        Arguments.of(
            "not allowed",
            AwsServiceException.builder()
                .statusCode(403)
                .awsErrorDetails(
                    AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .errorMessage("no identity-based policy allows it")
                        .build())
                .build()));
  }

  @ParameterizedTest
  @MethodSource("nothingAnswers")
  void after_sign_in_each_step_is_unseen_and_says_why(String why, RuntimeException failure) {
    firstday.failing(
        (service, operation, region) -> {
          if (!operation.equals("GetCallerIdentity")) {
            throw failure;
          }
        });
    JsonNode check = check(Scenario.HALF_DONE, 3);
    for (JsonNode step : check.get("steps")) {
      String id = step.get("id").asText();
      assertEquals(ALWAYS.getOrDefault(id, "UNSEEN"), step.get("verdict").asText(), id);
      assertEquals(0, step.get("changes").asInt(), id);
      if (!ALWAYS.containsKey(id)) {
        assertTrue(step.get("reason").textValue().contains(why), step.toString());
      }
    }
  }
}
