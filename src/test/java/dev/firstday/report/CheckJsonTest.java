package dev.firstday.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.catalog.Actor;
import dev.firstday.catalog.Language;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.FailureId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckJsonTest {
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  private static final Identity IDENTITY =
      new Identity(
          "012345678901",
          Optional.of("alias"),
          "arn:aws:iam::012345678901:user/aoi",
          Identity.Kind.USER,
          "aoi",
          "aws",
          "ap-northeast-1",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Report.ReportedControl CONTROL =
      new Report.ReportedControl(
          "A list",
          "1.2",
          Judgement.NOT_MET,
          List.of("password-policy"),
          List.of(
              new Report.Fact("password-policy", "length-14", Judgement.NOT_MET, "Long passwords")),
          List.of("On purpose."));

  /** A step with some findings, which are called as their codes. */
  private static Report.ReportedStep step(
      String id,
      Verdict verdict,
      List<String> codes,
      List<String> reasons,
      Report.PendingStep waiting,
      String skipped,
      String usd) {
    return new Report.ReportedStep(
        id,
        "Title",
        "Group",
        Actor.API,
        verdict,
        "Word",
        codes.stream()
            .map(
                code ->
                    new Report.ReportedFinding(
                        Finding.Kind.OK, code, Optional.empty(), "text of \"" + code + "\" 予算"))
            .toList(),
        reasons,
        reasons.isEmpty() ? List.of() : List.of(FailureId.DENIED),
        Optional.ofNullable(waiting),
        Optional.ofNullable(skipped),
        Optional.empty(),
        List.of(),
        0,
        new BigDecimal(usd),
        Map.of(),
        List.of(),
        Optional.empty(),
        "https://docs.aws.amazon.com/");
  }

  @Test
  void the_whole_of_it() {
    Stream<Report.ReportedStep> steps =
        Stream.of(
            step("root-mfa", Verdict.DONE, List.of("has-mfa"), List.of(), null, null, "0"),
            step(
                "budget",
                Verdict.UNSEEN,
                List.of("there", "unseen"),
                List.of("budgets:ViewBudget"),
                null,
                "we have our own",
                "0.10"),
            step(
                "password-policy",
                Verdict.TODO,
                List.of("none"),
                List.of(),
                new Report.PendingStep("mail", Optional.of(AT.plusSeconds(60)), "A mail"),
                null,
                "12"),
            step(
                "contact-phone",
                Verdict.UNATTESTED,
                List.of(),
                List.of(),
                new Report.PendingStep("person", Optional.empty(), "A person"),
                null,
                "1E+3"));
    Report report =
        new Report(Language.EN, IDENTITY, AT, "1.2.3", steps.toList(), List.of(), List.of(CONTROL));
    assertEquals(
        """
        {
          "account": "012345678901",
          "region": "ap-northeast-1",
          "at": "2026-11-22T09:00:00Z",
          "version": "1.2.3",
          "steps": [
            {
              "id": "root-mfa",
              "verdict": "DONE",
              "findings": [
                {
                  "code": "has-mfa",
                  "region": null,
                  "text": "text of \\"has-mfa\\" 予算"
                }
              ],
              "changes": 0,
              "monthlyUsd": 0
            },
            {
              "id": "budget",
              "verdict": "UNSEEN",
              "findings": [
                {
                  "code": "there",
                  "region": null,
                  "text": "text of \\"there\\" 予算"
                },
                {
                  "code": "unseen",
                  "region": null,
                  "text": "text of \\"unseen\\" 予算"
                }
              ],
              "changes": 0,
              "reason": "budgets:ViewBudget",
              "failures": [
                "FD-DENY-010"
              ],
              "skipped": "we have our own",
              "monthlyUsd": 0.10
            },
            {
              "id": "password-policy",
              "verdict": "TODO",
              "findings": [
                {
                  "code": "none",
                  "region": null,
                  "text": "text of \\"none\\" 予算"
                }
              ],
              "changes": 0,
              "waiting": {
                "for": "mail",
                "until": "2026-11-22T09:01:00Z"
              },
              "monthlyUsd": 12
            },
            {
              "id": "contact-phone",
              "verdict": "UNATTESTED",
              "findings": [],
              "changes": 0,
              "waiting": {
                "for": "person",
                "until": null
              },
              "monthlyUsd": 1000
            }
          ],
          "controls": [
            {
              "list": "A list",
              "id": "1.2",
              "state": "NOT_MET",
              "steps": [
                "password-policy"
              ],
              "facts": [
                {
                  "step": "password-policy",
                  "code": "length-14",
                  "state": "NOT_MET",
                  "text": "Long passwords"
                }
              ],
              "notes": [
                "On purpose."
              ]
            }
          ]
        }\
        """,
        Json.indented(CheckJson.of(report)));
  }
}
