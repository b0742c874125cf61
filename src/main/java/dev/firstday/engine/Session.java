package dev.firstday.engine;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Price;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
  private final Runnable lookAgain;

  private final Map<String, Assessment> assessments = new ConcurrentHashMap<>();
  private final Map<String, Integer> checking = new ConcurrentHashMap<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  /** A step whose account is given. */
  @FunctionalInterface
  public interface BoundStep {
    Assessment assess(Answers answers) throws CallFailed;
  }

  /** Binds a step to an account. */
  public static <A> BoundStep bind(Step<A> step, A account) {
    return answers -> step.assess(account, answers);
  }

  /**
   * What a session is made of.
   *
   * @param lookAgain called before each look, so that what was read before it is not taken for the
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
      Runnable lookAgain) {}

  public Session(Parts parts) {
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
    lookAgain = parts.lookAgain();
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

  public Journal journal() {
    return journal;
  }

  /**
   * Registers somebody who wants to know that a step's view has changed; called with the step's id
   * on whatever thread changed it.
   */
  public void onChange(Consumer<String> listener) {
    listeners.add(listener);
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

  private StepView view(StepEntry entry) {
    Optional<Assessment> assessment = Optional.ofNullable(assessments.get(entry.id()));
    return new StepView(
        entry,
        assessment,
        checking.containsKey(entry.id()),
        Optional.ofNullable(notes.skips().get(entry.id())),
        Optional.ofNullable(notes.attestations().get(entry.id())),
        monthlyUsd(entry, assessment));
  }

  private static BigDecimal monthlyUsd(StepEntry entry, Optional<Assessment> assessment) {
    Map<String, BigDecimal> units = assessment.map(Assessment::quantities).orElse(Map.of());
    BigDecimal sum = BigDecimal.ZERO;
    for (Price price : entry.prices()) {
      sum = sum.add(price.usd().multiply(units.getOrDefault(price.id(), price.monthly())));
    }
    return sum;
  }

  /** Looks at some steps at the same time, and returns when all were looked at. */
  public void check(Collection<String> ids) {
    lookAgain.run();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> looks = new ArrayList<>();
      for (String id : ids) {
        checking.merge(id, 1, Integer::sum);
        changed(id);
        looks.add(threads.submit(() -> look(id)));
      }
      for (Future<?> look : looks) {
        look.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void look(String id) {
    try {
      assessments.put(id, assess(id));
    } finally {
      checking.computeIfPresent(id, (key, count) -> count == 1 ? null : count - 1);
      changed(id);
    }
  }

  private Assessment assess(String id) {
    try {
      Assessment seen =
          steps.containsKey(id)
              ? steps.get(id).assess(answers.of(catalog.step(id).orElseThrow()))
              : Assessment.unattested();
      return seen.verdict() == Verdict.UNATTESTED ? attested(seen, id) : seen;
    } catch (CallFailed e) {
      return Assessment.unseen(e.problem());
    }
  }

  /** Where AWS shows nothing, a person's word counts; where it shows something, AWS does. */
  private Assessment attested(Assessment seen, String id) {
    return Optional.ofNullable(notes.attestations().get(id))
        .map(word -> seen.with(Verdict.ATTESTED, Note.of("attested", word.by(), word.at())))
        .orElseGet(() -> seen.with(Verdict.UNATTESTED, Note.of("unattested")));
  }

  /** What applying these steps would write, from the latest look at each. */
  public Plan plan(Collection<String> ids) {
    Map<String, List<Change>> byStep = new LinkedHashMap<>();
    for (StepEntry entry : catalog.applyOrder()) {
      if (ids.contains(entry.id()) && assessments.containsKey(entry.id())) {
        byStep.put(entry.id(), assessments.get(entry.id()).changes());
      }
    }
    return Plan.of(identity.accountId(), byStep);
  }

  /** Writes a confirmed plan; the steps' views follow. */
  public Outcome apply(
      Plan.Confirmed confirmed, Consumer<ApplyEvent> events, BooleanSupplier stop) {
    Applier applier = new Applier(caller, journal, clock, time -> Thread.sleep(time), this::fresh);
    List<String> order = catalog.applyOrder().stream().map(StepEntry::id).toList();
    return alone(confirmed, () -> applier.apply(confirmed, order, events, stop));
  }

  private Assessment fresh(String id) {
    lookAgain.run();
    look(id);
    return assessments.get(id);
  }

  /** Writes while no other process does; where that can't be had, nothing is written. */
  private Outcome alone(Plan.Confirmed confirmed, Supplier<Outcome> writing) {
    Journal.Claim claim;
    try {
      claim = journal.claim();
    } catch (RecordFailed e) {
      return Outcome.refused(confirmed.plan(), Problem.of(e));
    }
    try {
      return writing.get();
    } finally {
      claim.close();
    }
  }

  /** Every change that firstday made to this account, oldest first. */
  public List<Deed> history() {
    return Ledger.of(journal.entries()).deeds();
  }

  /**
   * What taking back these steps would do. Steps that nobody looked at yet are looked at: what they
   * use is not taken away from under them.
   */
  public UndoPlan undoPlan(Collection<String> ids) {
    Ledger ledger = Ledger.of(journal.entries());
    List<String> unknown =
        steps.keySet().stream().filter(id -> !assessments.containsKey(id)).toList();
    if (!ids.containsAll(steps.keySet()) && !ledger.live().isEmpty()) {
      check(unknown);
    }
    Dependents dependents = new Dependents(catalog, assessments, ledger.live(), ids);
    try {
      return new UndoPlanner(ledger, new Looks(caller), dependents::of)
          .plan(identity.accountId(), ids);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new UndoPlan(new Plan(identity.accountId(), List.of()), List.of());
    }
  }

  /** Takes back what was confirmed; the steps' views follow. */
  public Outcome undo(Plan.Confirmed confirmed, Consumer<ApplyEvent> events, BooleanSupplier stop) {
    Undoer undoer = new Undoer(caller, journal, clock, time -> Thread.sleep(time), this::fresh);
    return alone(confirmed, () -> undoer.undo(confirmed, events, stop));
  }

  /** The answers that a step would use now. */
  public Answers answers(String step) {
    return answers.of(catalog.step(step).orElseThrow());
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
    Setting setting = AnswerBook.setting(catalog, key).orElseThrow();
    if (text.isBlank()) {
      answers.put(key, Optional.empty());
    } else {
      switch (rules.check(setting, text)) {
        case AnswerRules.Result.Wrong wrong -> {
          return Optional.of(wrong.expected());
        }
        case AnswerRules.Result.Right right -> answers.put(key, Optional.of(right.value()));
      }
    }
    notes.saveAnswers(answers.saved());
    return Optional.empty();
  }

  /** Takes a person's word that a step is done; by an empty name, takes it back. */
  public void attest(String id, Optional<String> by) {
    notes.attest(id, by.map(name -> new Notes.Attestation(name, clock.instant())));
    look(id);
  }

  /** Leaves a step out, or brings it back. */
  public void skip(String id, Optional<String> reason) {
    notes.skip(id, reason);
    changed(id);
  }
}
