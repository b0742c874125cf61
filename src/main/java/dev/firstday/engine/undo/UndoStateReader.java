package dev.firstday.engine.undo;

import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.FieldHistory;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.ObservedState;
import dev.firstday.engine.journal.StateReader;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Read;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells by reads whether what a change made still is as we left it, so that it may be undone. */
record UndoStateReader(JournalHistory history, StateReader reader, Caller caller) {
  private static final Map<String, String> TAG = Map.of("Key", "CreatedBy", "Value", "firstday");

  /** How what a change made is now, as far as an undo of it is concerned. */
  sealed interface UndoState {}

  /** As we left it, as far as that is known. */
  record AsLeft() implements UndoState {}

  /** As it was before, or not there. */
  record Gone() implements UndoState {}

  /** It stays as it is. */
  record Stays(Note why) implements UndoState {}

  Stream<Read> reads(AppliedChange applied) {
    return Stream.of(
            applied.change().shows().stream(),
            caller.tag(applied.change()).stream(),
            applied.change().undo().stream().flatMap(undo -> undo.shows().stream()))
        .flatMap(reads -> reads)
        .filter(read -> Placeholders.allReferences(read.request()).isEmpty());
  }

  UndoState state(AppliedChange applied) {
    return state(applied, reader::at);
  }

  /** How a change's thing is, by what its reads have shown. */
  UndoState state(AppliedChange applied, Function<Read, StateReader.StateResult> seen) {
    if (!resolved(applied)) {
      return new Stays(Note.of("kept.cut-off"));
    }
    Optional<Note> foreign = foreign(applied);
    if (foreign.isPresent()) {
      return new Stays(foreign.get());
    }
    Optional<Read> shows = applied.change().shows();
    if (shows.isEmpty()) {
      return new Stays(Note.of("kept.no-look"));
    }
    UndoState state = shown(applied, seen.apply(shows.get()));
    return state instanceof AsLeft ? oursAndEmpty(applied, seen) : state;
  }

  /** Of what is as we left it: whether it bears our tag and holds no data. */
  private UndoState oursAndEmpty(
      AppliedChange applied, Function<Read, StateReader.StateResult> seen) {
    Optional<Read> tag = caller.tag(applied.change());
    if (tag.isPresent() && !tagged(seen.apply(tag.get()))) {
      return new Stays(Note.of("kept.no-tag"));
    }
    return applied.change().undo().stream()
        .flatMap(undo -> data(undo, seen).stream())
        .findFirst()
        .<UndoState>map(Stays::new)
        .orElseGet(AsLeft::new);
  }

  private static boolean tagged(StateReader.StateResult seen) {
    return seen.sight().stream()
        .flatMap(sight -> sight.values().values().stream())
        .anyMatch(tags -> tags instanceof List<?> list && list.contains(TAG));
  }

  /** Why what the journal has as its undo is never called. */
  private Optional<Note> foreign(AppliedChange applied) {
    for (Change undo : applied.change().undo()) {
      Optional<String> part = caller.foreign(applied.change(), undo);
      if (part.isPresent()) {
        return Optional.of(
            Note.of("kept.foreign", undo.service() + " " + undo.operation(), part.get()));
      }
    }
    return Optional.empty();
  }

  /** Whether everything that only a response told is known: a run may have been cut off before. */
  private static boolean resolved(AppliedChange applied) {
    return Stream.concat(
            applied.change().undo().stream().map(Change::request),
            applied.change().shows().stream().map(Read::request))
        .allMatch(request -> Placeholders.allReferences(request).isEmpty());
  }

  /** Why an undo that would lose data is not made. */
  private static Optional<Note> data(Change undo, Function<Read, StateReader.StateResult> seen) {
    if (undo.shows().isEmpty()) {
      return Optional.empty();
    }
    StateReader.StateResult result = seen.apply(undo.shows().get());
    Optional<Note> data =
        result
            .sight()
            .filter(sight -> sight.values().values().stream().anyMatch(UndoStateReader::some))
            .map(sight -> new Note(UndoPlan.DATA, undo.why().values()));
    return result.problem().map(UndoStateReader::unseen).or(() -> data);
  }

  private static boolean some(Object value) {
    return !(value instanceof Number number && number.longValue() == 0);
  }

  private UndoState shown(AppliedChange applied, StateReader.StateResult seen) {
    if (seen.sight().isEmpty()) {
      return new Stays(unseen(seen.problem().get()));
    }
    ObservedState now = seen.sight().get();
    if (!now.there() && applied.change().effect() == Effect.CREATE || backAsItWas(applied, now)) {
      return new Gone();
    }
    Optional<ObservedState> expected = history.fields().expected(applied);
    boolean asLeft = expected.isEmpty() || expected.get().equals(now);
    // Cut off in the middle of its undo: what we made is ours to remove, however far that came.
    if (asLeft || applied.undoBegun() && applied.change().effect() == Effect.CREATE) {
      return new AsLeft();
    }
    return new Stays(Note.of("kept.changed", expected.get().difference(now)));
  }

  /** Only where the read tells before from after. */
  private static boolean backAsItWas(AppliedChange applied, ObservedState now) {
    boolean tells =
        applied.left().isPresent()
            ? !applied.left().equals(applied.before())
            : applied.ending() == AppliedChange.ChangeEnding.UNKNOWN;
    return tells
        && !FieldHistory.names(applied.change()).isEmpty()
        && applied.before().equals(Optional.of(now));
  }

  private static Note unseen(Problem problem) {
    return Note.of("kept.unseen", problem.action());
  }
}
