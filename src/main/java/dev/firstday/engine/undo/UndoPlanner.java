package dev.firstday.engine.undo;

import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.FieldHistory;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.StateReader;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Works out what can be taken back of what the journal tells.
 *
 * <p>A thing is taken back only if a read has shown that it still is as we left it, and it leaves
 * with the last of the steps that share it. What came later goes first.
 */
public final class UndoPlanner {
  private final JournalHistory journalHistory;
  private final StateReader reader;
  private final Others others;
  private final UndoStateReader states;

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

  public UndoPlanner(
      JournalHistory journalHistory, StateReader reader, Others others, Undos undos) {
    this.journalHistory = journalHistory;
    this.reader = reader;
    this.others = others;
    this.states = new UndoStateReader(journalHistory, reader, undos);
  }

  /** The plan for some steps. */
  public UndoPlan plan(String accountId, Collection<String> chosen) throws InterruptedException {
    List<AppliedChange> live = journalHistory.live();
    List<AppliedChange> wanted =
        live.stream()
            .filter(applied -> applied.steps().stream().anyMatch(chosen::contains))
            .toList();
    Map<Read, StateReader.StateResult> seen =
        reader.at(wanted.stream().flatMap(states::reads).toList());
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
        UndoChanges.of(live).entrySet().stream()
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

  /** Why a change is not undone: for what stands on it, or as it has no undo. */
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
    return switch (states.state(applied, seen)) {
      case UndoState.AsLeft asLeft -> Optional.empty();
      case UndoState.Gone gone -> Optional.of(Note.of("kept.gone"));
      case UndoState.Stays stays -> Optional.of(stays.why());
    };
  }
}
