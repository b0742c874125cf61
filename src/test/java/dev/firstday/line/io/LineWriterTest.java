package dev.firstday.line.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.terminal.AlternateScreen;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person hears who reads along, and answers before everything is said. */
class LineWriterTest {
  private final List<String> heard = new ArrayList<>();
  private final Deque<String> typed = new ArrayDeque<>();
  private final LineWriter writer = new LineWriter(new Reader(), Language.EN, ZoneOffset.UTC);

  /** Somebody for whom a long text stops now and then. */
  private final class Reader implements LineIo {
    @Override
    public void say(String line) {
      heard.add(line);
    }

    @Override
    public Optional<TypedLine> ask(String prompt, boolean kept) {
      heard.add(prompt);
      return Optional.ofNullable(typed.poll()).map(text -> new TypedLine(text, false));
    }

    @Override
    public Optional<AlternateScreen> alternateScreen() {
      return Optional.empty();
    }

    @Override
    public boolean interrupted() {
      return false;
    }

    @Override
    public void goOn() {}

    @Override
    public boolean readAlong() {
      return true;
    }
  }

  private void longPage() {
    for (int i = 1; i <= 12; i++) {
      writer.say("line " + i);
    }
  }

  @Test
  void a_long_text_stops_after_seven_lines_and_goes_on() {
    typed.add("");
    longPage();
    assertEquals("line 7", heard.get(6));
    assertEquals(writer.text("line.more"), heard.get(7));
    assertEquals("line 12", heard.getLast());
  }

  @Test
  void a_question_is_asked_in_full_also_where_the_rest_before_it_was_skipped() {
    typed.addAll(List.of("s", "y"));
    longPage();
    assertTrue(writer.agrees("Is this it?"));
    assertEquals(List.of("Is this it?", "y or n:"), heard.subList(8, heard.size()));
  }

  @Test
  void whoever_answers_in_the_middle_of_a_text_is_not_asked_again() {
    typed.addAll(List.of("ｎ", "２"));
    longPage();
    assertEquals(false, writer.agrees("Is this it?"));
    longPage();
    assertEquals(2, writer.choice(3, 1));
    assertTrue(typed.isEmpty());
  }

  @Test
  void what_is_no_answer_is_explained_and_asked_again() {
    typed.addAll(List.of("perhaps", "はい"));
    assertTrue(writer.agrees("Is this it?"));
    assertEquals(2, heard.stream().filter("Is this it?"::equals).count());
    assertTrue(heard.contains(writer.text("line.yes-no.help")), heard.toString());
    typed.addAll(List.of("4", "h", ""));
    assertEquals(2, writer.choice(3, 2));
    assertTrue(heard.contains(writer.text("line.no-such-number", 3)), heard.toString());
    assertTrue(heard.stream().anyMatch(line -> line.startsWith("Type a number")), heard.toString());
  }

  @Test
  void quitting_is_possible_at_every_question() {
    typed.addAll(List.of("ｑ", "終了"));
    assertTrue(assertThrows(SessionEnded.class, () -> writer.agrees("Is this it?")).wanted());
    assertTrue(assertThrows(SessionEnded.class, () -> writer.choice(3, 1)).wanted());
  }
}
