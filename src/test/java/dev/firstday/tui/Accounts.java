package dev.firstday.tui;

import dev.firstday.aws.SignIn;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.MemoryJournal;
import dev.firstday.engine.MemoryNotes;
import dev.firstday.engine.Session;
import dev.firstday.engine.SessionParts;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.assess.BoundStep;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.report.Json;
import dev.firstday.steps.Steps;
import dev.firstday.steps.root.PhoneNumbers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sessions over the practice account. */
public final class Accounts {
  /** The catalogue that the program carries. */
  public static final Catalog ALL = catalog();

  /** Five steps of it, one of each kind; what shows them alone stays as it is when steps come. */
  public static final Catalog FIVE =
      only(
          Set.of("root-mfa", "alternate-contacts", "contact-phone", "budget", "password-policy"),
          ALL);

  /** The one step that makes a thing in which data gathers. */
  public static final Catalog TRAIL = only(Set.of("trail"), ALL);

  /** The one step that needs a person in the middle. */
  public static final Catalog ADMIN = only(Set.of("admin-group"), ALL);

  public static final Map<String, String> ANSWERS =
      Map.of(
          "email", "alerts@example.com",
          "alternate-contacts.name", "Aoi Tanaka",
          "alternate-contacts.title", "Operations",
          "alternate-contacts.phone", "+81312345678",
          "account-alias.alias", "acme-dev",
          "contact-phone.number", "+819012345678");

  private Accounts() {}

  public static Connector practice(
      Catalog catalog, Scenario scenario, Map<String, String> answers, Clock clock) {
    return practice(catalog, scenario, answers, clock, false);
  }

  /**
   * @param first whether the account was never seen before
   */
  public static Connector practice(
      Catalog catalog, Scenario scenario, Map<String, String> answers, Clock clock, boolean first) {
    return () ->
        session(
            catalog,
            new PracticeAccount(
                scenario, WriteLog.NONE, CallListener.NONE, Duration.ZERO, clock, false),
            answers,
            clock,
            first);
  }

  public static Session session(
      Catalog catalog, AwsApi account, Map<String, String> answers, Clock clock, boolean first)
      throws CallFailed {
    MemoryNotes notes = new MemoryNotes();
    if (!first) {
      notes.saw(new Notes.LastCheck(clock.instant(), Map.of()));
    }
    SignIn.SignInResult in = SignIn.to(account, "ap-northeast-1", Optional.of("new"));
    Map<String, BoundStep> steps = new LinkedHashMap<>(Steps.of(in.account()));
    steps.keySet().retainAll(catalog.steps().stream().map(StepEntry::id).toList());
    return new Session(
        new SessionParts(
            catalog,
            in.account().identity(),
            steps,
            new AnswerBook(catalog, Map.of(), answers),
            new AnswerRules(PhoneNumbers::international),
            notes,
            new MemoryJournal(),
            in.caller(),
            clock,
            new Json(),
            in.account()::invalidate),
        new Delays(),
        time -> {},
        1);
  }

  private static Catalog catalog() {
    return CatalogReader.builtIn();
  }

  private static Catalog only(Set<String> ids, Catalog catalog) {
    return new Catalog(
        catalog.groups(),
        catalog.shared(),
        List.of(),
        List.of(),
        catalog.steps().stream().filter(step -> ids.contains(step.id())).toList());
  }
}
