package dev.firstday.engine;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Note;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Cancellation;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.assess.Notes;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.journal.JournalHistory;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Printer;
import dev.firstday.engine.undo.UndoPlan;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One person's work on one account: what every front end shows and does. It may be used by several
 * threads; {@link #check} and {@link #apply} block, and are meant for a thread of their own.
 */
public final class Session {
  private final SessionParts parts;
  private final Delays delays;
  private final Optional<Notes.LastCheck> before;
  private final SessionListeners listeners = new SessionListeners();
  private final AnswerEditor editor;
  private final AssessmentRunner checks;
  private final Reassessment reassessment;
  private final SessionViews views;
  private final Writer writer;

  /** A session that makes one write after another. */
  public Session(SessionParts parts) {
    this(parts, new Delays(), Thread::sleep, 1);
  }

  /**
   * A session whose calls tell when AWS makes them wait.
   *
   * @param parallelism how many writes of an apply are made at the same time, at most
   */
  public Session(SessionParts parts, Delays delays, Pause pause, int parallelism) {
    this.parts = parts;
    this.delays = delays;
    before = parts.notes().seen();
    editor = new AnswerEditor(parts, listeners);
    checks = new AssessmentRunner(parts, editor, listeners);
    reassessment = new Reassessment(checks, parts.invalidate());
    views = new SessionViews(parts, checks, listeners);
    writer = new Writer(parts, pause, checks, listeners::fault, parallelism);
  }

  public Catalog catalog() {
    return parts.catalog();
  }

  public Identity identity() {
    return parts.identity();
  }

  public Printer printer() {
    return parts.printer();
  }

  /** Where to hear of calls that AWS makes us wait for. */
  public Delays delays() {
    return delays;
  }

  public Journal journal() {
    return parts.journal();
  }

  /** How the steps stood when the wizard was last used on this account. */
  public Optional<Notes.LastCheck> before() {
    return before;
  }

  /** Keeps how the steps stand now, for {@link #before} of the next run. */
  public void remember() {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    checks.assessments().forEach((id, seen) -> verdicts.put(id, seen.verdict()));
    Notes.LastCheck now = new Notes.LastCheck(parts.clock().instant(), verdicts);
    listeners.keep(() -> parts.notes().saw(now));
  }

  public SessionListeners listeners() {
    return listeners;
  }

  public List<StepView> steps() {
    return views.steps();
  }

  public StepView step(String id) {
    return views.step(id);
  }

  public List<Evidence> evidence(String id) {
    return checks.evidence(id);
  }

  /** Takes steps in, for this session, that the preset leaves out. */
  public void include(Collection<String> ids) {
    views.included().addAll(ids);
  }

  /** The presets, with what each proposes and costs in the chosen environment. */
  public List<PresetView> presets() {
    return views.presets();
  }

  /**
   * Assesses some steps at the same time, and returns when all are assessed. Where a verdict is
   * another one now, the steps that rest on the same reads are assessed again, too.
   */
  public void check(Collection<String> ids) {
    reassessment.check(ids, true);
  }

  /** Assesses them again because time has passed; a read that costs money is kept for a day. */
  public void watch(Collection<String> ids) {
    reassessment.check(ids, false);
  }

  /** Gives up assessments under way, of which nothing is seen then; those of an apply go on. */
  public void leave(Collection<String> ids) {
    checks.leave(ids);
  }

  /** What applying these steps would write, from the latest assessment of each. */
  public Plan plan(Collection<String> ids) {
    Map<String, Assessment> assessments = new LinkedHashMap<>();
    for (StepEntry entry : catalog().applyOrder()) {
      if (ids.contains(entry.id())) {
        checks.assessment(entry.id()).ifPresent(seen -> assessments.put(entry.id(), seen));
      }
    }
    return Plan.from(identity().accountId(), assessments);
  }

  /**
   * Whether whoever is signed in may make the calls of a plan. It asks AWS, and blocks until it has
   * answered: nobody's yes has to wait for it.
   */
  public PermissionReport rights(Plan plan) {
    return writer.rights(plan);
  }

  /** Writes a confirmed plan; the steps' views follow. */
  public Outcome apply(
      Plan.Confirmed confirmed,
      Optional<Person> person,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      RecoveryPrompt patience) {
    return reassessment.after(() -> writer.apply(confirmed, person, events, stop, patience));
  }

  /** Every change that firstday made to this account, oldest first. */
  public List<AppliedChange> history() {
    return JournalHistory.of(journal().entries()).appliedChanges();
  }

  /** What taking back these steps would do; it leaves what other steps still need. */
  public UndoPlan undoPlan(Collection<String> ids) {
    return new UndoPreparation(parts, checks, reassessment, listeners::fault).plan(ids);
  }

  /** Takes back what was confirmed; the steps' views follow. */
  public Outcome undo(
      Plan.Confirmed confirmed,
      Consumer<ApplyEvent> events,
      Cancellation stop,
      RecoveryPrompt patience) {
    return reassessment.after(() -> writer.undo(confirmed, events, stop, patience));
  }

  public Answers answers(String step) {
    return editor.answers(step);
  }

  /** The answer to a full key ({@code email}, {@code budget.amount}) that holds now. */
  public Optional<String> answer(String key) {
    return editor.answer(key);
  }

  /**
   * Takes and keeps an answer; an empty one goes back to the default.
   *
   * @return what was expected, if the answer can't be used; then nothing is kept
   */
  public Optional<Note> answer(String key, String text) {
    return editor.answer(key, text);
  }

  public AnswerEditor answerEditor() {
    return editor;
  }

  /** Keeps who attests that a step is done; without a name, takes that back. */
  public void attest(String id, Optional<String> by) {
    views.attest(id, by);
  }

  /** Leaves a step out, or brings it back, also where the preset leaves it out. */
  public void skip(String id, Optional<String> reason) {
    views.skip(id, reason);
  }
}
