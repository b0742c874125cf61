package dev.firstday.engine;

import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.apply.Applier;
import dev.firstday.engine.apply.ApplyOrder;
import dev.firstday.engine.apply.Cancellation;
import dev.firstday.engine.apply.Job;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.Secret;
import dev.firstday.engine.undo.Dependents;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.engine.undo.UndoPlanner;
import dev.firstday.engine.undo.Undoer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An account of named things, the steps that want them, and a journal: what one run applies, the
 * next takes back. Every run begins with nothing but the journal, as a new process does.
 */
public final class Things implements Caller {
  static final String ACCOUNT = "123456780042";
  public static final String OTHER = "999999990042";

  /** The end of a process: nothing of ours may catch it. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** What is there, by name. */
  final Map<String, Object> there = new TreeMap<>();

  /** How much is in a thing. */
  final Map<String, Integer> data = new HashMap<>();

  /** What each step wants, in the order of an apply. */
  final Map<String, List<Change>> steps = new LinkedHashMap<>();

  /** The writes of the last run. */
  final List<String> calls = new ArrayList<>();

  final Map<String, CallFailed> failures = new HashMap<>();
  final Set<String> unreadable = new LinkedHashSet<>();

  /** Undos that are not what takes their change back, by id. */
  final Set<String> foreign = new LinkedHashSet<>();

  final MemoryJournal journal = new MemoryJournal();
  final Clock clock;
  String account = ACCOUNT;
  Runnable beforeCall = () -> {};
  Runnable afterCall = () -> {};

  /** The steps that a step needs, for an undo. */
  final Map<String, List<String>> after = new HashMap<>();

  /** Steps of which a part can't be seen. */
  final Set<String> hiding = new LinkedHashSet<>();

  /** What a step uses that another has made. */
  final Map<String, String> uses = new HashMap<>();

  private final Pause pause;

