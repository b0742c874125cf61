package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.aws.ServiceNames;
import dev.firstday.aws.SignIn;
import dev.firstday.aws.client.RateLimiter;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.StepEntry;
import dev.firstday.catalog.Text;
import dev.firstday.engine.MemoryJournal;
import dev.firstday.engine.MemoryNotes;
import dev.firstday.engine.Session;
import dev.firstday.engine.SessionParts;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.apply.ApplyOrder;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.Typist;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.steps.root.PhoneNumbers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * An account with everything it takes to work on it. Whatever is assessed here is held against the
 * catalogue: each finding and each change has its text.
 */
public final class Bench {
  /** Answers with which every step can be applied. */
  public static final Map<String, String> ANSWERS =
      Map.of(
          "email", "aoi@example.com",
          "alternate-contacts.name", "Aoi Tanaka",
          "alternate-contacts.title", "Founder",
          "alternate-contacts.phone", "+819012345678",
          "account-alias.alias", "acme-dev",
          "admin-group.user", "mio");

  static final Catalog CATALOG = builtIn();

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AwsApi clients;
  private final SignIn.SignInResult signedIn;
  private final Session session;
  private final Typist person = new Typist(Clock.systemUTC());

  /** A bench for whatever the clients lead to. */
  public Bench(Function<CallListener, AwsApi> source, Map<String, String> answers) {
    this(source, answers, Clock.systemUTC(), time -> {}, RateLimiter.NONE);
  }

  /** The same with a time of its own. */
  public Bench(
      Function<CallListener, AwsApi> source,
      Map<String, String> answers,
      Clock clock,
      Pause pause) {
    this(source, answers, clock, pause, RateLimiter.NONE);
  }

  /** A bench at which no call is made faster than this. */
  Bench(
      Function<CallListener, AwsApi> source,
      Map<String, String> answers,
      Clock clock,
      Pause pause,
      RateLimiter pace) {
    clients = source.apply((service, operation, region) -> calls.add(key(service, operation)));
    signedIn = signIn(pace);
    MemoryNotes notes = new MemoryNotes();
    session =
        new Session(
            new SessionParts(
                CATALOG,
                signedIn.account().identity(),
                Steps.of(signedIn.account()),
                new AnswerBook(CATALOG, Map.of(), answers),
                new AnswerRules(PhoneNumbers::international),
                notes,
                new MemoryJournal(),
                signedIn.caller(),
                clock,
                null,
                signedIn.account()::invalidate),
            new Delays(),
            pause,
            ApplyOrder.WIDEST);
    calls.clear();
  }

  /** A bench for the practice account. */
  public static Bench of(Scenario scenario) {
    return of(scenario, ANSWERS);
  }

  public static Bench of(Scenario scenario, Map<String, String> answers) {
    return new Bench(listener -> practice(scenario, listener), answers);
  }

  public static PracticeAccount practice(Scenario scenario, CallListener listener) {
    return new PracticeAccount(
        scenario, WriteLog.NONE, listener, Duration.ZERO, Clock.systemUTC(), false);
  }

  /** The answers with which every step can be applied, and more. */
  public static Map<String, String> answers(String... keysAndValues) {
    Map<String, String> answers = new HashMap<>(ANSWERS);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      answers.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return answers;
  }

  private static Catalog builtIn() {
    return CatalogReader.builtIn();
  }

  private SignIn.SignInResult signIn(RateLimiter pace) {
    try {
      return SignIn.to(clients, "ap-northeast-1", Optional.empty(), pace);
    } catch (CallFailed e) {
      throw new AssertionError(e);
    }
  }

  private static String key(String service, String operation) {
    return ServiceNames.cli(service) + ":" + operation;
  }

  /** The clients, to set something up by hand. */
  public Clients clients() {
    return Clients.in(clients, "ap-northeast-1");
  }

  /** Where all clients come from. */
  public AwsApi source() {
    return clients;
  }

  /** Forgets what was read before. */
  public void invalidate() {
    signedIn.account().invalidate();
  }

  public Session session() {
    return session;
  }

  public Caller caller() {
    return signedIn.caller();
  }

  /** A person follows the link of every mail that SNS has sent. */
  public void confirmMails() {
    ((PracticeAccount) clients).confirmMails();
  }

  /** Takes a step back and expects everything to be as planned. */
  UndoPlan undo(String... steps) {
    UndoPlan undo = session.undoPlan(List.of(steps));
    Plan.Confirmed confirmed = undo.plan().confirm(session.identity().lastFour()).orElseThrow();
    Outcome outcome = session.undo(confirmed, event -> {}, () -> false, RecoveryPrompt.NONE);
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending(), outcome::toString);
    return undo;
  }

  /** The calls since the last time somebody asked. */
  public List<String> calls() {
    List<String> heard = List.copyOf(calls);
    calls.clear();
    return heard;
  }

  /** The writes since the last time somebody asked. */
  public List<String> writes() {
    return calls().stream().filter(key -> Writes.find(key).isPresent()).toList();
  }

  /** A new look at a step. */
  public Assessment assess(String step) {
    signedIn.account().invalidate();
    int before = calls.size();
    session.check(List.of(step));
    calls
        .subList(before, calls.size())
        .forEach(key -> assertTrue(Reads.find(key).isPresent(), key + " while assessing"));
    Assessment assessment = session.step(step).assessment().orElseThrow();
    texts(step, assessment);
    return assessment;
  }

  private void texts(String step, Assessment assessment) {
    StepEntry entry = CATALOG.step(step).orElseThrow();
    for (Finding finding : assessment.findings()) {
      text(entry.findings(), "finding.", finding.note());
    }
    for (Change change : assessment.changes()) {
      text(entry.changes(), "change.", change.why());
    }
  }

  private static void text(Map<String, Text> texts, String prefix, Note note) {
    for (Language language : Language.values()) {
      String text =
          texts.containsKey(note.code())
              ? texts.get(note.code()).in(language, note.values())
              : Messages.in(language).text(prefix + note.code(), note.values());
      assertTrue(!text.equals(prefix + note.code()), "no text for " + note);
      assertTrue(!text.matches(".*\\{\\d}.*"), () -> "no value for " + text + " in " + note);
    }
  }

  /** Applies some steps together, as one plan. */
  public Outcome apply(String... steps) {
    List.of(steps).forEach(this::assess);
    Plan plan = session.plan(List.of(steps));
    Plan.Confirmed confirmed = plan.confirm(session.identity().lastFour()).orElseThrow();
    Outcome outcome =
        session.apply(
            confirmed, Optional.of(person), event -> {}, () -> false, RecoveryPrompt.NONE);
    assertNotNull(outcome);
    return outcome;
  }

  /** Whoever sits at the bench. */
  public Typist person() {
    return person;
  }

  /** The codes of what was found. */
  public static List<String> codes(Assessment assessment) {
    return assessment.findings().stream().map(Finding::code).toList();
  }

  /** The ids of what would be written. */
  public static List<String> ids(Assessment assessment) {
    return assessment.changes().stream().map(Change::id).toList();
  }

  /** The one change there is. */
  public static Change change(Assessment assessment) {
    assertEquals(1, assessment.changes().size(), () -> ids(assessment).toString());
    return assessment.changes().getFirst();
  }
}
