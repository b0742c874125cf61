package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertAll;

import dev.firstday.aws.SignIn;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.engine.MemoryNotes;
import dev.firstday.engine.Session;
import dev.firstday.engine.SessionParts;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.apply.ApplyOrder;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.journal.Journal;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.state.JournalFile;
import dev.firstday.state.StateFolder;
import dev.firstday.steps.root.PhoneNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.function.Executable;

/** A practice account with a journal on disk, on which a run can be cut off at any write. */
final class Rig {
  /** Where a run is cut off, seen from a call. */
  enum Cut {
    BEFORE_THE_CALL,
    AFTER_THE_CALL,
    IN_A_JOURNAL_LINE
  }

  /** The end of a process: nothing of ours may catch it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Map<String, String> answers;
  private final Path folder;
  private final PracticeAccount practice;
  private final AtomicInteger writes = new AtomicInteger();
  private volatile boolean dead;
  private int cutAt = -1;
  private Cut cut = Cut.BEFORE_THE_CALL;

  Rig(Scenario scenario, Map<String, String> answers, Path folder) {
    // Nobody is there to be asked for the codes of a new user's MFA device.
    this.answers = new HashMap<>(answers);
    this.answers.remove("admin-group.user");
    this.folder = folder;
    // Times that AWS writes down would differ from run to run.
    practice =
        new PracticeAccount(
            scenario,
            WriteLog.NONE,
            CallListener.NONE,
            Duration.ZERO,
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC),
            false);
  }

  /** From now on the run is cut off at this write, counted from 1. */
  Rig cutting(int write, Cut where) {
    writes.set(0);
    dead = false;
    cutAt = write;
    cut = where;
    return this;
  }

  /** The writes since the last {@link #cutting}. */
  int writes() {
    return writes.get();
  }

  /** The process ends; no thread of it does anything any more. */
  private Killed killed() {
    dead = true;
    return new Killed();
  }

  private void alive() {
    if (dead) {
      throw new Killed();
    }
  }

  private final class Cutting implements Caller {
    private final Caller caller;

    Cutting(Caller caller) {
      this.caller = caller;
    }

    @Override
    public String accountId() throws CallFailed {
      alive();
      return caller.accountId();
    }

    @Override
    public Optional<Map<String, Object>> read(Read read) throws CallFailed {
      alive();
      return caller.read(read);
    }

    @Override
    public Optional<String> foreign(Change change, Change undo) {
      return caller.foreign(change, undo);
    }

    @Override
    public Optional<Read> tag(Change change) {
      return caller.tag(change);
    }

    @Override
    public Receipt write(Change change, Map<String, Object> request) throws CallFailed {
      alive();
      int number = writes.incrementAndGet();
      if (number == cutAt && cut == Cut.BEFORE_THE_CALL) {
        throw killed();
      }
      try {
        return caller.write(change, request);
      } finally {
        // Whatever AWS answered: it may also have said that it is not ready yet.
        if (number == cutAt && cut == Cut.AFTER_THE_CALL) {
          throw killed();
        }
      }
    }
  }

  /** Writes half a line instead of the one behind the call at which it is cut. */
  private final class Torn implements Journal {
    private final Journal journal = new JournalFile(new StateFolder(folder));

    @Override
    public Claim claim() {
      return journal.claim();
    }

    @Override
    public synchronized void append(Entry entry) {
      alive();
      // A call that is only made again has no line behind it: then it is the next that has.
      if (cutAt > 0 && writes.get() >= cutAt && cut == Cut.IN_A_JOURNAL_LINE) {
        try {
          Files.writeString(
              folder.resolve("journal.jsonl"),
              "{\"v\":1,\"at\":\"" + entry.at() + "\",\"event\":\"do",
              StandardOpenOption.APPEND);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        throw killed();
      }
      journal.append(entry);
    }

    @Override
    public List<Entry> entries() {
      return journal.entries();
    }
  }

  /** Tries several things side by side: a run on the practice account mostly waits. */
  static <T> void sideBySide(Collection<T> all, Consumer<T> trial) {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> trials = new ArrayList<>();
      all.forEach(one -> trials.add(threads.submit(() -> trial.accept(one))));
      List<Executable> results = new ArrayList<>();
      trials.forEach(one -> results.add(() -> result(one)));
      assertAll(results);
    }
  }

  private static void result(Future<?> trial) throws Throwable {
    try {
      trial.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  /** A new process on the same account. */
  Session session() {
    try {
      SignIn.SignInResult signedIn = SignIn.to(practice, "ap-northeast-1", Optional.empty());
      return new Session(
          new SessionParts(
              Bench.CATALOG,
              signedIn.account().identity(),
              Steps.of(signedIn.account()),
              new AnswerBook(Bench.CATALOG, Map.of(), answers),
              new AnswerRules(PhoneNumbers::international),
              new MemoryNotes(),
              new Torn(),
              new Cutting(signedIn.caller()),
              Clock.systemUTC(),
              null,
              signedIn.account()::invalidate),
          new Delays(),
          time -> {},
          ApplyOrder.WIDEST);
    } catch (CallFailed e) {
      throw new AssertionError(e);
    }
  }

  /** Applies what needs no person of some steps, in a new process. */
  Outcome apply(Collection<String> steps) {
    Session session = session();
    session.check(steps);
    Plan plan = session.plan(steps).unattended();
    return session.apply(
        plan.confirm(session.identity().lastFour()).orElseThrow(),
        Optional.empty(),
        event -> {},
        () -> false,
        RecoveryPrompt.NONE);
  }

  /** What a new process would take back. */
  UndoPlan undoPlan(Collection<String> steps) {
    return session().undoPlan(steps);
  }

  /** Takes some steps back in a new process. */
  Outcome undo(Collection<String> steps) {
    Session session = session();
    Plan plan = session.undoPlan(steps).plan();
    return session.undo(
        plan.confirm(session.identity().lastFour()).orElseThrow(),
        event -> {},
        () -> false,
        RecoveryPrompt.NONE);
  }

  /** Everything in the account. */
  List<Object> account() {
    return Snapshot.of(practice);
  }
}
