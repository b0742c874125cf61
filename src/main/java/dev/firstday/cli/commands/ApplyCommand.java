package dev.firstday.cli.commands;

import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.Mode;
import dev.firstday.cli.run.PersonAtPrompt;
import dev.firstday.cli.run.StepOptions;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.apply.Person;
import dev.firstday.engine.plan.Plan;
import dev.firstday.report.PlanFile;
import dev.firstday.terminal.AlternateScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Writes what is missing, after it was shown and agreed to. */
@CommandLine.Command
final class ApplyCommand extends WritingCommand {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

  @Option(names = "--plan", paramLabel = "FILE")
  private Path planFile;

  @Option(names = "--expect", paramLabel = "DIGEST")
  private String expected;

  @Override
  public Integer call() {
    requireSomebody("cli.no-yes");
    if (planFile != null && steps.given()) {
      throw refused("cli.plan-and-step");
    }
    Optional<PlanFile> file = Optional.ofNullable(planFile).map(this::read);
    requireExpected(file);
    Session session = session(file.map(PlanFile::answers).orElse(Map.of()));
    requireAccount(session);
    if (file.isPresent() && file.get().changes().isEmpty()) {
      talk(text("cli.nothing-to-write"));
      return 0;
    }
    StepOptions chosen = file.map(plan -> StepOptions.only(plan.steps())).orElse(steps);
    List<StepView> checked = check(session, chosen.ids(session, run()));
    applyMissing(session, file, checked.stream().filter(step -> step.skipped().isEmpty()).toList());
    if (dryRun) {
      talk(text("cli.dry-run"));
      return 0;
    }
    List<StepView> after = views(session, checked.stream().map(StepView::id).toList());
    print(CheckTable.header(session.identity(), wording()));
    print(new CheckTable(wording(), verbose(), session.identity().homeRegion()).totals(after));
    next().after(after, steps);
    return exitCode(after);
  }

  /** Plans what these steps lack, shows it and carries it out. */
  private void applyMissing(Session session, Optional<PlanFile> file, List<StepView> wanted) {
    requireAnswers(wanted);
    Plan whole = session.plan(wanted.stream().map(StepView::id).toList());
    file.ifPresent(written -> requireSame(session, written, whole));
    // With --yes nobody can be asked for what only a person has.
    Plan plan = yes ? whole.unattended() : whole;
    show(session, plan);
    whole.changes().stream()
        .filter(planned -> !plan.changes().contains(planned))
        .forEach(left -> talk(text("cli.needs-person", what(session, left))));
    if (!plan.isEmpty() && !dryRun) {
      requireEnd(session, apply(session, plan, wanted));
    }
  }

  /**
   * Refuses if an answer is missing that a change needs; names each with type, default and flag.
   */
  private void requireAnswers(List<StepView> steps) {
    List<String> missing =
        steps.stream()
            .flatMap(
                step ->
                    step.assessment().orElseThrow().missingAnswers().stream()
                        .sorted()
                        .map(key -> missingAnswer(step, key)))
            .toList();
    if (!missing.isEmpty()) {
      String all = text("cli.answers-missing") + "\n" + String.join("\n", missing);
      throw new Exit(Exit.BAD_INPUT, all);
    }
  }

  private String missingAnswer(StepView step, String key) {
    var setting = step.entry().setting(key).orElseThrow();
    String full = step.id() + "." + key;
    return "  "
        + text(
            "cli.answer-missing",
            full,
            setting.label().in(run().language()),
            text("type." + setting.type()),
            setting.from().map(shared -> " / --set " + shared + "=...").orElse(""));
  }

  private void show(Session session, Plan plan) {
    new PlanText(wording(), verbose(), Integer.MAX_VALUE).print(session, plan, this::talk);
    tellRights(session, plan);
  }

  /**
   * Applies a plan. Where more is seen than when it was made, whoever sits there is asked once
   * more; a plan in a file was agreed to by somebody else.
   */
  private Outcome apply(Session session, Plan plan, List<StepView> wanted) {
    Outcome outcome = confirmedAndWritten(session, plan);
    if (outcome.ending() != Outcome.Ending.SEEN_NOW || yes || planFile != null) {
      return outcome;
    }
    talk("");
    talk(text("cli.seen-now-anew", outcome.moved().orElse("")));
    List<String> ids = wanted.stream().map(StepView::id).toList();
    tellLacking(check(session, ids));
    Plan anew = session.plan(ids);
    show(session, anew);
    return anew.isEmpty() ? outcome : confirmedAndWritten(session, anew);
  }

  private Outcome confirmedAndWritten(Session session, Plan plan) {
    return write(
        session,
        confirm(session, plan, "cli.confirm"),
        (confirmed, events, stop, patience) ->
            session.apply(confirmed, person(session), events, stop, patience));
  }

  private Optional<Person> person(Session session) {
    return yes
        ? Optional.empty()
        : Optional.of(
            new PersonAtPrompt(
                world(), alternateScreen(), wording(), change -> what(session, change)));
  }

  /**
   * Shown where the wizard would draw on the whole terminal; empty where it would speak in lines.
   */
  private Optional<AlternateScreen> alternateScreen() {
    Mode mode = composition().mode(false, false);
    return world().ends().alternate().filter(screen -> mode == Mode.FULL_SCREEN);
  }

  private PlanFile read(Path file) {
    return composition()
        .files()
        .read(
            "--plan",
            file,
            PlanFile.LARGEST,
            text -> PlanFile.read(text, run().messages()),
            path -> PlanFile.read(path, run().messages()));
  }

  /** Refuses a plan that is not the one that somebody has looked at. */
  private void requireExpected(Optional<PlanFile> file) {
    if (expected == null) {
      return;
    }
    if (file.isEmpty()) {
      throw refused("cli.expect-without-plan");
    }
    if (!DIGEST.matcher(expected).matches()) {
      throw refused("cli.expect-no-digest", expected);
    }
    String digest = file.get().digest();
    if (!digest.equals(expected.toLowerCase(Locale.ROOT))) {
      throw refused("cli.expect-other", planFile, digest, expected);
    }
  }

  /** Refuses if what would be written now is not what was written down. */
  private void requireSame(Session session, PlanFile written, Plan plan) {
    if (!written.account().equals(plan.accountId())) {
      throw new Exit(
          Exit.FAILED, text("cli.plan-other-account", written.account(), plan.accountId()));
    }
    String json = planJson(session, plan, Optional.empty());
    if (!written.sameChanges(json)) {
      Set<String> seen = written.seenSince(json);
      throw new Exit(
          Exit.FAILED,
          seen.isEmpty()
              ? text("cli.plan-moved", planFile)
              : text("cli.plan-seen-now", planFile, String.join(", ", seen)));
    }
  }
}
