package dev.firstday.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.InputErrors;
import dev.firstday.engine.Assessment;
import dev.firstday.engine.Finding;
import dev.firstday.engine.Identity;
import dev.firstday.engine.Note;
import dev.firstday.engine.Problem;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Verdict;
import dev.firstday.engine.Waiting;
import dev.firstday.steps.Steps;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  private static final CheckJson.Texts TEXTS =
      new CheckJson.Texts() {
        @Override
        public String finding(StepView step, Finding finding) {
          return "text of \"" + finding.code() + "\" 予算";
        }

        @Override
        public Optional<String> reason(StepView step) {
          return step.assessment().orElseThrow().problem().map(Problem::action);
        }

        @Override
        public Optional<String> skipped(StepView step) {
          return step.skipped().map(note -> note.values().getFirst());
        }
      };

  private final Catalog catalog;

  CheckJsonTest() throws InputErrors {
    catalog = CatalogReader.builtIn(Steps.ids());
  }

  private StepView view(String id, Assessment assessment, String skipped, String usd) {
    return new StepView(
        catalog.step(id).orElseThrow(),
        Optional.of(assessment),
        false,
        Optional.ofNullable(skipped).map(reason -> Note.of("skipped.by-person", reason)),
        Optional.empty(),
        new BigDecimal(usd));
  }

  @Test
  void the_whole_of_it() {
    Problem denied =
        new Problem(
            Problem.Kind.DENIED,
            "budgets",
            "DescribeBudgets",
            "us-east-1",
            "AccessDeniedException",
            "no",
            "id",
            Optional.empty(),
            List.of("budgets:ViewBudget"));
    List<StepView> steps =
        List.of(
            view("root-mfa", Assessment.builder().ok(Note.of("has-mfa")).build(), null, "0"),
            view(
                "budget",
                Assessment.builder().info(Note.of("there")).unseen(denied).build(),
                "we have our own",
                "0.10"),
            view(
                "password-policy",
                Assessment.builder()
                    .missing(Note.of("none"))
                    .waiting(new Waiting(Note.of("mail"), Optional.of(AT.plusSeconds(60))))
                    .build(),
                null,
                "12"),
            view(
                "contact-phone",
                Assessment.builder()
                    .fixed(Verdict.UNATTESTED)
                    .waiting(new Waiting(Note.of("person"), Optional.empty()))
                    .build(),
                null,
                "1E+3"));
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
          ]
        }\
        """,
        new CheckJson(TEXTS).of(IDENTITY, AT, "1.2.3", steps));
  }
}
