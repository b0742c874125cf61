package dev.firstday.engine.undo;

import dev.firstday.catalog.Note;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
