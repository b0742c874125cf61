package dev.firstday.cli.commands;

import dev.firstday.catalog.Note;
import dev.firstday.cli.output.WriteProgress;
import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.StepOptions;
import dev.firstday.engine.Session;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Cancellation;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.RecoveryPrompt;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.PermissionCheck;
import dev.firstday.engine.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that write have in common: a plan is agreed to, carried out and told of. */
abstract class WritingCommand extends BaseCommand {
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  @Mixin StepOptions steps;

  @Option(names = "--stop-on-failure")
  private boolean stopOnFailure;

  @Option(names = {"-y", "--yes"})
  boolean yes;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Option(names = "--account", paramLabel = "LAST4")
  private Optional<String> lastFour = Optional.empty();

  /** Whether a person has asked for an end behind the call in flight. */
  private final AtomicBoolean stop = new AtomicBoolean();

  /** What was written in this run. */
  private final List<Plan.Planned> done = new ArrayList<>();

  /** Carries out what was agreed to. */
  @FunctionalInterface
  interface PlanWork {
    Outcome with(
        Plan.Confirmed confirmed,
        Consumer<ApplyEvent> events,
        Cancellation stop,
        RecoveryPrompt patience);
  }

  /** Refuses where nobody can agree. */
  void requireSomebody(String message) {
    if (!yes && !dryRun && !world().interactive().getAsBoolean()) {
      throw refused(message);
    }
  }

  /** Whoever is asked for a yes has to see what for. */
  @Override
  boolean quiet() {
    return super.quiet() && yes;
  }

  /** Refuses where the account is not the one that was named. */
  void requireAccount(Session session) {
    if (lastFour.isPresent() && !session.identity().lastFour().equals(lastFour.get())) {
      throw refused("cli.other-account", session.identity().accountId(), lastFour.get());
    }
  }

  /** Says to whoever is asked for a yes whether the plan is allowed, if AWS tells that soon. */
  void tellRights(Session session, Plan plan) {
    if (!yes && !plan.isEmpty()) {
      PermissionCheck.of(() -> session.rights(plan))
          .within(A_MOMENT)
          .ifPresent(
              rights ->
                  new PlanText(wording(), verbose(), Integer.MAX_VALUE).print(rights, this::talk));
    }
  }

  /**
   * Asks for the agreement of whoever sits there.
   *
   * @param question what to ask
   */
  Plan.Confirmed confirm(Session session, Plan plan, String question) {
    String refusal = done.isEmpty() ? "cli.not-confirmed" : "cli.not-confirmed-anew";
    String digits = session.identity().lastFour();
    if (!yes) {
      talk("");
      digits =
          world()
              .ask(world().err(), text(question, plan.accountId()))
              .orElseThrow(() -> new Exit(Exit.INTERRUPTED, text(refusal)));
    }
    return plan.confirm(digits).orElseThrow(() -> refused(refusal));
  }

  /** Carries out a plan; an exit code and a message say what did not come to its end. */
  void carryOut(Session session, Plan.Confirmed confirmed, PlanWork work) {
    requireEnd(session, write(session, confirmed, work));
  }

  /** Carries out a plan, however that ends. */
  Outcome write(Session session, Plan.Confirmed confirmed, PlanWork work) {
    talk("");
    Outcome outcome = untilStopped(session, confirmed, work);
    done.addAll(outcome.done());
    return outcome;
  }

  /** Refuses to go on after what did not come to its end. */
  void requireEnd(Session session, Outcome outcome) {
    switch (outcome.ending()) {
      case COMPLETED, GIVEN_UP -> talk("");
      case UNVERIFIED -> {
        talk("");
        throw failed(session, outcome, "cli.unverified");
      }
      case MOVED -> throw failed(session, outcome, "cli.moved");
      case SEEN_NOW -> throw failed(session, outcome, "cli.seen-now");
      case OTHER_ACCOUNT -> throw failed(session, outcome, "cli.account-changed");
      case FAILED, STOPPED -> {
        OutcomeText text = text(session);
        throw new Exit(
            exitCode(outcome), text.explained(outcome) + "\n" + text.lists(outcome, done));
      }
    }
  }

  private OutcomeText text(Session session) {
    return new OutcomeText(run().messages(), wording(), session);
  }

  private Exit failed(Session session, Outcome outcome, String key) {
    String reason = wording().ending(outcome.ending(), key, outcome.moved().orElse(""));
    return new Exit(Exit.FAILED, reason + "\n" + text(session).lists(outcome, done));
  }

  /** The first Ctrl+C asks for a stop behind the call in flight; the next ends the process. */
  private Outcome untilStopped(Session session, Plan.Confirmed confirmed, PlanWork work) {
    AtomicReference<Runnable> putBack = new AtomicReference<>(() -> {});
    Runnable stopping =
        () -> {
          Objects.requireNonNull(putBack.get()).run();
          stop.set(true);
          talk("");
          talk(text("cli.stopping"));
        };
    putBack.set(world().ends().interrupts().listen(stopping));
    Cancellation asked = stop::get;
    WriteProgress progress =
        new WriteProgress(confirmed.plan(), session.catalog(), wording(), output(), verbose());
    try {
      return work.with(
          confirmed,
          event -> tell(session, event, progress),
          stopOnFailure ? asked.orOnFailure() : asked,
          this::waitForAPerson);
    } finally {
      progress.end();
      Objects.requireNonNull(putBack.get()).run();
    }
  }

  /** Before anything was written, what was in the way is just that. */
  private int exitCode(Outcome outcome) {
    if (outcome.ending() == Outcome.Ending.STOPPED) {
      return Exit.INTERRUPTED;
    }
    boolean untouched = done.isEmpty() && outcome.failed().isEmpty();
    Optional<Problem.Kind> kind = outcome.problem().map(Problem::kind).filter(k -> untouched);
    if (kind.equals(Optional.of(Problem.Kind.EXPIRED))) {
      return Exit.CREDENTIALS;
    }
    return kind.equals(Optional.of(Problem.Kind.RECORD)) ? Exit.BAD_INPUT : Exit.FAILED;
  }

  /** On a terminal a person is asked to clear the way; elsewhere nobody can. */
  private boolean waitForAPerson(Problem problem, Note remedy) {
    return world().interactive().getAsBoolean()
        && world().ask(world().err(), text("cli.go-on")).isPresent()
        && !stop.get();
  }

  private void tell(Session session, ApplyEvent event, WriteProgress progress) {
    switch (event) {
      case ApplyEvent.ChangeDone done -> progress.done(done.change());
      case ApplyEvent.ChangeWaiting waiting ->
          talk(
              text(
                  "cli.change-waiting",
                  what(session, waiting.change()),
                  waiting.problem().code(),
                  waiting.next().toSeconds()));
      case ApplyEvent.ChangeFailed failed ->
          talk(text("cli.change-failed", what(session, failed.change())));
      case ApplyEvent.ChangeLeft left ->
          talk(text("cli.change-left", what(session, left.change())));
      case ApplyEvent.Paused(Problem problem, Note remedy) -> {
        talk(sentence(problem));
        talk(run().text(remedy));
      }
      case ApplyEvent.Resumed resumed -> talk(text("cli.resumed"));
      case ApplyEvent.StepStarted step -> {}
      case ApplyEvent.ChangeStarted started -> progress.started(started.change());
      case ApplyEvent.StepVerified step -> {}
    }
  }

  /** A change in words. */
  String what(Session session, Plan.Planned planned) {
    return text(session).change(planned);
  }
}
