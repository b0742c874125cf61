package dev.firstday.cli;

import dev.firstday.catalog.InputErrors;
import dev.firstday.engine.ApplyEvent;
import dev.firstday.engine.Note;
import dev.firstday.engine.Outcome;
import dev.firstday.engine.Plan;
import dev.firstday.engine.Problem;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Wording;
import dev.firstday.report.Json;
import dev.firstday.report.PlanFile;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Writes what is missing, after it was shown and agreed to. */
@CommandLine.Command(name = "apply")
final class ApplyCommand extends Command {
  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private List<String> steps = new ArrayList<>();

  @Option(names = "--plan", paramLabel = "FILE", descriptionKey = "apply-plan")
  private Path planFile;

  @Option(names = "--yes", descriptionKey = "yes")
  private boolean yes;

  @Option(names = "--account", paramLabel = "LAST4", descriptionKey = "account")
  private Optional<String> lastFour = Optional.empty();

  @Override
  public Integer call() {
    if (!yes && !composition().world().interactive().getAsBoolean()) {
      throw new Exit(Exit.BAD_INPUT, messages().text("cli.no-yes"));
    }
    if (planFile != null && !steps.isEmpty()) {
      throw new Exit(Exit.BAD_INPUT, messages().text("cli.plan-and-step"));
    }
    Optional<PlanFile> file = Optional.ofNullable(planFile).map(this::read);
    Session session = session(file.map(PlanFile::answers).orElse(Map.of()));
    if (lastFour.isPresent() && !session.identity().lastFour().equals(lastFour.get())) {
      throw new Exit(
          Exit.BAD_INPUT,
          messages().text("cli.other-account", session.identity().accountId(), lastFour.get()));
    }
    if (file.isPresent() && file.get().changes().isEmpty()) {
      talk(messages().text("cli.nothing-to-write"));
      return 0;
    }
    List<String> named = file.map(plan -> List.copyOf(plan.steps())).orElse(steps);
    List<StepView> checked = check(session, composition().chosen(session, named));
    List<StepView> wanted = checked.stream().filter(step -> step.skipped().isEmpty()).toList();
    requireAnswers(wanted);
    Plan plan = session.plan(wanted.stream().map(StepView::id).toList());
    file.ifPresent(written -> requireSame(session, written, plan));
    new PlanText(wording()).print(session, plan, this::talk);
    if (!plan.isEmpty()) {
      apply(session, confirm(session, plan));
    }
    List<StepView> after = checked.stream().map(step -> session.step(step.id())).toList();
    new CheckTable(composition().language()).print(session, after, this::print);
    return exitCode(after);
  }

  private PlanFile read(Path file) {
    try {
      return PlanFile.read(file, messages());
    } catch (InputErrors e) {
      throw new Exit(Exit.BAD_INPUT, e.getMessage());
    }
  }

  /** Refuses if what would be written now is not what was written down. */
  private void requireSame(Session session, PlanFile written, Plan plan) {
    if (!written.account().equals(plan.accountId())) {
      throw new Exit(
          Exit.FAILED,
          messages().text("cli.plan-other-account", written.account(), plan.accountId()));
    }
    if (!written.sameChanges(planJson(session, plan))) {
      throw new Exit(Exit.FAILED, messages().text("cli.plan-moved", planFile));
    }
  }

  private Plan.Confirmed confirm(Session session, Plan plan) {
    String digits = session.identity().lastFour();
    if (!yes) {
      talk("");
      composition().world().err().print(messages().text("cli.confirm", plan.accountId()) + " ");
      composition().world().err().flush();
      digits = typed();
    }
    return plan.confirm(digits)
        .orElseThrow(() -> new Exit(Exit.BAD_INPUT, messages().text("cli.not-confirmed")));
  }

  private String typed() {
    try {
      String line = composition().world().in().readLine();
      if (line == null) {
        throw new Exit(Exit.INTERRUPTED, messages().text("cli.not-confirmed"));
      }
      return Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
    } catch (IOException e) {
      throw new Exit(Exit.INTERRUPTED, messages().text("cli.not-confirmed"));
    }
  }

