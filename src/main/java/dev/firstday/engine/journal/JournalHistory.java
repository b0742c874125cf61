package dev.firstday.engine.journal;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.ChangeData;
import dev.firstday.engine.plan.Placeholders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of a journal mean. Entries that it does not know are passed over.
 *
 * <p>Several changes may show in the same field (one policy, one list of addresses): how we left a
 * field is what was seen there last after a write of ours, whichever change wrote.
 */
public final class JournalHistory {
  public static final String STARTED = "started";
  public static final String DONE = "done";
  public static final String FAILED = "failed";
  public static final String LEFT = "left";
  public static final String UNDOING = "undoing";
  public static final String UNDONE = "undone";
  public static final String UNDO_FAILED = "undo-failed";

  /** Whether AWS said that the thing was there already, and it is not ours. */
  public static final String ALREADY_THERE = "alreadyThere";

  /** Whether an attempt before the last ended without an answer. */
  public static final String UNANSWERED = "unanswered";

  /** Trouble after which the call may have been made all the same. */
  private static final Set<String> UNCERTAIN =
      Set.of("TIMEOUT", "OFFLINE", "PROXY", "SERVICE", "UNREADABLE", "FAULT", "OTHER");

  private final Map<String, ChangeDraft> drafts = new LinkedHashMap<>();
  private final Map<String, Object> responses = new HashMap<>();
  private final FieldHistory fields = new FieldHistory();

  /** An applied change, as far as its entries were read. */
  private static final class ChangeDraft {
    private final Instant at;
    private final Change change;
    private final List<String> steps;
    private final Optional<ObservedState> before;
    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> undone = new LinkedHashSet<>();
    private AppliedChange.ChangeEnding ending = AppliedChange.ChangeEnding.UNKNOWN;
    private String requestId = "";
    private Optional<ObservedState> left = Optional.empty();
    private boolean undoBegun;
    private Optional<Instant> takenBack = Optional.empty();

    ChangeDraft(Journal.Entry started, Change change) {
      this.at = started.at();
      this.change = change;
      this.before = ObservedState.of(started.data().get("before"));
      this.steps =
          started.data().get("steps") instanceof List<?> list
              ? list.stream().map(String::valueOf).toList()
              : List.of();
    }
  }

  public static JournalHistory of(List<Journal.Entry> entries) {
    JournalHistory journalHistory = new JournalHistory();
    entries.forEach(journalHistory::take);
    return journalHistory;
  }

  private void take(Journal.Entry entry) {
    Map<String, Object> data = entry.data();
    switch (entry.event()) {
      case STARTED ->
          ChangeData.read(data.get("change"))
              .map(change -> new ChangeDraft(entry, change))
              .ifPresent(draft -> drafts.put(draft.change.id() + "@" + draft.at, draft));
      case DONE -> latest(data).ifPresent(draft -> done(draft, data));
      case FAILED ->
          latest(data)
              .filter(draft -> !uncertain(data))
              .ifPresent(draft -> draft.ending = AppliedChange.ChangeEnding.FAILED);
      case LEFT -> latest(data).ifPresent(draft -> left(draft, ObservedState.of(data.get("left"))));
      case UNDOING -> named(data).ifPresent(draft -> draft.undoBegun = true);
      case UNDO_FAILED -> named(data).ifPresent(draft -> draft.undoBegun = false);
      case UNDONE -> named(data).ifPresent(draft -> undone(draft, entry));
      default -> {}
    }
  }

  private static boolean uncertain(Map<String, Object> data) {
    return UNCERTAIN.contains(String.valueOf(data.get("kind")))
        || Boolean.TRUE.equals(data.get(UNANSWERED));
  }

  private Optional<ChangeDraft> latest(Map<String, Object> data) {
    return drafts.values().stream()
        .filter(draft -> draft.change.id().equals(data.get("id")))
        .reduce((one, later) -> later);
  }

  private Optional<ChangeDraft> named(Map<String, Object> data) {
    return Optional.ofNullable(drafts.get(String.valueOf(data.get("of"))));
  }

