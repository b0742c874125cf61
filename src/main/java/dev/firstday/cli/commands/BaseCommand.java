package dev.firstday.cli.commands;

import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Note;
import dev.firstday.cli.run.Composition;
import dev.firstday.cli.run.Exit;
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
import dev.firstday.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParentCommand;

/** What the commands have in common. */
@CommandLine.Command(mixinStandardHelpOptions = true, versionProvider = Version.Provider.class)
abstract class BaseCommand implements Callable<Integer> {
  @ParentCommand private Firstday root;

  Composition composition() {
    return root.composition();
  }

  Messages messages() {
    return composition().messages();
  }

  Texts wording() {
    return new Texts(composition().language());
  }

  /** Prints a line of the result. */
  void print(String line) {
    composition().world().out().println(Printable.line(line));
    composition().world().out().flush();
  }

  /** Prints what a program reads, or what is kept in a file. */
  void document(String text) {
    composition().world().documents().println(text);
    composition().world().documents().flush();
  }

  /** The wording of documents. */
  Texts documentWording() {
    return new Texts(composition().wanted());
  }

  /** Prints a line of talk. */
  void talk(String line) {
    composition().world().err().println(Printable.line(line));
    composition().world().err().flush();
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
      throw new Exit(exitCode(e.problem()), sentence(e.problem()));
    }
  }

  private static int exitCode(Problem problem) {
    return switch (problem.kind()) {
      case CREDENTIALS, EXPIRED -> Exit.CREDENTIALS;
      default -> Exit.UNSEEN;
    };
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
      throw new Exit(Exit.BAD_INPUT, messages().text("cli.unwritable", file, e.getMessage()));
    }
  }

  /** Makes a folder that was asked for. */
  void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Exit(Exit.BAD_INPUT, messages().text("cli.unwritable", folder, e.getMessage()));
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

  /** 3 if something could not be seen, else 1 if something is to do, else 0. */
  static int exitCode(Collection<StepView> steps) {
    List<Verdict> verdicts =
        steps.stream()
            .filter(step -> step.skipped().isEmpty())
            .map(step -> step.verdict().orElseThrow())
            .toList();
    if (verdicts.contains(Verdict.UNSEEN)) {
      return Exit.UNSEEN;
    }
    return verdicts.contains(Verdict.TODO) || verdicts.contains(Verdict.UNATTESTED) ? 1 : 0;
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
      throw new Exit(
          Exit.BAD_INPUT,
          missing.stream()
              .collect(
                  Collectors.joining("\n", messages().text("cli.answers-missing") + "\n", "")));
    }
  }

  /** Says of which steps a plan lacks changes, as answers are missing. */
  void tellLacking(List<StepView> steps) {
    steps.stream()
        .filter(step -> !step.assessment().orElseThrow().missingAnswers().isEmpty())
        .forEach(step -> talk(messages().text("cli.plan-lacks-answers", step.id())));
  }

  private String missingAnswer(StepView step, String key) {
    var setting = step.entry().setting(key).orElseThrow();
    String full = step.id() + "." + key;
    return "  "
        + messages()
            .text(
                "cli.answer-missing",
                full,
                setting.label().in(composition().language()),
                messages().text("type." + setting.type()),
                setting.from().map(shared -> " / --set " + shared + "=...").orElse(""));
  }

  /** Says so where the journal is not told in full. */
  void tellLaterEntries(Session session) {
    long later = session.journal().laterEntries();
    if (later > 0) {
      talk(messages().text("cli.later-journal", later));
    }
  }

  String text(Note note) {
    return composition().text(note);
  }
}
