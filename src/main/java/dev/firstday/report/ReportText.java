package dev.firstday.report;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.assess.Finding;
import dev.firstday.engine.assess.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words, tables and times that the readable formats share. */
record ReportText(Report report) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** How many lines of what is missing are shown. */
  private static final int FEW = 5;

  /** A table: what it shows, its heads, and its rows. */
  record Table(String title, List<String> heads, List<List<String>> rows) {}

  private Texts wording() {
    return new Texts(report.language());
  }

  String say(String key, Object... values) {
    return wording().say("report." + key, values);
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  String state(Report.ReportedControl control) {
    return say("state." + control.state());
  }

  String title() {
    return say("title", report.identity().accountId());
  }

  String who(Report.ReportedStep step) {
    return wording().say("by." + step.by());
  }

  /** Facts about the report, in order. */
  Map<String, String> about() {
    Identity identity = report.identity();
    Map<String, String> about = new LinkedHashMap<>();
    about.put(say("account"), identity.accountId());
    identity.alias().ifPresent(alias -> about.put(say("alias"), alias));
    about.put(say("home-region"), identity.homeRegion());
    identity.organization().ifPresent(id -> about.put(say("organization"), id));
    identity.plan().ifPresent(plan -> about.put(say("plan"), plan));
    about.put(say("at"), time(report.at()));
    about.put(
        say("by"),
        wording().say("kind." + identity.kind()) + " " + identity.name() + ", " + identity.arn());
    about.put(say("version"), report.version());
    about.put(say("price"), wording().monthly(report.monthlyUsd()));
    return about;
  }

  /** How many steps have each verdict. */
  Map<String, Long> summary() {
    Map<String, Long> summary = new LinkedHashMap<>();
    summary.put(say("done"), report.count(Verdict.DONE, Verdict.ATTESTED));
    summary.put(say("todo"), report.count(Verdict.TODO, Verdict.UNATTESTED));
    summary.put(say("unseen"), report.count(Verdict.UNSEEN));
    summary.put(say("not-needed"), report.count(Verdict.NOT_APPLICABLE));
    summary.put(say("skipped"), report.skipped());
    return summary;
  }

  /** What an open step lacks, in a few lines; this is what a person reads first. */
  List<String> lacks(Report.ReportedStep step) {
    boolean stuck =
        step.by() == Actor.API
            && step.verdict() == Verdict.TODO
            && step.changes() == 0
            && step.waiting().isEmpty();
    List<String> seen =
        step.findings().stream()
            .filter(line -> line.kind() != Finding.Kind.OK)
            .filter(line -> stuck || line.kind() != Finding.Kind.INFO)
            .map(Report.ReportedFinding::text)
            .toList();
    List<String> lines = new ArrayList<>(seen.subList(0, Math.min(seen.size(), FEW)));
    if (seen.size() > FEW) {
      lines.add(say("more", seen.size() - FEW));
    }
    step.waiting().map(Report.PendingStep::text).ifPresent(lines::add);
    if (stuck) {
      lines.add(say("no-changes"));
    } else if (step.by() == Actor.API && step.changes() > 0) {
      lines.add(say("changes", step.changes()));
    }
    return lines;
  }

  Table attested() {
    return new Table(
        say("attested"),
        heads("step", "attested.by", "attested.at"),
        report.steps().stream()
            .flatMap(
                step ->
                    step.attested().stream()
                        .map(word -> List.of(step.title(), word.by(), time(word.at()))))
            .toList());
  }

  Table written() {
    return new Table(
        say("written"),
        heads("when", "what", "call", "region", "outcome", "request-id"),
        report.written().stream()
            .map(
                line ->
                    List.of(
                        time(line.at()),
                        line.what(),
                        line.service() + " " + line.operation(),
                        line.region(),
                        say("outcome." + line.outcome()),
                        line.requestId()))
            .toList());
  }

  /** One table for each list of controls. */
  List<Table> controls() {
    return report.controls().stream()
        .map(Report.ReportedControl::list)
        .distinct()
        .map(list -> new Table(list, heads("control", "state", "condition", "steps"), rows(list)))
        .toList();
  }

  private List<List<String>> rows(String list) {
    return report.controls().stream()
        .filter(control -> control.list().equals(list))
        .map(
            control ->
                List.of(
                    control.id(),
                    state(control),
                    condition(control),
                    String.join(", ", control.steps())))
        .toList();
  }

  /**
   * What a control rests on; where it is not met, only what is lacking, and likewise not judged.
   */
  static String condition(Report.ReportedControl control) {
    return Stream.concat(
            control.facts().stream()
                .filter(fact -> fact.state() == control.state())
                .map(Report.Fact::text),
            control.notes().stream())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  Table evidence() {
    return new Table(
        say("evidence"),
        heads("step", "call", "region", "answer", "request-id"),
        report.steps().stream()
            .flatMap(step -> step.evidence().stream().map(call -> evidence(step, call)))
            .toList());
  }

  private List<String> evidence(Report.ReportedStep step, Evidence call) {
    return List.of(
        step.id(),
        call.service() + " " + call.operation(),
        call.region(),
        call.error().orElse(say("answered")),
        call.requestId());
  }

  List<String> heads(String... keys) {
    return Stream.of(keys).map(this::say).toList();
  }

  private String say(String key) {
    return say(key, new Object[0]);
  }

  /** What is said of a step besides its findings. */
  List<String> remarks(Report.ReportedStep step) {
    return Stream.of(
            step.reasons().stream(),
            step.waiting().stream().map(Report.PendingStep::text),
            step.skipped().stream(),
            step.evidence().isEmpty() && step.findings().isEmpty()
                ? Stream.of(say("nothing-seen"))
                : Stream.<String>empty())
        .flatMap(lines -> lines)
        .toList();
  }
}
