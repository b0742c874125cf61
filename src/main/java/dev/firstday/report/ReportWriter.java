package dev.firstday.report;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.engine.failure.HelpingPolicy;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a report of what a session knows, after its steps were assessed. */
public final class ReportWriter {
  private final Session session;
  private final Texts wording;

  public ReportWriter(Session session, Language language) {
    this.session = session;
    this.wording = new Texts(language);
  }

  /** The report on steps that were all assessed. */
  public Report report(Collection<StepView> steps, Instant at, String version) {
    return new Report(
        wording.language(),
        session.identity(),
        at,
        version,
        steps.stream().map(this::step).toList(),
        written(),
        Controls.judge(session.catalog().steps(), steps, wording));
  }

  private Report.ReportedStep step(StepView view) {
    StepEntry entry = view.entry();
    Assessment assessment = view.assessment().orElseThrow();
    return new Report.ReportedStep(
        view.id(),
        entry.title().in(wording.language()),
        group(session.catalog(), entry),
        entry.by(),
        assessment.verdict(),
        wording.verdict(view),
        assessment.findings().stream().map(finding -> line(entry, finding)).toList(),
        reasons(assessment),
        problems(assessment).map(FailureId::of).distinct().toList(),
        assessment.waiting().map(waiting -> waiting(entry, waiting)),
        wording.skipped(view),
        view.attestation().filter(word -> assessment.verdict() == Verdict.ATTESTED),
        session.evidence(view.id()),
        assessment.changes().size(),
        view.monthlyUsd(),
        ids(entry),
        entry.byHand().stream().map(text -> text.in(wording.language())).toList(),
        entry.console(),
        entry.docs());
  }

  private static Map<String, List<String>> ids(StepEntry entry) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    entry.controls().forEach((list, controls) -> ids.put(list, List.copyOf(controls.keySet())));
    return ids;
  }

  private String group(Catalog catalog, StepEntry entry) {
    return catalog.groups().stream()
        .filter(group -> group.id().equals(entry.group()))
        .findFirst()
        .map(group -> group.title().in(wording.language()))
        .orElse(entry.group());
  }

  private Report.ReportedFinding line(StepEntry entry, Finding finding) {
    return new Report.ReportedFinding(
        finding.kind(), finding.code(), finding.region(), wording.finding(entry, finding));
  }

  private List<String> reasons(Assessment assessment) {
    List<Problem> problems = problems(assessment).toList();
    List<String> reasons = new ArrayList<>();
    problems.stream()
        .map(problem -> String.join(" ", wording.problem(problem)))
        .distinct()
        .forEach(reasons::add);
    HelpingPolicy.of(problems)
        .ifPresent(policy -> reasons.add(wording.say("cli.policy") + " " + Json.compact(policy)));
    return reasons;
  }

  private static Stream<Problem> problems(Assessment assessment) {
    return assessment.findings().stream().flatMap(finding -> finding.problem().stream());
  }

  private Report.PendingStep waiting(StepEntry entry, Waiting waiting) {
    String text =
        wording.note(entry, waiting.reason())
            + waiting.until().map(at -> " (" + wording.say("report.until", at) + ")").orElse("");
    return new Report.PendingStep(waiting.reason().code(), waiting.until(), text);
  }

  /** Every write with its result, as in the history. */
  private List<Report.ReportedChange> written() {
    return session.history().stream()
        .map(this::written)
        .sorted(Comparator.comparing(Report.ReportedChange::at))
        .toList();
  }

  private Report.ReportedChange written(AppliedChange applied) {
    Change change = applied.change();
    return new Report.ReportedChange(
        applied.takenBack().orElse(applied.at()),
        change.id(),
        applied.steps(),
        outcome(applied),
        change.service(),
        change.operation(),
        change.region(),
        applied.requestId(),
        applied.steps().stream()
            .findFirst()
            .flatMap(session.catalog()::step)
            .map(step -> wording.change(step, change))
            .orElse(change.service() + " " + change.operation()));
  }

  private static Report.ChangeStatus outcome(AppliedChange applied) {
    if (applied.takenBack().isPresent()) {
      return Report.ChangeStatus.UNDONE;
    }
    return switch (applied.ending()) {
      case DONE -> Report.ChangeStatus.DONE;
      case FAILED -> Report.ChangeStatus.FAILED;
      case ALREADY_THERE -> Report.ChangeStatus.ALREADY_THERE;
      case UNKNOWN -> Report.ChangeStatus.UNKNOWN;
    };
  }
}
