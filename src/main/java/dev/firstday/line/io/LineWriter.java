package dev.firstday.line.io;

import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Text;
import dev.firstday.engine.Redactor;
import dev.firstday.engine.Texts;
import dev.firstday.terminal.Wrap;
import dev.firstday.view.FactText;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Everything that is said and asked, in the language of the moment, in lines that fit. */
public final class LineWriter {
  /** The widest line: a little less than the narrowest usual terminal. */
  static final int COLUMNS = 76;

  private final LineIo talk;
  private final LinePager pager;
  private final ZoneId zone;
  private Language language;
  private Optional<Redactor> redactor = Optional.empty();

  /** Says times in this zone. */
  public LineWriter(LineIo talk, Language language, ZoneId zone) {
    this.talk = talk;
    this.pager = new LinePager(talk);
    this.zone = zone;
    this.language = language;
  }

  public Language language() {
    return language;
  }

  public void language(Language other) {
    language = other;
  }

  /** Hides what tells whose account it is; empty shows it again. */
  public void redactor(Optional<Redactor> wanted) {
    redactor = wanted;
  }

  public boolean masked() {
    return redactor.isPresent();
  }

  public Texts wording() {
    return new Texts(language, Optional.of(() -> zone));
  }

  public String text(String key, Object... values) {
    return Messages.in(language).text(key, values);
  }

  public String of(Text text) {
    return text.in(language);
  }

  /** Says a text of the messages. */
  public void tell(String key, Object... values) {
    say(text(key, values));
  }

  /** Says a text, over several lines if it needs them. */
  public void say(String text) {
    Wrap.lines(hidden(text), COLUMNS).stream().filter(line -> !line.isBlank()).forEach(this::line);
  }

  /** Says a link or a command alone on its line, whole, so that it can be copied. */
  public void alone(String text) {
    line(hidden(text));
  }

  /** Says lines as they are, but none that is too wide; blank ones say nothing. */
  public void verbatim(String text) {
    hidden(text)
        .lines()
        .filter(line -> !line.isBlank())
        .flatMap(line -> Wrap.lines(line, COLUMNS).stream())
        .forEach(this::line);
  }

  /** What is copied into a file or a shell: a line that is broken means something else there. */
  public void unbroken(String text) {
    hidden(text).lines().forEach(this::line);
  }

  public void fact(String name, String value) {
    say(text("line.fact", name, value));
  }

  /** Values with their names; one without a value is left out. */
  public void facts(List<FactText> facts) {
    facts.stream()
        .filter(fact -> !fact.value().isEmpty())
        .forEach(fact -> fact(fact.name(), fact.value()));
  }

  /** What went wrong: said first, and complete. */
  public void error(List<String> sentences) {
    say(text("line.error", String.join(" ", sentences)));
  }

  private String hidden(String text) {
    return redactor.map(hide -> hide.over(text)).orElse(text);
  }

  private void line(String line) {
    pager.line(line, () -> text("line.more"));
  }

  /** What follows is said even where the rest of a long text was not wanted. */
  public void afresh() {
    pager.afresh();
  }

  /** What was said since the last question, to find words in. */
  public String said() {
    return pager.said();
  }

  /** Whether somebody has said already what to do next. */
  public boolean answered() {
    return pager.answered();
  }

  /** Asks what to do next, unless that was said while the page was still being told. */
  public Reply askNext(String prompt) {
    return pager.takeAnswer().map(typed -> Reply.of(typed.text())).orElseGet(() -> ask(prompt));
  }

  Reply ask(String prompt) {
    return Reply.of(typed(prompt, false).text());
  }

  /** Asks for a text that is kept as it was typed. */
  public LineIo.TypedLine typed(String prompt, boolean kept) {
    return pager.ask(prompt, kept);
  }

  public Reply askQuietly(String prompt) {
    return Reply.of(pager.askQuietly(prompt).text());
  }

  /** Says and asks what must not stay when it is answered. */
  public <T> T passing(Supplier<T> asking) {
    afresh();
    return talk.alternateScreen().map(s -> s.showing(asking)).orElseGet(asking);
  }

  /** Whether even what must not stay can be found on the screen later. */
  public boolean stays() {
    return talk.alternateScreen().isEmpty();
  }

  /** Says that it stays, and how to clear it, where that is so. */
  public void tellIfItStays() {
    if (stays()) {
      tell("person.stays");
    }
  }

  /** Asks until the answer is yes or no; the question is heard whatever was skipped before it. */
  public boolean agrees(String question) {
    if (!answered()) {
      afresh();
      say(question);
    }
    return until(
        () -> askNext(text("line.yes-no")),
        Reply::agreement,
        reply -> {
          tell("line.yes-no.help");
          say(question);
        });
  }

  /**
   * Asks until there is an answer that can be used.
   *
   * @param take what an answer means; empty if it can't be used, which is said then
   */
  public <T> T until(
      Supplier<Reply> ask, Function<Reply, Optional<T>> take, Consumer<Reply> otherwise) {
    while (true) {
      Reply reply = ask.get();
      leaveIfWanted(reply);
      Optional<T> taken = take.apply(reply);
      if (taken.isPresent()) {
        return taken.get();
      }
      otherwise.accept(reply);
    }
  }

  /** Asks for the number of one of so many things that were just told; Enter takes what holds. */
  public int choice(int count, int now) {
    return until(
        () -> askNext(text("line.number-of", now)),
        reply -> reply.empty() ? Optional.of(now) : reply.number(count),
        reply -> tell(reply.wantsHelp() ? "line.help.number" : "line.no-such-number", count));
  }

  /**
   * Asks for the number of something that was just told, until it is one; empty if a person would
   * rather go back.
   *
   * @param unknown says that it is none
   */
  public Optional<Integer> numbered(
      String prompt, IntPredicate known, String unknown, Object... values) {
    int number =
        until(
            () -> ask(text(prompt)),
            reply ->
                reply.empty() || reply.goesBack()
                    ? Optional.of(0)
                    : reply.number().filter(known::test),
            reply -> tell(unknown, values));
    return number == 0 ? Optional.empty() : Optional.of(number);
  }

  /** Quitting is possible at every question. */
  public static void leaveIfWanted(Reply reply) {
    if (reply.quits()) {
      throw SessionEnded.asWanted();
    }
  }

  boolean interrupted() {
    return talk.interrupted();
  }

  /** Whether a person is there, who may want to go on without an answer of AWS's. */
  boolean attended() {
    return talk.readAlong();
  }

  /** What Ctrl+C was pressed for is left; the next question is asked as ever. */
  void goOn() {
    talk.goOn();
  }
}
