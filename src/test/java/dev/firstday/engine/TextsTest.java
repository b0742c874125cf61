package dev.firstday.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.undo.UndoPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of times, and of steps and things, which have names. */
class TextsTest {
  private static final Instant AT = Instant.parse("2026-11-22T20:30:59Z");
  private static final Texts TOKYO =
      new Texts(Language.JA, Optional.of(() -> ZoneId.of("Asia/Tokyo")));

  private final Catalog catalog;
  private final StepEntry policy;

  TextsTest() throws InputErrors {
    catalog = CatalogReader.builtIn();
    policy = catalog.step("password-policy").orElseThrow();
  }

  @Test
  void a_moment_is_told_in_the_zone_of_whoever_reads_or_says_that_it_is_not() {
    assertEquals("2026-11-23 05:30 +09:00", TOKYO.when(AT));
    assertEquals("2026-11-22 20:30 UTC", new Texts(Language.EN).when(AT));
    assertEquals(
        "Reported as done by aoi on 2026-11-22 20:30 UTC",
        new Texts(Language.EN).note(policy, Note.of(Finding.ATTESTED, "aoi", AT)));
    assertEquals(
        "aoi が 2026-11-23 05:30 +09:00 に完了と報告しました",
        TOKYO.note(policy, Note.of(Finding.ATTESTED, "aoi", AT)));
  }

  @Test
  void what_stays_stays_for_steps_and_things_by_their_names() {
    String used =
        TOKYO.kept(new Note(UndoPlan.USED, List.of("admin-group", "trail", "gone")), catalog);
    assertTrue(used.contains("MFA付きの管理者、全リージョンのCloudTrail、gone"), used);
    String code = policy.changes().keySet().iterator().next();
    String holds =
        new Texts(Language.EN)
            .kept(
                new Note(UndoPlan.HOLDS, List.of("iam/policy", policy.id(), code, "14", "x")),
                catalog);
    assertTrue(
        holds.contains(policy.changes().get(code).in(Language.EN, List.of("14", "x"))), holds);
    assertEquals(
        "It stays, because iam/policy stays.",
        new Texts(Language.EN)
            .kept(new Note(UndoPlan.HOLDS, List.of("iam/policy", "gone", code)), catalog));
  }

  @Test
  void credentials_that_one_region_refuses_are_not_called_missing() {
    Problem problem =
        new Problem(
            Problem.Kind.CREDENTIALS,
            "health",
            "DescribeEvents",
            "us-east-1",
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
            "",
            Optional.empty(),
            List.of());
    assertEquals(
        List.of(
            "AWS in us-east-1 does not accept the credentials that were used: The security token"
                + " included in the request is invalid. (FD-AUTH-002)"),
        new Texts(Language.EN).problem(problem));
  }

  @Test
  void why_nobody_is_signed_in_is_told_in_the_words_of_the_messages() {
    Problem circle =
        Problem.ofSignIn(
            Problem.Kind.CREDENTIALS, Note.of("signin.circle", "a", "a > b > a"), "sts", "x", "y");
    assertEquals(
        List.of("Profile a: its source_profile leads back to itself: a > b > a. (FD-AUTH-002)"),
        new Texts(Language.EN).problem(circle));
    assertTrue(circle.saysHowToSignIn());
    assertTrue(
        !Problem.ofSignIn(Problem.Kind.CREDENTIALS, Note.of("signin.nothing"), "sts", "x", "y")
            .saysHowToSignIn());
  }
}
