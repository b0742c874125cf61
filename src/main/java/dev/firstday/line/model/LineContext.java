package dev.firstday.line.model;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Progress;
import dev.firstday.engine.Redactor;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.BackgroundWork;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.Reply;
import dev.firstday.line.io.WaitCancelled;
import dev.firstday.view.SessionSnapshot;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What every page works with: the session, the voice, and what was done so far. */
public final class LineContext {
  private final LineOptions options;
  private final LineWriter writer;
  private final BackgroundWork waiting;
  private final List<Plan.Planned> made = new ArrayList<>();
  private Optional<Session> session = Optional.empty();

  public LineContext(LineOptions options, LineWriter writer) {
    this.options = options;
    this.writer = writer;
    this.waiting = new BackgroundWork(writer, options.heartbeat(), System::nanoTime);
  }

  public LineOptions options() {
    return options;
  }

  public LineWriter writer() {
    return writer;
  }

  public BackgroundWork waiting() {
    return waiting;
  }

  public Session session() {
    return session.orElseThrow();
  }

  /** What the session knows now. */
  public SessionSnapshot snapshot() {
    return SessionSnapshot.of(session());
  }

  public boolean signedIn() {
    return session.isPresent();
  }

  public Progress standing() {
    return Progress.of(session());
  }

  public StepView step(String id) {
    return session().step(id);
  }

  /** The changes made so far. */
  public List<Plan.Planned> made() {
    return made;
  }

  /** Signs in; returns whether there is a session, for which a home Region must be known. */
  public boolean connect() throws CallFailed {
    try {
      session = waiting.reading("line.signing-in", options.connector()::connect);
    } catch (WaitCancelled e) {
      throw new CallFailed(Problem.left(), e);
    }
    session.ifPresent(
        opened -> {
          opened.delays().listen(waiting::late);
          opened.listeners().onUnkept(this::notKept);
        });
    return session.isPresent();
  }

  /** Says that something could not be kept, or that what was kept can't be read. */
  public void notKept(RecordFailed failure) {
    writer.error(List.of(writer.wording().problem(failure)));
  }

  /** Says where the calls are logged, after what went wrong. */
  public void log() {
    options.files().log().ifPresent(log -> writer.tell("run-log", log));
  }

  /** What the journal holds for choices to be made of: nothing, where it can't be read. */
  public List<AppliedChange> appliedChanges() {
    try {
      return session().history();
    } catch (RecordFailed e) {
      return List.of();
    }
  }

  /** Looks at some steps, and says so. */
  public void check(Collection<String> ids) {
    try {
      waiting.reading("line.checking", () -> session().check(ids));
    } catch (WaitCancelled e) {
      session().leave(ids);
      left();
    }
    session().remember();
  }

  /** Says that a person has left what was being read. */
  public void left() {
    writer.afresh();
    writer.wording().problem(Problem.left()).forEach(writer::say);
  }

  public void checkAll() {
    writer.tell("line.checking-steps", session().steps().size());
    check(session().steps().stream().map(StepView::id).toList());
  }

  /** A step as it is spoken of: number and title. */
  public String name(StepView step) {
    return writer.text("line.step", standing().number(step.id()), writer.of(step.entry().title()));
  }

  /** How a step stands, in a word; and whether it waits for a person. */
  public String verdict(StepView step) {
    String word =
        step.skipped().isEmpty() && step.assessment().isEmpty()
            ? writer.text("tui.not-looked")
            : writer.wording().verdict(step);
    return Progress.needsPerson(step) ? writer.text("line.needs-you", word) : word;
  }

  /** What a change is for; its call, where no step that is known wanted it. */
  public String change(Plan.Planned planned) {
    return writer.wording().change(planned, session().catalog());
  }

  /** Steps as they are spoken of; one that the catalogue does not have, by its id. */
  public String names(List<String> steps) {
    return steps.stream()
        .map(id -> knows(id) ? name(step(id)) : id)
        .collect(Collectors.joining("; "));
  }

  /** Whether the catalogue of this run has a step. */
  public boolean knows(String step) {
    return session().catalog().step(step).isPresent();
  }

  public String when(Instant at) {
    return writer.wording().when(at);
  }

  public void language(Language language, boolean lines) {
    writer.language(language);
    options.keep().accept(language, lines);
  }

  /** Hides whose account it is, or shows it again. */
  public void mask() {
    writer.redactor(
        writer.masked()
            ? Optional.empty()
            : Optional.of(new Redactor(session.map(s -> s.identity().accountId()))));
    writer.tell(writer.masked() ? "line.mask-on" : "line.mask-off");
  }

  /** Asks for a file and writes to it; an empty answer writes nothing. */
  public void save(String proposed, Saving saving) {
    writer.tell("line.file", proposed);
    String typed = writer.typed(writer.text("line.file.prompt"), true).text().strip();
    LineWriter.leaveIfWanted(Reply.of(typed));
    if (Reply.of(typed).is("-") || Reply.of(typed).goesBack()) {
      writer.tell("line.file.nothing");
      return;
    }
    try {
      Path file = Path.of(typed.isEmpty() ? proposed : typed);
      saving.to(file);
      writer.tell("cli.written", file);
    } catch (IOException | InvalidPathException e) {
      writer.error(List.of(writer.text("cli.unwritable", typed.isEmpty() ? proposed : typed, e)));
    }
  }

  /** Writes to a file. */
  @FunctionalInterface
  public interface Saving {
    void to(Path file) throws IOException;
  }
}
