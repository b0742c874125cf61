package dev.firstday.cli.commands;

import dev.firstday.catalog.Actor;
import dev.firstday.catalog.Group;
import dev.firstday.engine.Progress;
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
import dev.firstday.text.StyledLine;
import dev.firstday.text.StyledLine.Emphasis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A check as text, at most 79 columns wide: the steps by their groups, and what is wrong with each.
 * In short, the first thing that no step before has said, and what could not be seen; in full,
 * everything, and the policies.
 */
final class CheckTable {
  private static final int WIDTH = 79;
  private static final int TITLE = 33;
  private static final int ID = 23;

  /** Says no more than the verdict does. */
  private static final String UNATTESTED = "unattested";

  private static final String INDENT = " ".repeat(4);

  private final Texts wording;
  private final boolean full;
  private final String home;

  /** What was said already. */
  private final Set<String> said = new HashSet<>();

  /**
   * A table of which nothing was printed yet.
   *
   * @param full whether everything is said
   * @param home the Region that is not named in short
   */
  CheckTable(Texts wording, boolean full, String home) {
    this.home = home;
    this.wording = wording;
    this.full = full;
  }

  /** The account in one line. */
  static String header(Identity identity, Texts wording) {
    return wording.say(
        identity.practice().isPresent() ? "cli.practice-account" : "cli.account",
        identity.accountId() + identity.alias().map(alias -> " (" + alias + ")").orElse(""),
        wording.say("kind." + identity.kind()),
        identity.name(),
        identity.homeRegion());
  }

  void print(Session session, List<StepView> steps, Consumer<StyledLine> line) {
    line.accept(StyledLine.of(header(session.identity(), wording)));
    for (Group group : session.catalog().groups()) {
      List<StepView> members =
          steps.stream().filter(step -> step.entry().group().equals(group.id())).toList();
      if (!members.isEmpty()) {
        line.accept(StyledLine.of(Emphasis.STRONG, group.title().in(wording.language())));
        rows(members, line);
      }
    }
    line.accept(StyledLine.of(Emphasis.STRONG, totals(steps)));
  }

  /** The steps alone. */
  void rows(List<StepView> steps, Consumer<StyledLine> line) {
    steps.forEach(step -> print(step, line));
  }

  /** How many steps stand how; the counts add up to the number of steps. */
  String totals(List<StepView> steps) {
    List<StepView> wanted = steps.stream().filter(step -> step.skipped().isEmpty()).toList();
    List<String> counts = new ArrayList<>();
    counts.add(
        wording.say(
            "cli.summary",
            count(wanted, step -> step.is(Verdict.DONE) || step.is(Verdict.ATTESTED)),
            count(wanted, CheckTable::toDo),
            count(wanted, step -> step.is(Verdict.UNSEEN))));
    add("waiting", count(wanted, Progress::waits), counts);
    add("not-needed", count(wanted, step -> step.is(Verdict.NOT_APPLICABLE)), counts);
    add("skipped", steps.size() - wanted.size(), counts);
    return wording.say(
        steps.size() == 1 ? "cli.summary.of-one" : "cli.summary.of",
        String.join(wording.say("list.separator"), counts),
        steps.size());
  }

  private void add(String name, long count, List<String> counts) {
    if (count > 0) {
      counts.add(wording.say("cli.summary." + name, count));
    }
  }

  private static boolean toDo(StepView step) {
    return step.is(Verdict.UNATTESTED) || step.is(Verdict.TODO) && !Progress.waits(step);
  }

  private static long count(List<StepView> steps, Predicate<StepView> which) {
    return steps.stream().filter(which).count();
  }

  private void print(StepView step, Consumer<StyledLine> line) {
    Emphasis style = style(step);
    line.accept(
        StyledLine.of(style, badge(step))
            .and(
                style == Emphasis.DIM ? style : Emphasis.PLAIN,
                " " + Width.padRight(step.entry().title().in(wording.language()), TITLE))
            .and(Emphasis.DIM, Width.padRight(step.id(), ID))
            .and(style, state(step)));
    if (step.skipped().isPresent()) {
      wording.skipped(step).filter(reason -> full).ifPresent(reason -> indented(reason, line));
    } else if (step.open()) {
      reasons(step, line);
    }
  }