  private void done(ChangeDraft draft, Map<String, Object> data) {
    draft.ending =
        Boolean.TRUE.equals(data.get(ALREADY_THERE))
            ? AppliedChange.ChangeEnding.ALREADY_THERE
            : AppliedChange.ChangeEnding.DONE;
    draft.requestId = data.get("requestId") instanceof String id ? id : "";
    if (data.get("values") instanceof Map<?, ?> values) {
      values.forEach(
          (path, value) -> {
            String reference = draft.change.id() + "#" + path;
            draft.values.put(reference, value);
            responses.put(reference, value);
          });
    }
  }

  private void left(ChangeDraft draft, Optional<ObservedState> sight) {
    if (draft.ending == AppliedChange.ChangeEnding.ALREADY_THERE) {
      return;
    }
    draft.left = sight.or(() -> draft.left);
    sight.ifPresent(seen -> fields.remember(resolved(draft), seen));
  }

  private void undone(ChangeDraft draft, Journal.Entry entry) {
    draft.undoBegun = false;
    draft.undone.add(String.valueOf(entry.data().get("id")));
    if (draft.change.undo().stream().allMatch(undo -> draft.undone.contains(undo.id()))) {
      draft.takenBack = Optional.of(entry.at());
    }
    ObservedState.of(entry.data().get("left"))
        .ifPresent(seen -> fields.remember(resolved(draft), seen));
  }

  /** How fields were left by whichever change of ours wrote last. */
  public FieldHistory fields() {
    return fields;
  }

  /** Whether a change was made last, or may have been, and not been taken back. */
  public boolean lastMade(String change) {
    List<AppliedChange> attempts = attempts(change);
    return !attempts.isEmpty() && attempts.getLast().live();
  }

  /**
   * Whether an earlier attempt may have made what a change is to make. The attempt under way is the
   * latest in the journal, and does not count.
   */
  public boolean mayBeMade(Change change) {
    List<AppliedChange> attempts = attempts(change.id());
    return attempts.stream()
        .limit(Math.max(0, attempts.size() - 1))
        .filter(one -> one.ending() == AppliedChange.ChangeEnding.UNKNOWN && one.live())
        .anyMatch(one -> one.change().isCallOf(change));
  }

  private List<AppliedChange> attempts(String change) {
    return appliedChanges().stream().filter(one -> one.change().id().equals(change)).toList();
  }

  /** The ids of the changes that a request referred to when it was made. */
  public Set<String> references(AppliedChange applied) {
    return Placeholders.references(
        Objects.requireNonNull(drafts.get(applied.name())).change.request());
  }

  public List<AppliedChange> appliedChanges() {
    return drafts.values().stream().map(this::applied).toList();
  }

  private AppliedChange applied(ChangeDraft draft) {
    return new AppliedChange(
        draft.at,
        resolved(draft),
        draft.steps,
        draft.ending,
        draft.requestId,
        draft.before,
        draft.left,
        Set.copyOf(draft.undone),
        draft.undoBegun,
        draft.takenBack);
  }

  private Change resolved(ChangeDraft draft) {
    return draft.change.with(
        reference ->
            Optional.ofNullable(draft.values.get(reference))
                .or(() -> Optional.ofNullable(responses.get(reference)))
                .orElse(Map.of(Placeholders.REF, reference)));
  }

  /**
   * The applied changes that may be undone, the last first. Where a change was made again, the
   * earlier one counts only if nobody else's change came between: else what it would restore is
   * long gone.
   */
  public List<AppliedChange> live() {
    Map<String, AppliedChange> later = new HashMap<>();
    List<AppliedChange> live = new ArrayList<>();
    for (AppliedChange applied : appliedChanges().reversed()) {
      if (applied.live() && stillOurs(applied, later.get(applied.change().id()))) {
        live.add(applied);
        later.put(applied.change().id(), applied);
      }
    }
    return live;
  }

  private static boolean stillOurs(AppliedChange applied, @Nullable AppliedChange later) {
    if (later == null) {
      return true;
    }
    return applied.ending() == AppliedChange.ChangeEnding.DONE
        && applied.left().isPresent()
        && Objects.equals(applied.left(), later.before());
  }
}
