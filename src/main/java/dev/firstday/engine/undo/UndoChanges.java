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

/** The changes that undo others, under names that no two of them share. */
final class UndoChanges {
  private static final String EARLIER = "/earlier";

  private UndoChanges() {}

  /** What undoes changes, as far as that was not done, with the change that each is for. */
  static Map<Change, AppliedChange> of(List<AppliedChange> live) {
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

  /** The name that the journal knows one of {@link #of} by. */
  static String journalId(Change undo) {
    int earlier = undo.id().lastIndexOf(EARLIER);
    return earlier < 0 ? undo.id() : undo.id().substring(0, earlier);
  }
}
