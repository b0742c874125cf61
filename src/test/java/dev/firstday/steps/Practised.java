package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.SignIn;
import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.StepEntry;
import dev.firstday.catalog.Text;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A practice account in which something runs, and a hand that applies steps to it. */
public final class Practised {
  public static final String HOME = "ap-northeast-1";

  public final PracticeAccount practice;
  private final SignIn.SignInResult signedIn;
  private final Catalog catalog;
  private final Map<String, String> answers = new HashMap<>();

  public Practised(Scenario scenario) {
    practice = new PracticeAccount(scenario);
    try {
      signedIn = SignIn.to(practice, HOME, Optional.of(scenario.id()));
      catalog = CatalogReader.builtIn();
    } catch (CallFailed e) {
      throw new AssertionError(e);
    }
  }

  public Workload here() {
    return practice.workload(HOME);
  }

  public Practised answer(String key, String value) {
    answers.put(key, value);
    return this;
  }

  /** A new look; whatever is said has its text in both languages. */
  public Assessment assess(String id) {
    signedIn.account().invalidate();
    StepEntry entry = catalog.step(id).orElseThrow();
    try {
      Assessment assessment =
          Steps.find(id)
              .orElseThrow()
              .step()
              .assess(signedIn.account(), new AnswerBook(catalog, Map.of(), answers).of(entry));
      assessment.findings().stream()
          .filter(finding -> finding.kind() != Finding.Kind.UNSEEN)
          .filter(finding -> !finding.code().equals(Finding.ANSWER_MISSING))
          .filter(finding -> !finding.code().equals(Finding.HELD_BACK))
          .forEach(finding -> text(entry.findings(), finding.note()));
      assessment.changes().forEach(change -> text(entry.changes(), change.why()));
      return assessment;
    } catch (CallFailed e) {
      return Assessment.unseen(e.problem());
    }
  }

  private static void text(Map<String, Text> texts, Note note) {
    assertTrue(texts.containsKey(note.code()), () -> "no text for " + note);
    for (Language language : Language.values()) {
      String text = texts.get(note.code()).in(language, note.values());
      assertTrue(!text.matches(".*\\{\\d}.*"), () -> "no value for " + text);
    }
  }

  /** Applies a step and returns what takes it back, the last first. */
  public List<Change> apply(String id) {
    List<Change> undo = new ArrayList<>();
    Map<String, Map<String, Object>> responses = new HashMap<>();
    for (Change change : assess(id).changes()) {
      responses.put(change.id(), write(change, change.request()));
      for (Change back : change.undo().reversed()) {
        admitted(change, back);
        undo.addFirst(
            new Change(
                back.id(),
                back.effect(),
                back.service(),
                back.operation(),
                back.region(),
                Placeholders.replaced(back.request(), reference -> value(responses, reference)),
                back.why(),
                back.shows(),
                back.undo(),
                back.waitFor()));
      }
    }
    return undo;
  }

  /** An undo is only called if it is what takes the change back. */
  private void admitted(Change change, Change back) {
    boolean open = (change.request() + "" + back.request()).contains("$ref");
    if (!open) {
      assertEquals(Optional.empty(), signedIn.caller().foreign(change, back), change.id());
    }
  }

  private static Object value(Map<String, Map<String, Object>> responses, String reference) {
    String[] parts = reference.split("#", 2);
    return Placeholders.at(responses.get(parts[0]), parts[1]);
  }

  public void undo(List<Change> changes) {
    changes.stream()
        // The service has written into it by now, and what holds data stays.
        .filter(change -> !change.operation().equals("DeleteBucket"))
        .forEach(change -> write(change, change.request()));
  }

  private Map<String, Object> write(Change change, Map<String, Object> request) {
    for (int attempt = 0; ; attempt++) {
      try {
        return signedIn.caller().write(change, request).response();
      } catch (CallFailed e) {
        boolean again =
            attempt < 3
                && change
                    .waitFor()
                    .filter(wait -> wait.codes().contains(e.problem().code()))
                    .isPresent();
        if (!again) {
          throw new AssertionError(change.id(), e);
        }
      }
    }
  }

  public static List<String> codes(Assessment assessment) {
    return assessment.findings().stream().map(Finding::code).toList();
  }

  public static List<String> ids(Assessment assessment) {
    return assessment.changes().stream().map(Change::id).toList();
  }

  /** A finding as {@code code value value}. */
  public static List<String> said(Assessment assessment) {
    return assessment.findings().stream()
        .map(finding -> finding.code() + " " + String.join(" ", finding.note().values()))
        .map(String::strip)
        .toList();
  }
}