  private void apply(Session session, Plan.Confirmed confirmed) {
    talk("");
    Outcome outcome =
        session.apply(confirmed, event -> tell(session, event), () -> false, this::waitForAPerson);
    switch (outcome.ending()) {
      case COMPLETED, UNVERIFIED, GIVEN_UP -> talk("");
      case MOVED ->
          throw new Exit(
              Exit.FAILED,
              messages().text("cli.moved", outcome.moved().orElse(""))
                  + "\n"
                  + lists(session, outcome));
      case OTHER_ACCOUNT -> throw new Exit(Exit.FAILED, messages().text("cli.account-changed"));
      case FAILED, STOPPED ->
          throw new Exit(
              exitCode(outcome),
              outcome.problem().map(this::explained).orElse(messages().text("cli.stopped"))
                  + "\n"
                  + lists(session, outcome));
    }
    if (outcome.ending() == Outcome.Ending.UNVERIFIED) {
      throw new Exit(
          Exit.FAILED, messages().text("cli.unverified") + "\n" + lists(session, outcome));
    }
  }

  /** Credentials that gave out before anything was written are just no credentials. */
  private static int exitCode(Outcome outcome) {
    boolean signedOut = outcome.problem().filter(p -> p.kind() == Problem.Kind.EXPIRED).isPresent();
    return signedOut && outcome.done().isEmpty() ? Exit.CREDENTIALS : Exit.FAILED;
  }

  private String explained(Problem problem) {
    return sentence(problem)
        + Wording.helpingPolicy(List.of(problem))
            .map(policy -> "\n" + messages().text("cli.policy") + "\n" + Json.indented(policy))
            .orElse("");
  }

  /** On a terminal a person is asked to clear the way; elsewhere nobody can. */
  private boolean waitForAPerson(Problem problem, Note remedy) {
    if (!composition().world().interactive().getAsBoolean()) {
      return false;
    }
    composition().world().err().print(messages().text("cli.go-on") + " ");
    composition().world().err().flush();
    try {
      return composition().world().in().readLine() != null;
    } catch (IOException e) {
      return false;
    }
  }

  private void tell(Session session, ApplyEvent event) {
    switch (event) {
      case ApplyEvent.ChangeDone done ->
          talk(messages().text("cli.change-done", what(session, done.change())));
      case ApplyEvent.ChangeWaiting waiting ->
          talk(
              messages()
                  .text(
                      "cli.change-waiting",
                      what(session, waiting.change()),
                      waiting.problem().code(),
                      waiting.next().toSeconds()));
      case ApplyEvent.ChangeFailed failed ->
          talk(messages().text("cli.change-failed", what(session, failed.change())));
      case ApplyEvent.ChangeLeft left ->
          talk(messages().text("cli.change-left", what(session, left.change())));
      case ApplyEvent.Paused(Problem problem, Note remedy) -> {
        talk(sentence(problem));
        talk(text(remedy));
      }
      case ApplyEvent.Resumed resumed -> talk(messages().text("cli.resumed"));
      case ApplyEvent.StepStarted step -> {}
      case ApplyEvent.ChangeStarted started -> {}
      case ApplyEvent.StepVerified step -> {}
    }
  }

  private String lists(Session session, Outcome outcome) {
    return String.join(
        "\n",
        list(session, "cli.list-done", outcome.done()),
        list(session, "cli.list-failed", outcome.failed().stream().toList()),
        list(session, "cli.list-not-tried", outcome.notTried()));
  }

  private String list(Session session, String key, List<Plan.Planned> changes) {
    StringBuilder text = new StringBuilder(messages().text(key, changes.size()));
    changes.forEach(change -> text.append("\n  ").append(what(session, change)));
    return text.toString();
  }

  private String what(Session session, Plan.Planned planned) {
    return wording().change(session.step(planned.steps().getFirst()).entry(), planned.change());
  }
}
