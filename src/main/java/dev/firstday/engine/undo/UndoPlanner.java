package dev.firstday.engine.undo;

import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.FieldHistory;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.StateReader;
import dev.firstday.engine.plan.Change;
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

/**
 * Works out what can be taken back of what the journal tells.
 *
 * <p>A thing is taken back only if a read has shown that it still is as we left it, and it leaves
 * with the last of the steps that share it. What came later goes first.
 */
public final class UndoPlanner {
  private final JournalHistory history;
  private final StateReader reader;
  private final Function<AppliedChange, Set<String>> needing;
  private final UndoStateReader states;

  /**
   * @param needing the ids of the steps that are not taken back and need what a change made
   */
  public UndoPlanner(
      JournalHistory history,
      Caller caller,
      Function<AppliedChange, Set<String>> needing,
      FaultLog faults) {
    this.history = history;
    this.needing = needing;
    reader = new StateReader(caller::read, faults);
    states = new UndoStateReader(history, reader, caller);
  }

  public UndoPlan plan(String accountId, Collection<String> chosen) throws InterruptedException {
    List<AppliedChange> live = history.live();
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
        undos(live).entrySet().stream()
            .filter(undo -> leaving.contains(undo.getValue()))
            .map(undo -> new Plan.Planned(undo.getKey(), undo.getValue().steps()))
            .toList();
    return new UndoPlan(new Plan(accountId, planned), kept);
  }

  /** What undoes changes, as far as that was not done, with the change that each is for. */
  static Map<Change, AppliedChange> undos(List<AppliedChange> live) {
    Map<Change, AppliedChange> undos = new LinkedHashMap<>();
    Map<String, Integer> times = new HashMap<>();
    for (AppliedChange applied : live) {
      int time = times.merge(applied.change().id(), 1, Integer::sum);
      applied.undos(time).forEach(undo -> undos.put(undo, applied));
    }
    return undos;
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
    Set<String> users = needing.apply(applied);
    if (!users.isEmpty()) {
      return Optional.of(new Note(UndoPlan.USED, List.copyOf(new TreeSet<>(users))));
    }
    Optional<Note> holds =
        kept.stream()
            .filter(one -> !Set.of("kept.gone", "kept.no-way-back").contains(one.why().code()))
            .filter(one -> one.change().id().startsWith(applied.change().id() + "/"))
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
      case UndoStateReader.AsLeft asLeft -> Optional.empty();
      case UndoStateReader.Gone gone -> Optional.of(Note.of("kept.gone"));
      case UndoStateReader.Stays stays -> Optional.of(stays.why());
    };
  }
}
