package dev.firstday.line.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.plan.Secret;
import dev.firstday.line.Said;
import dev.firstday.line.io.LineIo;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.ReaderLineIo;
import dev.firstday.line.io.SessionEnded;
import dev.firstday.line.io.StreamLineIo;
import dev.firstday.line.model.LineContext;
import dev.firstday.terminal.AlternateScreen;
import dev.firstday.terminal.Charmap;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;

/** What a person is told and asked in the middle of an apply. */
class AskedPersonTest {
  private final StringWriter out = new StringWriter();

  private LineContext context(String typed) {
    return context(
        new StreamLineIo(new BufferedReader(new StringReader(typed)), new PrintWriter(out), false));
  }

  private static LineContext context(LineIo talk) {
    return new LineContext(
        Said.options(Optional::empty, Language.EN, Clock.systemUTC(), false),
        new LineWriter(talk, Language.EN, ZoneOffset.UTC));
  }

  private static Optional<Person.Codes> codes(LineContext context) throws InterruptedException {
    Person.Enrolment enrolment =
        new Person.Enrolment("aoi", Secret.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"));
    return context
        .waiting()
        .writing(
            "line.applying.waiting",
            () -> {
              try {
                return new AskedPerson(context).codes(enrolment, Optional.empty());
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            () -> {});
  }

  @Test
  void the_seed_is_said_in_groups_of_four_and_codes_are_not_repeated() throws InterruptedException {
    Optional<Person.Codes> codes = codes(context("12\n１２３ ４５６\n654321\n"));
    assertEquals("123456", codes.orElseThrow().first().text());
    assertEquals("654321", codes.orElseThrow().second().text());
    String said = out.toString();
    assertTrue(said.contains("\nABCD EFGH IJKL MNOP QRST UVWX YZ23 4567\n"), said);
    assertTrue(said.contains("six digits"), said);
    assertFalse(said.contains("654321"), said);
  }

  private static Optional<Secret> renewing(LineContext context) throws InterruptedException {
    return context
        .waiting()
        .writing(
            "line.applying.waiting",
            () -> {
              try {
                return new AskedPerson(context).code(null);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            () -> {});
  }

  @Test
  void one_code_renews_a_session_and_an_empty_one_gives_it_up() throws InterruptedException {
    assertEquals("123456", renewing(context("１２３ ４５６\n")).orElseThrow().text());
    assertEquals(Optional.empty(), renewing(context("12\n\n")));
    assertTrue(out.toString().contains("six digits. Empty stops here."), out.toString());
  }

  @Test
  void an_empty_code_gives_it_up() throws InterruptedException {
    assertEquals(Optional.empty(), codes(context("\n")));
  }

  @Test
  void whoever_quits_here_stops_what_is_being_made() {
    LineContext context = context("ｑ\n");
    assertTrue(assertThrows(SessionEnded.class, () -> codes(context)).wanted());
  }

  /** What a terminal with editing is sent while these keys come. */
  private static String recorded(String keys, Work work) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (LineDisciplineTerminal terminal =
        new LineDisciplineTerminal("test", "xterm-256color", bytes, StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(80, 24));
      terminal.echo(false); // These keys come before anybody reads.
      terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
      LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
      Charmap charmap = Charmap.of(Map.of("LC_ALL", "C.UTF-8"));
      AlternateScreen alternate = new AlternateScreen(terminal.output());
      work.with(context(new ReaderLineIo(reader, charmap, alternate)));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private interface Work {
    void with(LineContext context) throws Exception;
  }

  /** What stays of it on a terminal, its scrollback included. */
  private static String kept(String recorded) {
    return recorded.replaceAll("(?s)\u001b\\[\\?1049h.*?\u001b\\[\\?1049l", "");
  }

  @Test
  void a_key_is_gone_from_a_terminal_with_its_codes() throws Exception {
    String recorded =
        recorded(
            "123456\r654321\r",
            context -> assertEquals("123456", codes(context).orElseThrow().first().text()));
    assertTrue(recorded.contains("ABCD EFGH IJKL"), recorded);
    assertFalse(recorded.contains("stays on the screen"), recorded);
    assertFalse(kept(recorded).contains("ABCD EFGH IJKL"), kept(recorded));
    assertFalse(kept(recorded).contains("123456"), kept(recorded));
    assertFalse(kept(recorded).contains("1049"), kept(recorded));
  }

  @Test
  void the_alternate_screen_is_left_by_whoever_quits_too() throws Exception {
    String recorded =
        recorded("q\r", context -> assertThrows(SessionEnded.class, () -> codes(context)));
    assertTrue(recorded.contains("\u001b[?1049h"), recorded);
    assertFalse(kept(recorded).contains("1049"), kept(recorded));
    assertFalse(kept(recorded).contains("ABCD"), kept(recorded));
  }

  @Test
  void a_password_is_gone_from_a_terminal_with_the_key() throws Exception {
    String recorded = recorded("\r\r", AskedPersonTest::reveal);
    assertTrue(recorded.contains("aB3!x}"), recorded);
    assertFalse(recorded.contains("stays on the screen"), recorded);
    assertFalse(kept(recorded).contains("aB3!x}"), kept(recorded));
    assertFalse(kept(recorded).contains("small a"), kept(recorded));
  }

  @Test
  void plain_lines_say_that_it_stays_and_how_to_clear_it() throws Exception {
    reveal(context("\n"));
    assertTrue(out.toString().contains("This stays on the screen"), out.toString());
    codes(context("\n"));
    assertEquals(2, out.toString().split("This stays on the screen", -1).length - 1);
    assertFalse(out.toString().contains("\u001b"), out.toString());
  }

  @Test
  void a_password_is_spelled_character_by_character() throws InterruptedException {
    reveal(context("\n"));
    String said = out.toString();
    assertTrue(said.contains("\nsmall a, capital B, 3, exclamation mark\n"), said);
    assertTrue(said.contains("\nsmall x, right brace\n"), said);
  }

  private static void reveal(LineContext context) throws InterruptedException {
    Person.NewPassword password =
        new Person.NewPassword("aoi", "https://example.com/", Secret.of("aB3!x}"));
    context
        .waiting()
        .writing(
            "line.applying.waiting",
            () -> {
              try {
                new AskedPerson(context).reveal(password);
                return true;
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            () -> {});
  }
}
