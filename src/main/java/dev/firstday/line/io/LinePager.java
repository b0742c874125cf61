package dev.firstday.line.io;

import dev.firstday.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says lines page by page. At the end of a page a person may skip the rest, or already answer the
 * next question.
 */
final class LinePager {
  /** As many lines as stay readable on a braille display with nine rows. */
  private static final int PAGE = 7;

  private final LineIo io;
  private int sinceQuestion;
  private boolean silent;
  private boolean asked;
  private final List<String> said = new ArrayList<>();
  private Optional<LineIo.TypedLine> ahead = Optional.empty();

  LinePager(LineIo io) {
    this.io = io;
  }

  /**
   * Says a line, unless the rest was skipped.
   *
   * @param prompt asks at the end of a page
   */
  void line(String line, Supplier<String> prompt) {
    if (asked) {
      said.clear();
      asked = false;
    }
    said.add(line);
    if (silent) {
      return;
    }
    if (io.readAlong() && sinceQuestion == PAGE) {
      more(prompt.get());
      if (silent) {
        return;
      }
    }
    sinceQuestion++;
    io.say(Printable.line(line));
  }

  /** An answer at the end of a page skips the rest of the text. */
  private void more(String prompt) {
    LineIo.TypedLine typed = heard(io.ask(prompt, false));
    Reply reply = Reply.of(typed.text());
    sinceQuestion = 0;
    silent = !reply.empty();
    ahead = Optional.of(typed).filter(answer -> silent && !reply.is("s"));
  }

  /** Begins a page; what follows is said even where the rest of a long text was skipped. */
  void afresh() {
    silent = false;
    sinceQuestion = 0;
  }

  /** The lines since the last question, skipped ones too. */
  String said() {
    return String.join(" ", said);
  }

  /** Whether the next question was answered already. */
  boolean answered() {
    return ahead.isPresent();
  }

  /** The answer that was given already; it counts once. */
  Optional<LineIo.TypedLine> takeAnswer() {
    Optional<LineIo.TypedLine> answer = ahead;
    ahead = Optional.empty();
    return answer;
  }

  /**
   * Asks.
   *
   * @param kept whether the text is kept as it was typed
   */
  LineIo.TypedLine ask(String prompt, boolean kept) {
    ahead = Optional.empty();
    asked = true;
    afresh();
    return heard(io.ask(Printable.line(prompt), kept));
  }

  /** Asks for what must not be shown. */
  LineIo.TypedLine askQuietly(String prompt) {
    ahead = Optional.empty();
    afresh();
    return heard(io.askQuietly(Printable.line(prompt)));
  }

  private static LineIo.TypedLine heard(Optional<LineIo.TypedLine> typed) {
    return typed.orElseThrow(SessionEnded::new);
  }
}
