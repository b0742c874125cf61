package dev.firstday.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.apply.Applier;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.ApplyOrder;
import dev.firstday.engine.apply.Job;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Ask;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.Secret;
import dev.firstday.practice.TestClock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the applier asks of a person, and what it does with the answers. */
class PersonInApplyTest {
  private static final String ACCOUNT = "123456780042";
  private static final String SEED = "marker-seed";

  private final MemoryJournal journal = new MemoryJournal();
  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));
  private final List<ApplyEvent> events = new ArrayList<>();
  private final Set<String> written = new HashSet<>();
  private final List<String> calls = new ArrayList<>();
  private final Deque<String> errors = new ArrayDeque<>();
  private final Somebody somebody = new Somebody();
  private final Map<String, List<Change>> missing =
      new java.util.LinkedHashMap<>(
          Map.of("people", List.of(Changes.of("group"), PASSWORD, DEVICE, ENABLE)));

  private static final Change PASSWORD =
      change(
          "password",
          Map.of("UserName", "aoi", "Password", Map.of("$secret", "one-time-password")),
          new Ask.NewUserPassword("aoi", "https://sign.in", Set.of("TooWeak")));
  private static final Change DEVICE = change("device", Map.of("Name", "x"), new Ask.Presence());
  private static final Change ENABLE =
      change(
          "enable",
          Map.of(
              "Serial", Map.of("$ref", "device#/Serial"),
              "Code1", Map.of("$ask", Ask.FIRST_CODE),
              "Code2", Map.of("$ask", Ask.SECOND_CODE)),
          new Ask.MfaEnrolment("aoi", "device#/Seed", Set.of("Wrong")));

  private static Change change(String id, Map<String, Object> request, Ask... asks) {
    Change plain = Changes.of(id, request);
    return new Change(
        id,
        plain.effect(),
        plain.service(),
        plain.operation(),
        plain.region(),
        request,
        plain.why(),
        plain.shows(),
        plain.undo(),
        plain.waitFor(),
        List.of(asks));
  }

  /** Types codes, agrees or not, and remembers what it saw. */
  private static final class Somebody implements Person {
    private final List<String> seen = new ArrayList<>();
    private final List<Secret> secrets = new ArrayList<>();
    private final Deque<Optional<String>> codes = new ArrayDeque<>();
    private boolean agrees = true;

    @Override
    public void reveal(NewPassword password) {
      seen.add(password.user() + " has a password of " + password.password().text().length());
      secrets.add(password.password());
    }

    @Override
    public Optional<Codes> codes(Enrolment enrolment, Optional<Problem> refused) {
      seen.add(enrolment.seed().text() + refused.map(p -> " after " + p.code()).orElse(""));
      secrets.add(enrolment.seed());
      return codes.poll().map(code -> new Codes(kept(code + "1"), kept(code + "2")));
    }

    private Secret kept(String code) {
      Secret secret = Secret.of(code);
      secrets.add(secret);
      return secret;
    }

    @Override
    public boolean agrees(Plan.Planned change) {
      seen.add("asked about " + change.change().id());
      return agrees;
    }
  }

  /** AWS, which may refuse. */
  private final class Aws implements Caller {
    @Override
    public String accountId() {
      return ACCOUNT;
    }

    @Override
    public Optional<Map<String, Object>> read(Read read) {
      return Optional.empty();
    }

    @Override
    public Receipt write(Change change, Map<String, Object> request) throws CallFailed {
      if (change.id().equals("password")) {
        assertTrue(request.get("Password") instanceof Secret, "a secret up to the call");
      }
      calls.add(change.id() + texts(request));
      assertFalse(journal.entries().toString().contains(SEED));
      if ((change == ENABLE || change == PASSWORD) && !errors.isEmpty()) {
        throw Problems.failure(errors.poll());
      }
      written.add(change.id());
      return new Receipt("r", Map.of("Serial", "serial", "Seed", Secret.of(SEED)));
    }
  }

  private static String texts(Map<String, Object> request) {
    StringBuilder texts = new StringBuilder();
    request.forEach(
        (key, value) ->
            texts
                .append(" ")
                .append(
                    !(value instanceof Secret secret)
                        ? value
                        : key.equals("Password")
                            ? "a password of " + secret.text().length()
                            : secret.text()));
    return texts.toString();
  }

  private Assessment assess(String step) {
    Assessment.Builder found = Assessment.builder();
    missing.get(step).stream()
        .filter(change -> !written.contains(change.id()))
        .forEach(change -> found.missing(Note.of("missing")).change(change));
    return found.build();
  }

  private Outcome apply(Plan plan, Optional<Person> person) {
    Job job =
        new Job(
            plan.confirm("0042").orElseThrow(),
            new Aws(),
            this::assess,
            journal,
            clock,
            clock::pass,
            step -> List.of(),
            person,
            events::add,
            () -> false,
            FaultLog.NONE);
    return Applier.apply(job, new ApplyOrder(List.of("people", "other"), Set.of(), 8));
  }

  private Outcome apply(Optional<Person> person) {
    return apply(Plan.of(ACCOUNT, missing), person);
  }

  private static List<String> ids(List<Plan.Planned> changes) {
    return changes.stream().map(planned -> planned.change().id()).toList();
  }

  @Test
  void secrets_and_codes_are_put_in_at_the_call() {
    somebody.codes.add(Optional.of("c"));
    Outcome outcome = apply(Optional.of(somebody));
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(
        List.of("group group", "password a password of 24 aoi", "device x", "enable c1 c2 serial"),
        calls);
    assertEquals(List.of("aoi has a password of 24", SEED), somebody.seen);
  }

  @Test
  void the_journal_has_names_in_the_place_of_secrets() {
    somebody.codes.add(Optional.of("typed-"));
    apply(Optional.of(somebody));
    String all = journal.entries().toString() + events;
    assertTrue(all.contains("$secret=one-time-password"), all);
    assertTrue(all.contains("$ask=first-code"), all);
    assertFalse(all.contains(SEED), all);
    assertFalse(all.contains("typed-1"), all);
  }

  @Test
  void nothing_secret_is_left_behind() {
    somebody.codes.add(Optional.of("c"));
    apply(Optional.of(somebody));
    assertEquals(4, somebody.secrets.size());
    somebody.secrets.forEach(
        secret -> assertThrows(IllegalStateException.class, secret::text, "not wiped"));
  }

  @Test
  void codes_that_aws_does_not_take_are_asked_again() {
    somebody.codes.addAll(List.of(Optional.of("a"), Optional.of("b")));
    written.add("password");
    errors.add("Wrong");
    Outcome outcome = apply(Optional.of(somebody));
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(List.of(SEED, SEED + " after Wrong"), somebody.seen);
    assertEquals("enable b1 b2 serial", calls.getLast());
  }

  @Test
  void another_error_is_a_failure() {
    somebody.codes.add(Optional.of("a"));
    written.add("password");
    errors.add("LimitExceeded");
    Outcome outcome = apply(Optional.of(somebody));
    assertEquals(Outcome.Ending.FAILED, outcome.ending());
    assertEquals("enable", outcome.failed().orElseThrow().change().id());
  }

  @Test
  void a_password_that_is_too_weak_is_made_longer() {
    somebody.codes.add(Optional.of("a"));
    errors.addAll(List.of("TooWeak", "TooWeak", "TooWeak"));
    assertEquals(Outcome.Ending.COMPLETED, apply(Optional.of(somebody)).ending());
    assertTrue(somebody.seen.contains("aoi has a password of 128"), somebody.seen.toString());
    assertEquals(1, somebody.seen.stream().filter(seen -> seen.startsWith("aoi")).count());
  }

  @Test
  void whoever_gives_up_leaves_the_step_and_the_others_go_on() {
    missing.put("other", List.of(Changes.of("later")));
    somebody.codes.add(Optional.empty());
    Outcome outcome = apply(Optional.of(somebody));
    assertEquals(Outcome.Ending.GIVEN_UP, outcome.ending());
    assertEquals(List.of("group", "password", "device", "later"), ids(outcome.done()));
    assertEquals(List.of("enable"), ids(outcome.notTried()));
    assertEquals(Verdict.TODO, outcome.after().get("people").verdict());
    assertFalse(journal.events().contains("started enable"), "nothing was tried");
  }

  @Test
  void giving_up_after_wrong_codes_is_journalled_as_a_failure() {
    somebody.codes.addAll(List.of(Optional.of("a"), Optional.empty()));
    written.add("password");
    errors.add("Wrong");
    assertEquals(Outcome.Ending.GIVEN_UP, apply(Optional.of(somebody)).ending());
    assertEquals("failed enable", journal.events().getLast());
  }

  @Test
  void without_a_person_what_needs_one_is_left() {
    Outcome outcome = apply(Optional.empty());
    assertEquals(Outcome.Ending.GIVEN_UP, outcome.ending());
    assertEquals(List.of("group group"), calls);
    assertEquals(List.of("password", "device", "enable"), ids(outcome.notTried()));
  }

  @Test
  void a_plan_for_nobody_is_completed_without_what_needs_a_person() {
    Plan unattended = Plan.of(ACCOUNT, missing).unattended();
    assertEquals(List.of("group"), ids(unattended.changes()));
    Outcome outcome = apply(unattended, Optional.empty());
    assertEquals(Outcome.Ending.COMPLETED, outcome.ending());
    assertEquals(List.of(), outcome.notTried());
  }

  @Test
  void what_uses_the_value_of_a_change_for_a_person_is_left_with_it() {
    Change user = Changes.of("user", Map.of("Of", Map.of("$ref", "device#/Serial")));
    Plan plan = Plan.of(ACCOUNT, Map.of("people", List.of(DEVICE, user)));
    assertTrue(plan.unattended().isEmpty());
  }

  @Test
  void whoever_does_not_agree_keeps_what_is_there() {
    Change replace = change("replace", Map.of(), new Ask.Consent(true));
    missing.put("people", List.of(replace, Changes.of("after")));
    somebody.agrees = false;
    Outcome outcome = apply(Optional.of(somebody));
    assertEquals(List.of("asked about replace"), somebody.seen);
    assertEquals(List.of("after"), calls.stream().map(call -> call.split(" ")[0]).toList());
    assertEquals(Outcome.Ending.GIVEN_UP, outcome.ending());
  }

  @Test
  void what_makes_no_sense_without_consent_is_left_too() {
    Change replace = change("replace", Map.of(), new Ask.Consent(false));
    missing.put("people", List.of(replace, Changes.of("after")));
    somebody.agrees = false;
    apply(Optional.of(somebody));
    assertEquals(List.of(), calls);
  }

  @Test
  void whoever_agrees_has_it_replaced() {
    missing.put("people", List.of(change("replace", Map.of(), new Ask.Consent(false))));
    assertEquals(Outcome.Ending.COMPLETED, apply(Optional.of(somebody)).ending());
    assertEquals(List.of("replace"), calls);
  }

  @Test
  void change_data_says_what_a_person_is_needed_for() {
    assertEquals(
        List.of(List.of("codes", "aoi", "device#/Seed", List.of("Wrong"))),
        ChangeData.of(ENABLE).get("asks"));
    assertFalse(ChangeData.of(Changes.of("x")).containsKey("asks"));
  }
}
