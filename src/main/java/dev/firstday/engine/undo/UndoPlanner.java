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
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Works out what can be taken back of what the journal tells.
 *
 * <p>A thing is taken back only if a read has shown that it still is as we left it, and it leaves
 * with the last of the steps that share it. What came later goes first.
 */
public final class UndoPlanner {
  private static final String EARLIER = "/earlier";
  private static final Map<String, String> TAG = Map.of("Key", "CreatedBy", "Value", "firstday");

  private final JournalHistory journalHistory;
  private final StateReader looks;
  private final Others others;
  private final Undos undos;

  /** Whether an undo is what takes a change back, as {@link Caller#foreign} tells. */
  public interface Undos {
    Optional<String> foreign(Change change, Change undo);

    /** The read that shows our tag, as {@link Caller#tag} tells. */
    Optional<Read> tag(Change change);

    /** As a caller tells. */
    static Undos of(Caller caller) {
      return new Undos() {
        @Override
        public Optional<String> foreign(Change change, Change undo) {
          return caller.foreign(change, undo);
        }

        @Override
        public Optional<Read> tag(Change change) {
          return caller.tag(change);
        }
      };
    }
  }

  /** What the steps that are not taken back need. */
  public interface Others {
    /** Those that are set up and use what this change made, or stand on one of its steps. */
    Set<String> needing(AppliedChange applied);
  }

  /** How a deed's thing is now. */
  sealed interface UndoState {
    /** As we left it, as far as that is known. */
    record AsLeft() implements UndoState {}

    /** As it was before, or not there. */
    record Gone() implements UndoState {}

    /** It stays as it is. */
    record Stays(Note why) implements UndoState {}
  }

  public UndoPlanner(JournalHistory journalHistory, StateReader looks, Others others, Undos undos) {
    this.journalHistory = journalHistory;
    this.looks = looks;
    this.others = others;
    this.undos = undos;
  }

  /** The plan for some steps. */
  public UndoPlan plan(String accountId, Collection<String> chosen) throws InterruptedException {
    List<AppliedChange> live = journalHistory.live();
    List<AppliedChange> wanted =
        live.stream()
            .filter(applied -> applied.steps().stream().anyMatch(chosen::contains))
            .toList();
    Map<Read, StateReader.StateResult> seen =
        looks.at(wanted.stream().flatMap(this::reads).toList());
    List<UndoPlan.Kept> kept = new ArrayList<>();
    Set<AppliedChange> leaving = new LinkedHashSet<>();
    for (AppliedChange applied : wanted) {
      Optional<Note> why = needed(applied, kept, live, leaving).or(() -> why(applied, seen::get));
      if (why.isEmpty()) {
        leaving.add(applied);
      } else if (!goesWithAnother(applied, wanted)) {
        kept.add(new UndoPlan.Kept(applied.change(), applied.steps(), why.get()));
      }
    }
    List<Plan.Planned> planned =
        undos(live).entrySet().stream()
            .filter(undo -> leaving.contains(undo.getValue()))
            .map(undo -> new Plan.Planned(undo.getKey(), undo.getValue().steps()))
            .toList();
    return new UndoPlan(new Plan(accountId, planned), kept);
  }

  /** Whether a change that has no undo is a part of something that may leave as a whole. */
  private static boolean goesWithAnother(AppliedChange applied, List<AppliedChange> wanted) {
    return applied.change().undo().isEmpty()
        && wanted.stream()
            .anyMatch(whole -> applied.change().id().startsWith(whole.change().id() + "/"));
  }

  private Stream<Read> reads(AppliedChange applied) {
    return Stream.of(
            applied.change().shows().stream(),
            undos.tag(applied.change()).stream(),
            applied.change().undo().stream().flatMap(undo -> undo.shows().stream()))
        .flatMap(reads -> reads)
        .filter(read -> Placeholders.allReferences(read.request()).isEmpty());
  }

  /** What takes deeds back, as far as that was not done, and which deed each is for. */
  static Map<Change, AppliedChange> undos(List<AppliedChange> live) {
    Map<Change, AppliedChange> undos = new LinkedHashMap<>();
    Map<String, Integer> times = new HashMap<>();
    for (AppliedChange applied : live) {
      // A change that was made again is taken back twice, under two names.
      int time = times.merge(applied.change().id(), 1, Integer::sum);
      List<String> values = new ArrayList<>(List.of(applied.change().why().code()));
      values.addAll(applied.change().why().values());
      applied.change().undo().stream()
          .filter(undo -> !applied.undone().contains(undo.id()))
          .forEach(
              undo ->
                  undos.put(
                      undo.as(
                          undo.id() + (time == 1 ? "" : EARLIER + time),
                          new Note(Change.UNDO, values)),
                      applied));
    }
    return undos;
  }

  /** The name that the journal knows one of {@link #undos} by. */
  static String undoId(Change undo) {
    int earlier = undo.id().lastIndexOf(EARLIER);
    return earlier < 0 ? undo.id() : undo.id().substring(0, earlier);
  }

