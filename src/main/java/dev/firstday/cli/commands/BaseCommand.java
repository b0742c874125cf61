package dev.firstday.cli.commands;

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
import dev.firstday.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParentCommand;

/** What the commands have in common. */
@CommandLine.Command(mixinStandardHelpOptions = true, versionProvider = Version.Provider.class)
abstract class BaseCommand implements Callable<Integer> {
  @ParentCommand private Firstday root;

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

  /** Prints a line of the result. */
  void print(String line) {
    print(world().out(), Printable.line(line));
  }

  /** Prints what a program reads, or what is kept in a file. */
  void document(String text) {
    print(world().documents(), text);
  }

  /** Prints a line of talk. */
  void talk(String line) {
    print(world().err(), Printable.line(line));
  }

  private static void print(PrintWriter to, String text) {
    to.println(text);
    to.flush();
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
    DelayTally tally = new DelayTally(System::nanoTime);
    composition().delays().listen(delay -> tally.add(delay, wording()).ifPresent(this::talk));
    try {
      return composition().sessions().open(written);
    } catch (CallFailed e) {
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
    session.check(chosen);
    return views(session, chosen);
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

  /**
   * Refuses if an answer is missing that a change needs; names each with type, default and flag.
   */
  void requireAnswers(List<StepView> steps) {
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

  /** Says of which steps a plan lacks changes, as answers are missing. */
  void tellLacking(List<StepView> steps) {
    steps.stream()
        .filter(step -> !step.assessment().orElseThrow().missingAnswers().isEmpty())
        .forEach(step -> talk(text("cli.plan-lacks-answers", step.id())));
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

  /** Says so where the journal is not told in full. */
  void tellLaterEntries(Session session) {
    long later = session.journal().laterEntries();
    if (later > 0) {
      talk(text("cli.later-journal", later));
    }
  }
}