  Things(Clock clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /** A thing that is made. */
  public static Change made(String id, String value) {
    return change(id, Effect.CREATE, id, value, List.of(removed(id)));
  }

  /** A thing that holds a value already, and gets another. */
  static Change set(String id, String thing, String old, String value) {
    Change back =
        new Change(
            id + "/undo",
            Effect.CHANGE,
            "iam",
            "PutThing",
            "us-east-1",
            Map.of("Thing", thing, "Value", old),
            Note.of(Change.UNDO),
            Optional.empty(),
            List.of(),
            Optional.empty());
    return change(id, Effect.CHANGE, thing, value, List.of(back));
  }

  /** A thing that is removed only while it is empty. */
  static Change store(String id, String command) {
    Change plain = removed(id);
    Change careful =
        new Change(
            plain.id(),
            Effect.DELETE,
            plain.service(),
            plain.operation(),
            plain.region(),
            plain.request(),
            Note.of(Change.UNDO_OF_DATA, command),
            Optional.of(
                new Read("iam", "CountThing", "us-east-1", Map.of("Thing", id), List.of("/Count"))),
            List.of(),
            Optional.empty());
    return change(id, Effect.CREATE, id, "store", List.of(careful));
  }

  /** A thing that cannot be removed. */
  static Change forGood(String id) {
    return change(id, Effect.CREATE, id, "good", List.of());
  }

  /** A thing that is taken back by the number that the answer gave it. */
  static Change numbered(String id) {
    Map<String, Object> number = Map.of(Placeholders.REF, id + "#/Number");
    Change back =
        new Change(
            id + "/undo",
            Effect.DELETE,
            "iam",
            "DeleteThing",
            "us-east-1",
            Map.of("Number", number),
            Note.of(Change.UNDO),
            Optional.empty(),
            List.of(),
            Optional.empty());
    return change(id, Effect.CREATE, id, "x", List.of(back));
  }

  static Change change(String id, Effect effect, String thing, Object value, List<Change> undo) {
    return new Change(
        id,
        effect,
        "iam",
        "PutThing",
        "us-east-1",
        Map.of("Thing", thing, "Value", value),
        Note.of("why"),
        Optional.of(
            new Read("iam", "GetThing", "us-east-1", Map.of("Thing", thing), List.of("/Value"))),
        undo,
        Optional.empty());
  }

  static Change removed(String id) {
    return new Change(
        id + "/undo",
        Effect.DELETE,
        "iam",
        "DeleteThing",
        "us-east-1",
        Map.of("Thing", id),
        Note.of(Change.UNDO),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  @Override
  public String accountId() {
    return account;
  }

  @Override
  public Optional<Map<String, Object>> read(Read read) throws CallFailed {
    String name = (String) read.request().get("Thing");
    if (unreadable.contains(name)) {
      throw Problems.failure("AccessDenied");
    }
    return read.operation().equals("CountThing")
        ? Optional.of(Map.of("Count", data.getOrDefault(name, 0)))
        : Optional.ofNullable(there.get(name)).map(value -> Map.of("Value", value));
  }

  @Override
  public Optional<String> foreign(Change change, Change undo) {
    return Optional.of(undo.id()).filter(foreign::contains);
  }

  @Override
  public Receipt write(Change change, Map<String, Object> request) throws CallFailed {
    beforeCall.run();
    calls.add(change.id());
    if (failures.containsKey(change.id())) {
      throw failures.get(change.id());
    }
    String name =
        request.get("Number") instanceof String number
            ? number.substring("number-".length())
            : (String) request.get("Thing");
    if (request.containsKey("Value")) {
      there.put(name, request.get("Value"));
    } else if (there.remove(name) == null) {
      throw Problems.failure("NoSuchThing");
    }
    afterCall.run();
    return new Receipt(
        "request-" + change.id(),
        Map.of("Number", "number-" + name, "Seed", Secret.of("marker-seed"), "Private", "marker"));
  }

  private Assessment assess(String step) {
    Assessment.Builder found = Assessment.builder();
    for (Change change : steps.get(step)) {
      Object wanted = change.request().get("Value");
      Object now = there.get((String) change.request().get("Thing"));
      if (!wanted.equals(now)) {
        found.missing(Note.of("missing")).change(change);
      }
    }
    if (hiding.contains(step)) {
      found.unseen(Problems.of("AccessDenied"));
    }
    Optional.ofNullable(uses.get(step)).ifPresent(found::uses);
    return found.build();
  }

  Outcome apply(String... ids) {
    calls.clear();
    Map<String, List<Change>> missing = new LinkedHashMap<>();
    List.of(ids).forEach(id -> missing.put(id, assess(id).changes()));
    Job job = job(Plan.of(ACCOUNT, missing), step -> List.of(), () -> false);
    return Applier.apply(job, new ApplyOrder(List.copyOf(steps.keySet()), Set.of(), 1));
  }

  private Job job(Plan plan, Function<String, List<String>> needs, Cancellation stop) {
    return new Job(
        plan.confirm("0042").orElseThrow(),
        this,
        this::assess,
        journal,
        clock,
        pause,
        needs,
        Optional.empty(),
        event -> {},
        stop,
        FaultLog.NONE);
  }

  JournalHistory journalHistory() {
    return JournalHistory.of(journal.entries());
  }

  /** What taking back some steps would do, where nobody else needs anything. */
  UndoPlan undoPlan(String... ids) {
    return undoPlan(applied -> Set.of(), ids);
  }

  UndoPlan undoPlan(Function<AppliedChange, Set<String>> others, String... ids) {
    try {
      return new UndoPlanner(journalHistory(), this, others, FaultLog.NONE)
          .plan(ACCOUNT, List.of(ids));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Which other steps need what, as a session knows it. */
  Function<AppliedChange, Set<String>> others(String... leaving) {
    Map<String, Assessment> assessments = new HashMap<>();
    steps.keySet().forEach(id -> assessments.put(id, assess(id)));
    return new Dependents(
            Entries.catalog(
                steps.keySet().stream()
                    .map(id -> Entries.step(id))
                    .toArray(dev.firstday.catalog.StepEntry[]::new)),
            assessments,
            journalHistory().live(),
            List.of(leaving))
        ::of;
  }

  Outcome undo(String... ids) {
    return undo(undoPlan(ids).plan(), () -> false);
  }

  Outcome undo(Plan plan, Cancellation stop) {
    calls.clear();
    return Undoer.undo(job(plan, step -> after.getOrDefault(step, List.of()), stop));
  }
}
