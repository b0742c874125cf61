package dev.firstday.engine.journal;

import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change that firstday made, or may have made, as the journal tells it.
 *
 * @param change the change; values of responses that the journal has are in their places
 * @param requestId the request id of the call; empty if none is known
 * @param before what was there before its step; empty if nobody looked
 * @param left how it was left; empty if nobody looked
 * @param undone the ids of its undo changes that were made
 * @param undoBegun whether one of them was begun and has no end
 * @param takenBack when it was taken back
 */
public record AppliedChange(
    Instant at,
    Change change,
    List<String> steps,
    ChangeEnding ending,
    String requestId,
    Optional<ObservedState> before,
    Optional<ObservedState> left,
    Set<String> undone,
    boolean undoBegun,
    Optional<Instant> takenBack) {

  public enum ChangeEnding {
    /** AWS has said that it is made. */
    DONE,
    /** AWS has said that it is not. */
    FAILED,
    /** AWS has said that it was there already, and no attempt of ours can have made it. */
    ALREADY_THERE,
    /** Nobody knows: the run was cut off, or there was no answer. */
    UNKNOWN
  }

  /** Whether there may be something to take back. */
  public boolean live() {
    return (ending == ChangeEnding.DONE || ending == ChangeEnding.UNKNOWN) && takenBack.isEmpty();
  }

  /** Its name in the journal: a change may be made, taken back, and made again. */
  public String name() {
    return change.id() + "@" + at;
  }

  private static final String EARLIER = "/earlier";

  /**
   * What undoes it, as far as that was not done, under names of their own: a change that was made
   * again is taken back twice.
   *
   * @param time how often it was made, from here to the latest
   */
  public List<Change> undos(int time) {
    List<String> values = new ArrayList<>(List.of(change.why().code()));
    values.addAll(change.why().values());
    Note why = new Note(Change.UNDO, values);
    return change.undo().stream()
        .filter(undo -> !undone.contains(undo.id()))
        .map(undo -> undo.as(undo.id() + (time == 1 ? "" : EARLIER + time), why))
        .toList();
  }

  /** The id that the journal knows one of its {@link #undos} by. */
  public static String journalId(Change undo) {
    int earlier = undo.id().lastIndexOf(EARLIER);
    return earlier < 0 ? undo.id() : undo.id().substring(0, earlier);
  }
}
