package dev.firstday.cli.commands;

import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.failure.Problem;
import dev.firstday.report.Json;
import dev.firstday.terminal.Width;
import dev.firstday.terminal.Wrap;
import java.util.List;
import java.util.function.Consumer;

/** A check as a table of text, at most 79 columns wide. */
record CheckTable(Texts wording) {
  private static final int WIDTH = 79;
  private static final int TITLE = 42;

  /** The account in one line. */
  static String header(Identity identity, Texts wording) {
    return wording.say(
        identity.practice().isPresent() ? "cli.practice-account" : "cli.account",
        identity.accountId() + identity.alias().map(alias -> " (" + alias + ")").orElse(""),
        wording.say("kind." + identity.kind()),
        identity.name(),
        identity.homeRegion());
  }

  void print(Session session, List<StepView> steps, Consumer<String> line) {
    line.accept(header(session.identity(), wording));
    line.accept("");
    rows(steps, line);
    line.accept("");
    line.accept(
        wording.say(
            "cli.summary",
            count(steps, Verdict.DONE, Verdict.ATTESTED),
            count(steps, Verdict.TODO, Verdict.UNATTESTED),
            count(steps, Verdict.UNSEEN)));
  }

  /** The steps alone. */
  void rows(List<StepView> steps, Consumer<String> line) {
    steps.forEach(step -> print(step, line));
  }

  private void print(StepView step, Consumer<String> line) {
    Verdict verdict = step.verdict().orElseThrow();
    line.accept(
        "%s %s %s %s"
            .formatted(
                badge(step, verdict),
                Width.padRight(step.entry().title().in(wording.language()), TITLE),
                Width.padRight(wording.say("by." + step.entry().by()), 11),
                wording.verdict(step)));
    if (step.skipped().isPresent()) {
      wording.skipped(step).ifPresent(reason -> indented(reason, line));
    } else if (!verdict.settled()) {
      for (Finding finding : step.assessment().get().findings()) {
        if (finding.kind() != Finding.Kind.OK) {
          indented(wording.finding(step.entry(), finding), line);
        }
        finding.problem().ifPresent(problem -> print(problem, line));
      }
    }
  }

  private void print(Problem problem, Consumer<String> line) {
    indented(String.join(" ", wording.problem(problem)), line);
    HelpingPolicy.of(List.of(problem))
        .ifPresent(
            policy -> {
              indented(wording.say("cli.policy"), line);
              Json.indented(policy).lines().forEach(line);
            });
  }

  private static String badge(StepView step, Verdict verdict) {
    if (step.skipped().isPresent()) {
      return "[-]";
    }
    return switch (verdict) {
      case DONE, ATTESTED -> "[x]";
      case TODO -> "[ ]";
      case UNATTESTED -> "[!]";
      case UNSEEN -> "[?]";
      case NOT_APPLICABLE -> "[-]";
    };
  }

  private static void indented(String text, Consumer<String> line) {
    Wrap.lines(text, WIDTH - 6).forEach(part -> line.accept("      " + part));
  }

  private static long count(List<StepView> steps, Verdict... verdicts) {
    return steps.stream()
        .filter(step -> step.skipped().isEmpty())
        .filter(step -> List.of(verdicts).contains(step.verdict().orElseThrow()))
        .count();
  }
}
