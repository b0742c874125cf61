package dev.firstday.steps.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.Workload;
import dev.firstday.steps.Practised;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsStepTest {
  private static final String ID = "secrets";
  private static final String MARKER = "practice-marker-never-shown";

  @Test
  void a_new_account_has_nothing_to_look_at() {
    Assessment found = new Practised(Scenario.NEW).assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertEquals(List.of("nothing", "blind"), Practised.codes(found));
  }

  @Test
  void it_says_where_a_secret_is_and_never_what() {
    Assessment found = new Practised(Scenario.HALF_DONE).assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(
        List.of("named lambda:checkout DB_PASSWORD", "looked 3", "blind"), Practised.said(found));
    assertFalse(found.toString().contains(MARKER));
  }

  @Test
  void every_place_is_looked_at() {
    Practised practised = new Practised(Scenario.NEW);
    Workload here = practised.here();
    String key = "AKIA" + "ABCDEFGHIJKLMNOP";
    String token = "ghp_" + "a".repeat(36);
    here.function("api", Map.of("ID", key, "SECRET_ARN", "arn:aws:secretsmanager:x", "N", "1"));
    here.task("web", 9, Map.of("OLD", key));
    here.task("web", 10, Map.of("GITHUB", token, "DB_PASSWORD", ""));
    here.parameter("/shop/db/password", "String");
    here.parameter("/shop/api-key", "SecureString");
    here.parameter("/shop/title", "String");
    here.instance(
        "i-1",
        "#!/bin/sh\nexport TOKEN="
            + token
            + "\ncurl https://me:hunter2@example.com\n"
            + "-----BEGIN RSA PRIVATE KEY-----\n",
        false);
    Assessment found = practised.assess(ID);
    assertEquals(
        List.of(
            "aws-key lambda:api ID",
            "service-token ecs:web:10/app GITHUB",
            "older 1",
            "parameter ssm:/shop/db/password /shop/db/password",
            "service-token ec2:i-1 TOKEN (user-data:2)",
            "password-in-url ec2:i-1 user-data:3",
            "private-key ec2:i-1 user-data:4",
            "looked 5",
            "blind"),
        Practised.said(found));
    for (String secret : List.of(key, token, "hunter2")) {
      assertFalse(found.toString().contains(secret));
    }
  }

  @Test
  void harmless_variables_are_no_finding() {
    Practised practised = new Practised(Scenario.NEW);
    practised
        .here()
        .function(
            "api",
            Map.of(
                "DB_PASSWORD", "{{resolve:secretsmanager:db}}",
                "API_KEY", "/shop/api-key",
                "USE_TOKEN", "true",
                "TOKEN_TTL", "3600 seconds",
                "SECRET_NAME", "shop-database-secret"));
    Assessment found = practised.assess(ID);
    assertEquals(List.of("clean 1", "blind"), Practised.said(found));
    assertEquals(Verdict.DONE, found.verdict());
  }

  @Test
  void what_cannot_be_read_is_unseen_and_no_more() {
    Practised practised = new Practised(Scenario.NEW);
    practised.here().sealedFunction("sealed");
    practised.practice.deny("ssm:DescribeParameters", "no identity-based policy allows it");
    Assessment found = practised.assess(ID);
    assertEquals(Verdict.UNSEEN, found.verdict());
    assertEquals(List.of("unseen", "unseen", "clean", "blind"), Practised.codes(found));
    assertEquals(List.of("kms:Decrypt"), found.problem().orElseThrow().actions());
  }

  @Test
  void hundreds_of_functions_are_all_seen() {
    Practised practised = new Practised(Scenario.NEW);
    for (int i = 0; i < 230; i++) {
      practised.here().function("f" + i, Map.of("DB_PASSWORD", "correct horse"));
    }
    assertEquals(
        230, Practised.codes(practised.assess(ID)).stream().filter("named"::equals).count());
  }
}
