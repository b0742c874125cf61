package dev.firstday.cli.commands;

import dev.firstday.cli.output.CommandOutput;
import dev.firstday.cli.output.NextCommands;
import dev.firstday.cli.run.Composition;
import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.RunEnvironment;
import dev.firstday.cli.run.RunSettings;
import dev.firstday.cli.run.Version;
import dev.firstday.engine.DelayTally;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.report.PlanJson;
import dev.firstday.report.Report;
import dev.firstday.text.StyledLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParentCommand;

/** What the commands have in common. */
@CommandLine.Command(mixinStandardHelpOptions = true, versionProvider = Version.Provider.class)
abstract class BaseCommand implements Callable<Integer> {
  @ParentCommand private Firstday root;

  private Optional<CommandOutput> output = Optional.empty();

  Composition composition() {
    return root.composition();
  }

  RunSettings run() {
    return composition().settings();
  }

  RunEnvironment world() {
    return run().world();
  }

  String text(String key, @Nullable Object... values) {
    return run().messages().text(key, values);
  }

  Texts wording() {
    return new Texts(run().language());
  }

  /** The wording of documents. */
  Texts documentWording() {
    return new Texts(run().wanted());
  }

  /** Ends the command, as what a person gave can't be used. */
  Exit refused(String key, @Nullable Object... values) {
    return run().badInput(key, values);
  }

  /** Whether only what is wrong is said. */
  boolean quiet() {
    return run().options().quiet();
  }

  /** Whether everything is said, each Region and each call. */
  boolean verbose() {
    return run().options().verbose();
  }

  /** The commands to go on with. */
  NextCommands next() {
    return new NextCommands(run(), this::print);
  }

  synchronized CommandOutput output() {
    if (output.isEmpty()) {
      output = Optional.of(new CommandOutput(run(), quiet()));
    }
    return output.get();
  }

  /** Tells on a terminal how far this is. */
  void progress(String key, @Nullable Object... values) {
    output().progress(text(key, values));
  }

  /** Prints a line of the result. */
  void print(String line) {
    print(StyledLine.of(line));
  }

  void print(StyledLine line) {
    output().print(line);
  }

  /** Prints what a program reads, or what is kept in a file. */
  void document(String text) {
    output().document(text);
  }

  /** Prints a line of talk. */
  void talk(String line) {
    talk(StyledLine.of(line));
  }

  void talk(StyledLine line) {
    output().talk(line);
  }

  /**
   * Signs in.
   *
   * @throws Exit if that is not possible
   */
  Session session() {
    return session(Map.of());
  }

  /**
   * Signs in with answers that were written down.
   *
   * @throws Exit if that is not possible
   */
  Session session(Map<String, String> written) {
    progress("progress.sign-in");
    DelayTally tally = new DelayTally(System::nanoTime);
    composition().delays().listen(delay -> tally.add(delay, wording()).ifPresent(this::talk));
    try {
      return composition().sessions().open(written);
    } catch (CallFailed e) {
      output().endProgress();
      boolean credentials =
          e.problem().kind() == Problem.Kind.CREDENTIALS
              || e.problem().kind() == Problem.Kind.EXPIRED;
      throw new Exit(credentials ? Exit.CREDENTIALS : Exit.UNSEEN, sentence(e.problem()));
    }
  }

  /** A problem in one line. */
  String sentence(Problem problem) {
    return String.join(" ", wording().problem(problem));
  }

  /** Writes a file that was asked for. */
  void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw refused("cli.unwritable", file, e.getMessage());
    }
  }

  /** Makes a folder that was asked for. */
  void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw refused("cli.unwritable", folder, e.getMessage());
    }
  }

  /** A plan as it is written down. */
  String planJson(Session session, Plan plan, Optional<PermissionReport> rights) {
    return PlanJson.of(
        plan,
        session.answerEditor().given(),
        rights.map(
            known ->
                new PlanJson.Allowed(
                    known,
                    known
                        .why()
                        .map(why -> documentWording().say(why.code(), why.values().toArray()))
                        .orElse(""))),
        (step, change) -> documentWording().change(session.step(step).entry(), change));
  }

  /** Looks at the chosen steps. */
  List<StepView> check(Session session, List<String> chosen) {
    Set<String> checked = ConcurrentHashMap.newKeySet();
    session.listeners().onChange(id -> checked(session.step(id), checked, chosen));
    session.check(chosen);
    output().endProgress();
    return views(session, chosen);
  }

  private void checked(StepView step, Set<String> checked, List<String> chosen) {
    if (!step.checking() && chosen.contains(step.id()) && checked.add(step.id())) {
      String title = step.entry().title().in(run().language());
      progress("progress.check", checked.size(), chosen.size(), title);
    }
  }

  List<StepView> views(Session session, List<String> chosen) {
    return chosen.stream().map(session::step).toList();
  }

  /** The report on steps that were checked. */
  Report report(Session session, List<StepView> checked) {
    return composition().report(session, run().wanted(), checked);
  }

  /** 3 if something could not be seen, else 1 if something is to do, else 0. */
  static int exitCode(Collection<StepView> steps) {
    Set<Verdict> verdicts =
        steps.stream()
            .filter(step -> step.skipped().isEmpty())
            .map(step -> step.verdict().orElseThrow())
            .collect(Collectors.toSet());
    boolean open = verdicts.contains(Verdict.TODO) || verdicts.contains(Verdict.UNATTESTED);
    return verdicts.contains(Verdict.UNSEEN) ? Exit.UNSEEN : open ? Exit.TO_DO : Exit.OK;
  }

  /** Says of which steps a plan lacks changes, as answers are missing. */
  void tellLacking(List<StepView> steps) {
    steps.stream()
        .filter(step -> !step.assessment().orElseThrow().missingAnswers().isEmpty())
        .forEach(step -> talk(text("cli.plan-lacks-answers", step.id())));
  }

  /** Says so where the journal is not told in full. */
  void tellLaterEntries(Session session) {
    long later = session.journal().laterEntries();
    if (later > 0) {
      talk(text("cli.later-journal", later));
    }
  }
}
