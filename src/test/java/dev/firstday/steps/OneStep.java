package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.SignIn;
import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.practice.PracticeAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step on a practice account, whose changes are written and taken back by hand. */
public final class OneStep {
  private final StepEntry entry;
  private final Steps.Registered step;
  private final AnswerBook answers;
  private final SignIn.SignInResult signedIn;
  private final Map<String, Map<String, Object>> responses = new HashMap<>();

  public OneStep(String id, PracticeAccount practice, Map<String, String> answers) {
    try {
      Catalog catalog = CatalogReader.builtIn();
      entry = catalog.step(id).orElseThrow();
      step = Steps.find(id).orElseThrow();
      this.answers = new AnswerBook(catalog, Map.of(), answers);
      signedIn = SignIn.to(practice, "ap-northeast-1", Optional.of("new"));
    } catch (CallFailed e) {
      throw new AssertionError(e);
    }
  }

  /** A new look; every finding and change has its text. */
  public Assessment assess() {
    signedIn.account().invalidate();
    Assessment seen = look();
    seen.findings().stream()
        .map(Finding::code)
        .filter(code -> !code.equals(Finding.UNSEEN) && !code.equals(Finding.ANSWER_MISSING))
        .forEach(code -> assertTrue(entry.findings().containsKey(code), code));
    seen.changes().forEach(change -> assertTrue(entry.changes().containsKey(change.why().code())));
    return seen;
  }

  private Assessment look() {
    try {
      return step.step().assess(signedIn.account(), answers.of(entry));
    } catch (CallFailed e) {
      return Assessment.unseen(e.problem());
    }
  }

  /** Writes what is missing. */
  public List<Change> apply() {
    List<Change> changes = assess().changes();
    changes.forEach(change -> responses.put(change.id(), write(change)));
    return changes;
  }

  /** Takes back what was written. */
  public void undo(List<Change> changes) {
    changes.reversed().forEach(change -> change.undo().forEach(this::write));
  }

  private Map<String, Object> write(Change change) {
    try {
      return signedIn
          .caller()
          .write(change, Placeholders.replaced(change.request(), this::value))
          .response();
    } catch (CallFailed e) {
      throw new AssertionError(e.problem().toString(), e);
    }
  }

  private Object value(String reference) {
    int hash = reference.indexOf('#');
    return Placeholders.at(
        responses.get(reference.substring(0, hash)), reference.substring(hash + 1));
  }

  /** The codes of what was found. */
  public static List<String> codes(Assessment assessment) {
    return assessment.findings().stream().map(Finding::code).toList();
  }

  /** What was found, with its values, as {@code no-mfa [ren]}. */
  public static List<String> notes(Assessment assessment) {
    return assessment.findings().stream()
        .map(finding -> finding.code() + " " + finding.note().values())
        .toList();
  }
}