  /** Why a deed stays for what stands on it. */
  private Optional<Note> needed(
      AppliedChange applied,
      List<UndoPlan.Kept> kept,
      List<AppliedChange> live,
      Set<AppliedChange> leaving) {
    if (applied.change().undo().isEmpty()) {
      return Optional.of(Note.of("kept.no-way-back"));
    }
    Set<String> needing = others.needing(applied);
    if (!needing.isEmpty()) {
      return Optional.of(new Note(UndoPlan.USED, List.copyOf(new TreeSet<>(needing))));
    }
    Predicate<String> within = id -> id.startsWith(applied.change().id() + "/");
    Optional<Note> holds =
        kept.stream()
            .filter(one -> !one.why().code().equals("kept.gone"))
            .filter(one -> !one.why().code().equals("kept.no-way-back"))
            .filter(one -> within.test(one.change().id()))
            .findFirst()
            .map(UndoPlanner::holds);
    if (holds.isPresent()) {
      return holds;
    }
    Set<String> fields = FieldHistory.names(applied.change());
    return live.subList(0, live.indexOf(applied)).stream()
        .filter(later -> !leaving.contains(later))
        .filter(later -> later.ending() == AppliedChange.ChangeEnding.DONE)
        .filter(later -> FieldHistory.names(later.change()).stream().anyMatch(fields::contains))
        .findFirst()
        .map(later -> new Note(UndoPlan.USED, later.steps()));
  }

  private static Note holds(UndoPlan.Kept inside) {
    Change change = inside.change();
    List<String> values =
        new ArrayList<>(List.of(change.id(), inside.steps().getFirst(), change.why().code()));
    values.addAll(change.why().values());
    return new Note(UndoPlan.HOLDS, values);
  }

  private Optional<Note> why(AppliedChange applied, Function<Read, StateReader.StateResult> seen) {
    return switch (state(applied, seen)) {
      case UndoState.AsLeft asLeft -> Optional.empty();
      case UndoState.Gone gone -> Optional.of(Note.of("kept.gone"));
      case UndoState.Stays stays -> Optional.of(stays.why());
    };
  }

  /** How a deed's thing is, by a fresh look. */
  UndoState state(AppliedChange applied) {
    return state(applied, looks::at);
  }

  private UndoState state(AppliedChange applied, Function<Read, StateReader.StateResult> look) {
    if (!resolved(applied)) {
      return new UndoState.Stays(Note.of("kept.cut-off"));
    }
    Optional<Note> foreign = foreign(applied);
    if (foreign.isPresent()) {
      return new UndoState.Stays(foreign.get());
    }
    Optional<Read> shows = applied.change().shows();
    if (shows.isEmpty()) {
      return new UndoState.Stays(Note.of("kept.no-look"));
    }
    UndoState state = shown(applied, look.apply(shows.get()));
    if (!(state instanceof UndoState.AsLeft)) {
      return state;
    }
    Optional<Read> tag = undos.tag(applied.change());
    if (tag.isPresent() && !tagged(look.apply(tag.get()))) {
      return new UndoState.Stays(Note.of("kept.no-tag"));
    }
    return applied.change().undo().stream()
        .flatMap(undo -> data(undo, look).stream())
        .findFirst()
        .<UndoState>map(UndoState.Stays::new)
        .orElseGet(UndoState.AsLeft::new);
  }

  private static boolean tagged(StateReader.StateResult seen) {
    return seen.sight().stream()
        .flatMap(sight -> sight.values().values().stream())
        .anyMatch(tags -> tags instanceof List<?> list && list.contains(TAG));
  }

  /** Why what the journal has as its undo is never called. */
  private Optional<Note> foreign(AppliedChange applied) {
    for (Change undo : applied.change().undo()) {
      Optional<String> part = undos.foreign(applied.change(), undo);
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
  private static Optional<Note> data(Change undo, Function<Read, StateReader.StateResult> look) {
    if (undo.shows().isEmpty()) {
      return Optional.empty();
    }
    StateReader.StateResult seen = look.apply(undo.shows().get());
    return seen.problem()
        .map(UndoPlanner::unseen)
        .or(
            () ->
                seen.sight()
                    .filter(sight -> sight.values().values().stream().anyMatch(UndoPlanner::some))
                    .map(sight -> new Note(UndoPlan.DATA, undo.why().values())));
  }

  private static boolean some(Object value) {
    return !(value instanceof Number number && number.longValue() == 0);
  }

  private UndoState shown(AppliedChange applied, StateReader.StateResult seen) {
    if (seen.sight().isEmpty()) {
      return new UndoState.Stays(unseen(seen.problem().get()));
    }
    ObservedState now = seen.sight().get();
    if (!now.there() && applied.change().effect() == Effect.CREATE || backAsItWas(applied, now)) {
      return new UndoState.Gone();
    }
    Optional<ObservedState> expected = journalHistory.fields().expected(applied);
    boolean asLeft = expected.isEmpty() || expected.get().equals(now);
    // Cut off in the middle of its undo: what we made is ours to remove, however far that came.
    if (asLeft || applied.undoBegun() && applied.change().effect() == Effect.CREATE) {
      return new UndoState.AsLeft();
    }
    return new UndoState.Stays(Note.of("kept.changed", expected.get().difference(now)));
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