  /** How it stands, and where it is to do, by whom. */
  private String state(StepView step) {
    boolean byPerson =
        step.is(Verdict.TODO)
            && step.skipped().isEmpty()
            && !Progress.waits(step)
            && step.entry().by() != Actor.API;
    String verdict = wording.verdict(step);
    return byPerson
        ? wording.say("cli.to-do-by", verdict, wording.say("by." + step.entry().by()))
        : verdict;
  }

  private void reasons(StepView step, Consumer<StyledLine> line) {
    List<Finding> wrong =
        Finding.told(step.assessment().orElseThrow()).stream()
            .filter(finding -> finding.kind() != Finding.Kind.OK)
            .filter(finding -> full || !finding.code().equals(UNATTESTED))
            .filter(finding -> full || !said.contains(sentence(step, finding)))
            .toList();
    // What could not be seen is never kept back: the rest may be known for that reason alone.
    List<Finding> shown =
        full
            ? wrong
            : wrong.stream()
                .filter(f -> f.equals(wrong.getFirst()) || f.problem().isPresent())
                .toList();
    int more = wrong.size() - shown.size();
    for (Finding finding : shown) {
      String sentence = sentence(step, finding);
      boolean first = more > 0 && finding.equals(wrong.getFirst());
      said.add(sentence);
      indented(first ? wording.say("cli.and-more", sentence, more) : sentence, line);
      finding.problem().ifPresent(problem -> print(problem, line));
    }
  }

  /** In full each Region by name; in short their number, and not the home Region. */
  private String sentence(StepView step, Finding finding) {
    Optional<String> regions = finding.region().filter(names -> !full && !names.equals(home));
    String text =
        wording.finding(
            step.entry(), new Finding(finding.kind(), finding.note(), regions, finding.problem()));
    return finding
        .region()
        .filter(names -> full)
        .map(names -> text + " (" + names + ")")
        .orElse(text);
  }

  private void print(Problem problem, Consumer<StyledLine> line) {
    String text = String.join(" ", wording.problem(problem));
    if (!full && !said.add(text)) {
      return;
    }
    indented(text, line);
    HelpingPolicy.of(List.of(problem))
        .filter(policy -> full)
        .ifPresent(
            policy -> {
              indented(wording.say("cli.policy"), line);
              Json.indented(policy).lines().map(StyledLine::of).forEach(line);
            });
  }

  private static Emphasis style(StepView step) {
    if (step.skipped().isPresent()) {
      return Emphasis.DIM;
    }
    if (Progress.waits(step)) {
      return Emphasis.WAITING;
    }
    return switch (step.verdict().orElseThrow()) {
      case DONE, ATTESTED -> Emphasis.DONE;
      case TODO -> step.entry().by() == Actor.API ? Emphasis.STRONG : Emphasis.NEEDS_YOU;
      case UNATTESTED -> Emphasis.NEEDS_YOU;
      case UNSEEN -> Emphasis.BAD;
      case NOT_APPLICABLE -> Emphasis.DIM;
    };
  }

  private static String badge(StepView step) {
    if (step.skipped().isPresent()) {
      return "[-]";
    }
    return switch (step.verdict().orElseThrow()) {
      case DONE, ATTESTED -> "[x]";
      case TODO -> Progress.waits(step) ? "[~]" : "[ ]";
      case UNATTESTED -> "[!]";
      case UNSEEN -> "[?]";
      case NOT_APPLICABLE -> "[-]";
    };
  }

  private static void indented(String text, Consumer<StyledLine> line) {
    Wrap.lines(text, WIDTH - INDENT.length())
        .forEach(part -> line.accept(StyledLine.of(INDENT + part)));
  }
}
