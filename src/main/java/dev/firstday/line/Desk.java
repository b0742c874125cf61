package dev.firstday.line;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Progress;
import dev.firstday.engine.Redactor;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
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
final class Desk {
  private final LineOptions options;
  private final Voice voice;
  private final Waiting waiting;
  private final List<Plan.Planned> made = new ArrayList<>();
  private Optional<Session> session = Optional.empty();

  Desk(LineOptions options, Voice voice) {
    this.options = options;
    this.voice = voice;
    this.waiting = new Waiting(voice, options.heartbeat(), System::nanoTime);
  }

  LineOptions options() {
    return options;
  }

  Voice voice() {
    return voice;
  }

  Waiting waiting() {
    return waiting;
  }

  Session session() {
    return session.orElseThrow();
  }

  boolean signedIn() {
    return session.isPresent();
  }

  Progress standing() {
    return Progress.of(session());
  }

  StepView step(String id) {
    return session().step(id);
  }

  /** The changes made so far. */
  List<Plan.Planned> made() {
    return made;
  }

  /** Signs in; returns whether there is a session, for which a home Region must be known. */
  boolean connect() throws CallFailed {
    try {
      session = waiting.reading("line.signing-in", options.connector()::connect);
    } catch (Left e) {
      throw new CallFailed(Problem.left(), e);
    }
    session.ifPresent(
        opened -> {
          opened.delays().listen(waiting::late);
          opened.onUnkept(this::notKept);
        });
    return session.isPresent();
  }

  /** Says that something could not be kept, or that what was kept can't be read. */
  void notKept(RecordFailed failure) {
    voice.error(List.of(voice.wording().problem(failure)));
  }

  /** Says where the calls are logged, after what went wrong. */
  void log() {
    options.files().log().ifPresent(log -> voice.tell("run-log", log));
  }

  /** What the journal holds for choices to be made of: nothing, where it can't be read. */
  List<AppliedChange> deeds() {
    try {
      return session().history();
    } catch (RecordFailed e) {
      return List.of();
    }
  }

  /** Looks at some steps, and says so. */
  void check(Collection<String> ids) {
    try {
      waiting.reading("line.checking", () -> session().check(ids));
    } catch (Left e) {
      session().leave(ids);
      left();
    }
    session().remember();
  }

  /** Says that a person has left what was being read. */
  void left() {
    voice.afresh();
    voice.wording().problem(Problem.left()).forEach(voice::say);
  }

  void checkAll() {
    voice.tell("line.checking-steps", session().steps().size());
    check(session().steps().stream().map(StepView::id).toList());
  }

  /** A step as it is spoken of: number and title. */
  String name(StepView step) {
    return voice.text("line.step", standing().number(step.id()), voice.of(step.entry().title()));
  }

  /** How a step stands, in a word; and whether it waits for a person. */
  String verdict(StepView step) {
    String word =
        step.skipped().isEmpty() && step.assessment().isEmpty()
            ? voice.text("tui.not-looked")
            : voice.wording().verdict(step);
    return Progress.needsPerson(step) ? voice.text("line.needs-you", word) : word;
  }

  /** What a change is for; its call, where no step that is known wanted it. */
  String change(Plan.Planned planned) {
    return planned.steps().stream()
        .flatMap(id -> session().catalog().step(id).stream())
        .findFirst()
        .map(step -> voice.wording().change(step, planned.change()))
        .orElse(planned.change().service() + " " + planned.change().operation());
  }

  /** What a change of a step is for. */
  String change(String step, Change change) {
    return change(new Plan.Planned(change, List.of(step)));
  }

  /** Steps as they are spoken of; one that the catalogue does not have, by its id. */
  String names(List<String> steps) {
    return steps.stream()
        .map(id -> knows(id) ? name(step(id)) : id)
        .collect(Collectors.joining("; "));
  }

  /** Whether the catalogue of this run has a step. */
  boolean knows(String step) {
    return session().catalog().step(step).isPresent();
  }

  String when(Instant at) {
    return voice.wording().when(at);
  }

  void language(Language language, boolean lines) {
    voice.language(language);
    options.keep().accept(language, lines);
  }

  /** Hides whose account it is, or shows it again. */
  void mask() {
    voice.discretion(
        voice.masked()
            ? Optional.empty()
            : Optional.of(new Redactor(session.map(s -> s.identity().accountId()))));
    voice.tell(voice.masked() ? "line.mask-on" : "line.mask-off");
  }

  /** Asks for a file and writes to it; an empty answer writes nothing. */
  void save(String proposed, Saving saving) {
    voice.tell("line.file", proposed);
    String typed = voice.typed(voice.text("line.file.prompt"), true).text().strip();
    Voice.leaveIfWanted(Reply.of(typed));
    if (Reply.of(typed).is("-") || Reply.of(typed).goesBack()) {
      voice.tell("line.file.nothing");
      return;
    }
    try {
      Path file = Path.of(typed.isEmpty() ? proposed : typed);
      saving.to(file);
      voice.tell("cli.written", file);
    } catch (IOException | InvalidPathException e) {
      voice.error(List.of(voice.text("cli.unwritable", typed.isEmpty() ? proposed : typed, e)));
    }
  }

  /** Writes to a file. */
  @FunctionalInterface
  interface Saving {
    void to(Path file) throws IOException;
  }
}
