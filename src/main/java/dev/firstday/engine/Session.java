package dev.firstday.engine;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.Preset;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Cancellation;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.AssessmentRunner;
import dev.firstday.engine.assess.BoundStep;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.assess.ReadCache;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.FaultLog;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.journal.StateReader;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Prices;
import dev.firstday.engine.plan.Printer;
import dev.firstday.engine.undo.Dependents;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.engine.undo.UndoPlanner;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One person's work on one account: what every front end shows and does. It may be used by several
 * threads; {@link #check} and {@link #apply} block, and are meant for a thread of their own.
 */
public final class Session {
  private final Catalog catalog;
  private final Identity identity;
  private final Map<String, BoundStep> steps;
  private final AnswerBook answers;
  private final AnswerRules rules;
  private final Notes notes;
  private final Journal journal;
  private final Caller caller;
  private final Clock clock;
  private final Printer printer;
  private final Delays delays;
  private final Writer writer;

  private final Optional<Notes.LastCheck> before;

  private final AssessmentRunner checks;
  private final Reassessment rechecks;
  private final Set<String> named = ConcurrentHashMap.newKeySet();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean unsaved = new AtomicBoolean();
  private final ReentrantLock saving = new ReentrantLock();
  private volatile FaultLog faults = FaultLog.NONE;
  private volatile Consumer<RecordFailed> unkept =
      failure -> {
        throw failure;
      };

  /**
   * What a session is made of.
   *
   * @param invalidate called before each look, so that what was read before it is not taken for the
   *     truth
   */
  public record Parts(
      Catalog catalog,
      Identity identity,
      Map<String, BoundStep> steps,
      AnswerBook answers,
      AnswerRules rules,
      Notes notes,
      Journal journal,
      Caller caller,
      Clock clock,
      Printer printer,
      ReadCache invalidate) {}

  /**
   * What was typed for an answer and can't be used yet.
   *
   * @param expected what would do, under {@code answer.} in the messages
   */
  public record AnswerDraft(String text, Note expected) {}

  public Session(Parts parts) {
    this(parts, new Delays(), Thread::sleep);
  }

  /**
   * A session whose calls tell when AWS makes them wait.
   *
   * @param delays where they tell it
   * @param pause waits until AWS shows what was written
   */
  public Session(Parts parts, Delays delays, Pause pause) {
    this.delays = delays;
    catalog = parts.catalog();
    identity = parts.identity();
    steps = Map.copyOf(parts.steps());
    answers = parts.answers();
    rules = parts.rules();
    notes = parts.notes();
    journal = parts.journal();
    caller = parts.caller();
    clock = parts.clock();
    printer = parts.printer();
    before = notes.seen();
    answers.resume(notes.drafts());
    checks =
        new AssessmentRunner(
            steps, this::answers, notes, clock, parts.invalidate(), this::fault, this::changed);
    rechecks = new Reassessment(checks, parts.invalidate());
    writer = new Writer(caller, journal, clock, pause, checks, this::fault);
  }

  public Catalog catalog() {
    return catalog;
  }

  public Identity identity() {
    return identity;
  }

  public Printer printer() {
    return printer;
  }

  /** Where to hear of calls that AWS makes us wait for. */
  public Delays delays() {
    return delays;
  }

  public Journal journal() {
    return journal;
  }

  /** How the steps stood when the wizard was last used on this account. */
  public Optional<Notes.LastCheck> before() {
    return before;
  }

  /** Keeps how the steps stand now, for {@link #before} of the next run. */
  public void remember() {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    checks.assessments().forEach((id, seen) -> verdicts.put(id, seen.verdict()));
    keep(() -> notes.saw(new Notes.LastCheck(clock.instant(), verdicts)));
  }

  /**
   * Registers somebody who wants to know that a step's view has changed; called with the step's id
   * on whatever thread changed it.
   */
  public void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  /**
   * Registers who tells a person that a word of theirs could not be kept: it holds for this run
   * then. Without anybody that is the end of the run.
   */
  public void onUnkept(Consumer<RecordFailed> listener) {
    unkept = listener;
  }

  /** Says where a fault of ours is written down that costs no more than a step. */
  public void onFault(FaultLog log) {
    faults = log;
  }

  private Optional<String> fault(String where, Throwable fault) {
    return faults.add(where, fault);
  }

  private void keep(Runnable note) {
    try {
      note.run();
    } catch (RecordFailed e) {
      unkept.accept(e);
    }
  }

  private void changed(String id) {
    listeners.forEach(listener -> listener.accept(id));
  }

  /** Every step in the wizard's order, as it stands now. */
  public List<StepView> steps() {
    return catalog.steps().stream().map(this::view).toList();
  }

  /** One step as it stands now. */
  public StepView step(String id) {
    return view(catalog.step(id).orElseThrow());
  }

  /** What the latest look at a step rests on. */
  public List<Evidence> evidence(String id) {
    return checks.evidence(id);
  }

  private StepView view(StepEntry entry) {
    Optional<Assessment> assessment = checks.assessment(entry.id());
    return new StepView(
        entry,
        assessment,
        checks.since(entry.id()),
        skipped(entry.id()),
        Optional.ofNullable(notes.attestations().get(entry.id())),
        monthlyUsd(entry, assessment));
  }

  private Optional<Note> skipped(String id) {
    return Optional.ofNullable(notes.skips().get(id))
        .map(reason -> Note.of("skipped.by-person", reason))
        .or(
            () ->
                answers
                    .preset()
                    .filter(preset -> preset.without().contains(id))
                    .filter(preset -> !named.contains(id) && !notes.added().contains(id))
                    .map(preset -> Note.of("skipped.by-preset", preset.id())));
  }

  /** Takes steps in, for this session, that the preset leaves out. */
  public void include(Collection<String> ids) {
    named.addAll(ids);
  }

  /** The presets, with what each proposes and costs in the chosen environment. */
  public List<PresetView> presets() {
    return catalog.presets().stream().map(this::view).toList();
  }

  private PresetView view(Preset preset) {
    List<StepEntry> proposed =
        catalog.steps().stream().filter(step -> !preset.without().contains(step.id())).toList();
    AnswerBook book = answers.with(preset);
    return new PresetView(
        preset,
        answers.preset().equals(Optional.of(preset)),
        proposed,
        proposed.stream()
            .map(step -> Prices.monthlyUsd(book.of(step), Map.of()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private BigDecimal monthlyUsd(StepEntry entry, Optional<Assessment> assessment) {
    return Prices.monthlyUsd(
        answers.of(entry), assessment.map(Assessment::quantities).orElse(Map.of()));
  }

  /**
   * Looks at some steps at the same time, and returns when all were looked at. Where one stands
   * differently now, those that rest on the same reads are looked at again, too.
   */
  public void check(Collection<String> ids) {
    rechecks.check(ids, true);
  }

  /**
   * Looks at them once more because time has passed; what AWS takes money for is kept for a day.
   */
  public void watch(Collection<String> ids) {
    rechecks.check(ids, false);
  }

  /**
   * Gives up the looks at some steps that are under way: of these steps nothing was seen then. What
   * an apply looks at is not left.
   */
  public void leave(Collection<String> ids) {
    checks.leave(ids);
  }

  /** What applying these steps would write, from the latest look at each. */
  public Plan plan(Collection<String> ids) {
    Map<String, Assessment> looks = new LinkedHashMap<>();
    for (StepEntry entry : catalog.applyOrder()) {
      if (ids.contains(entry.id())) {
        checks.assessment(entry.id()).ifPresent(seen -> looks.put(entry.id(), seen));
      }
    }
    return Plan.from(identity.accountId(), looks);
  }

  /**
   * Whether whoever is signed in may make the calls of a plan. It asks AWS, and blocks until it has
   * answered: nobody's yes has to wait for it.
   */
  public PermissionReport rights(Plan plan) {
    try {
      return caller.rights(plan, identity);
    } catch (RuntimeException e) {
      // It is only told beforehand: no apply depends on it.
      faults.add("rights", e);
      return PermissionReport.UNKNOWN;
    }
  }

  /**
   * Writes a confirmed plan; the steps' views follow.
   *
   * @param person whoever can be asked; without one, what needs a person is left
   * @param stop asked before each call
   * @param patience waits until a person has cleared the way
   */
  public Outcome apply(
      Plan.Confirmed confirmed,
      Optional<Person> person,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      RecoveryPrompt patience) {
    List<String> order = catalog.applyOrder().stream().map(StepEntry::id).toList();
    return rechecks.after(
        () -> writer.apply(confirmed, order, this::after, person, events, stop, patience));
  }

  /**
   * Every answer that somebody gave, by its full key; with them a later run makes the same plan.
   */
  public Map<String, String> givenAnswers() {
    Map<String, String> all = answers.all();
    all.put("home-region", identity.homeRegion());
    return all;
  }

  /** Every change that firstday made to this account, oldest first. */
  public List<AppliedChange> history() {
    return JournalHistory.of(journal.entries()).appliedChanges();
  }

  /** How many entries of the journal a later version of firstday wrote. */
  public long laterEntries() {
    return journal.laterEntries();
  }

  /**
   * What taking back these steps would do. Other steps that may use what these made are looked at
   * if nobody has yet: it is not taken away from under them.
   */
  public UndoPlan undoPlan(Collection<String> ids) {
    JournalHistory journalHistory = JournalHistory.of(journal.entries());
    List<AppliedChange> live = journalHistory.live();
    List<AppliedChange> leaving =
        live.stream().filter(applied -> applied.steps().stream().anyMatch(ids::contains)).toList();
    List<String> unknown =
        new Dependents(catalog, Map.of(), live, ids)
            .possible(leaving).stream()
                .filter(id -> steps.containsKey(id) && checks.assessment(id).isEmpty())
                .toList();
    if (!unknown.isEmpty()) {
      check(unknown);
    }
    Dependents dependents = new Dependents(catalog, checks.assessments(), live, ids);
    try {
      return new UndoPlanner(
              journalHistory,
              new StateReader(caller::read, this::fault),
              dependents::of,
              UndoPlanner.Undos.of(caller))
          .plan(identity.accountId(), ids);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new UndoPlan(new Plan(identity.accountId(), List.of()), List.of());
    }
  }

  /** Takes back what was confirmed; the steps' views follow. */
  public Outcome undo(
      Plan.Confirmed confirmed,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      RecoveryPrompt patience) {
    return rechecks.after(() -> writer.undo(confirmed, this::after, events, stop, patience));
  }

  /** The steps that a step needs. */
  private List<String> after(String id) {
    return catalog.step(id).map(StepEntry::after).orElse(List.of());
  }

  /** The answers that a step would use now. */
  public Answers answers(String step) {
    return answers.of(catalog.step(step).orElseThrow()).knowing(this::wrote);
  }

  /** Whether the journal shows that a change was made last, or may have been. */
  private boolean wrote(String change) {
    return history().stream()
        .filter(applied -> applied.change().id().equals(change))
        .reduce((earlier, later) -> later)
        .filter(AppliedChange::live)
        .isPresent();
  }

  /** The answer to a full key ({@code email}, {@code budget.amount}) that holds now. */
  public Optional<String> answer(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? answers.shared(key)
        : answers(key.substring(0, dot)).text(key.substring(dot + 1));
  }

  /**
   * Takes and keeps an answer; an empty one goes back to the default.
   *
   * @return what was expected, if the answer can't be used; then nothing is kept
   */
  public Optional<Note> answer(String key, String text) {
    Optional<Note> expected = take(key, text);
    if (expected.isEmpty()) {
      unsaved.set(true);
      saveAnswers();
    }
    return expected;
  }

  private Optional<Note> take(String key, String text) {
    Setting setting = catalog.setting(key).orElseThrow();
    if (text.isBlank()) {
      answers.put(key, Optional.empty());
    } else {
      switch (rules.check(setting, text)) {
        case AnswerRules.AnswerResult.Wrong wrong -> {
          return Optional.of(wrong.expected());
        }
        case AnswerRules.AnswerResult.Right right -> answers.put(key, Optional.of(right.value()));
      }
    }
    return Optional.empty();
  }

  /**
   * Takes what stands in a field: an answer, or else a draft, which is shown to whoever types on,
   * and used for nothing. It never waits for the disk.
   *
   * @return whether somebody has to call {@link #saveAnswers}; else somebody is about to
   */
  public boolean typed(String key, String text) {
    if (take(key, text).isPresent()) {
      answers.draft(key, text);
    }
    return !unsaved.getAndSet(true);
  }

  /** Keeps what was typed; when it returns, all of it is on disk. May be called by any thread. */
  public void saveAnswers() {
    saving.lock();
    try {
      // Before the answers are read: what is typed from now on is for the next to save.
      if (unsaved.getAndSet(false)) {
        keep(() -> notes.saveAnswers(answers.saved(), answers.drafts()));
      }
    } finally {
      saving.unlock();
    }
  }

  /** The drafts, by full key; one that this catalogue does not ask for is left alone. */
  public Map<String, AnswerDraft> drafts() {
    Map<String, AnswerDraft> drafts = new HashMap<>();
    for (Map.Entry<String, String> typed : answers.drafts().entrySet()) {
      Optional<Setting> setting = catalog.setting(typed.getKey());
      if (setting.isPresent()
          && rules.check(setting.get(), typed.getValue())
              instanceof AnswerRules.AnswerResult.Wrong wrong) {
        drafts.put(typed.getKey(), new AnswerDraft(typed.getValue(), wrong.expected()));
      }
    }
    return Map.copyOf(drafts);
  }

  /** Takes a person's word that a step is done; by an empty name, takes it back. */
  public void attest(String id, Optional<String> by) {
    keep(() -> notes.attest(id, by.map(name -> new Notes.Attestation(name, clock.instant()))));
    checks.look(id);
  }

  /** Leaves a step out, or brings it back, also where the preset leaves it out. */
  public void skip(String id, Optional<String> reason) {
    keep(() -> notes.skip(id, reason));
    keep(() -> notes.add(id, reason.isEmpty()));
    changed(id);
  }
}
