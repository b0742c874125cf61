package dev.firstday.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Person;
import dev.firstday.engine.Secret;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person is told and asked in the middle of an apply. */
class AskedPersonTest {
  private final StringWriter out = new StringWriter();

  private Desk desk(String typed) {
    PlainTalk talk =
        new PlainTalk(new BufferedReader(new StringReader(typed)), new PrintWriter(out), false);
    return new Desk(
        Said.options(Optional::empty, Language.EN, Clock.systemUTC(), false),
        new Voice(talk, Language.EN, ZoneOffset.UTC));
  }

  private static Optional<Person.Codes> codes(Desk desk) throws InterruptedException {
    Person.Enrolment enrolment =
        new Person.Enrolment("aoi", Secret.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"));
    return desk.waiting()
        .writing(
            "line.applying.waiting",
            () -> {
              try {
                return new AskedPerson(desk).codes(enrolment, Optional.empty());
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            () -> {});
  }

  @Test
  void the_seed_is_said_in_groups_of_four_and_codes_are_not_repeated() throws InterruptedException {
    Optional<Person.Codes> codes = codes(desk("12\n１２３ ４５６\n654321\n"));
    assertEquals("123456", codes.orElseThrow().first().text());
    assertEquals("654321", codes.orElseThrow().second().text());
    String said = out.toString();
    assertTrue(said.contains("\nABCD EFGH IJKL MNOP QRST UVWX YZ23 4567\n"), said);
    assertTrue(said.contains("six digits"), said);
    assertFalse(said.contains("654321"), said);
  }

  private static Optional<Secret> renewing(Desk desk) throws InterruptedException {
    return desk.waiting()
        .writing(
            "line.applying.waiting",
            () -> {
              try {
                return new AskedPerson(desk).code(null);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            () -> {});
  }

  @Test
  void one_code_renews_a_session_and_an_empty_one_gives_it_up() throws InterruptedException {
    assertEquals("123456", renewing(desk("１２３ ４５６\n")).orElseThrow().text());
    assertEquals(Optional.empty(), renewing(desk("12\n\n")));
    assertTrue(out.toString().contains("six digits. Empty stops here."), out.toString());
  }

  @Test
  void an_empty_code_gives_it_up() throws InterruptedException {
    assertEquals(Optional.empty(), codes(desk("\n")));
  }

  @Test
  void whoever_quits_here_stops_what_is_being_made() {
    Desk desk = desk("ｑ\n");
    assertTrue(assertThrows(Ended.class, () -> codes(desk)).wanted());
  }

  @Test
  void a_password_is_spelled_character_by_character() throws InterruptedException {
    Desk desk = desk("\n");
    Person.NewPassword password =
        new Person.NewPassword("aoi", "https://example.com/", Secret.of("aB3!x}"));
    desk.waiting()
        .writing(
            "line.applying.waiting",
            () -> {
              try {
                new AskedPerson(desk).reveal(password);
                return true;
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            () -> {});
    String said = out.toString();
    assertTrue(said.contains("\nsmall a, capital B, 3, exclamation mark\n"), said);
    assertTrue(said.contains("\nsmall x, right brace\n"), said);
  }
}
