package dev.firstday.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.catalog.Actor;
import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Group;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.StepEntry;
import dev.firstday.catalog.Text;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.assess.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Steps that a person attests: those without a class, and those where AWS shows nothing. */
class AttestedStepTest {
  private static final Text TEXT = new Text("text", "text");

  private Assessment shown = Assessment.unattested();

  private final Notes notes = new MemoryNotes();

  private static StepEntry entry(String id) {
    return new StepEntry(
        id,
        "group",
        Actor.PERSON,
        true,
        TEXT,
        TEXT,
        List.of(TEXT),
        1,
        Optional.empty(),
        "https://example.com/",
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        false,
        Map.of(),
        Map.of(),
        Map.of());
  }

  private Session session() {
    Catalog catalog =
        new Catalog(
            List.of(new Group("group", TEXT)),
            List.of(),
            List.of(),
            List.of(),
            List.of(entry("word"), entry("partly-shown")));
    return new Session(
        new SessionParts(
            catalog,
            new Identity(
                "123456780042",
                Optional.empty(),
                "arn",
                Identity.Kind.USER,
                "aoi",
                "aws",
                "us-east-1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Map.of("partly-shown", answers -> shown),
            new AnswerBook(catalog, Map.of(), Map.of()),
            new AnswerRules(Optional::of),
            notes,
            null,
            null,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            null,
            afresh -> {}));
  }

  private static List<String> codes(Session session, String step) {
    return session.step(step).assessment().orElseThrow().findings().stream()
        .map(Finding::code)
        .toList();
  }

  private static Verdict verdict(Session session, String step) {
    session.check(List.of(step));
    return session.step(step).verdict().orElseThrow();
  }

  @Test
  void a_step_without_a_class_is_attested_by_a_persons_word() {
    Session session = session();
    assertEquals(Verdict.UNATTESTED, verdict(session, "word"));
    session.attest("word", Optional.of("aoi"));
    assertEquals(Verdict.ATTESTED, verdict(session, "word"));
    assertEquals(List.of("attested"), codes(session, "word"));
  }

  @Test
  void where_a_class_sees_nothing_a_persons_word_counts_and_can_be_taken_back() {
    shown = Assessment.builder().info(Note.of("nothing-shown")).fixed(Verdict.UNATTESTED).build();
    Session session = session();
    assertEquals(Verdict.UNATTESTED, verdict(session, "partly-shown"));
    assertEquals(List.of("nothing-shown", "unattested"), codes(session, "partly-shown"));
    session.attest("partly-shown", Optional.of("aoi"));
    assertEquals(List.of("nothing-shown", "attested"), codes(session, "partly-shown"));
    session.attest("partly-shown", Optional.empty());
    assertEquals(Verdict.UNATTESTED, verdict(session, "partly-shown"));
  }

  @Test
  void what_aws_shows_is_stronger_than_a_word() {
    Session session = session();
    session.attest("partly-shown", Optional.of("aoi"));
    shown = Assessment.builder().missing(Note.of("none")).build();
    assertEquals(Verdict.TODO, verdict(session, "partly-shown"));
    shown = Assessment.builder().ok(Note.of("seller")).build();
    assertEquals(Verdict.DONE, verdict(session, "partly-shown"));
  }
}
