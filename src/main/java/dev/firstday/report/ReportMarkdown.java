package dev.firstday.report;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.Texts;
import dev.firstday.text.Printable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as GitHub Flavored Markdown. */
public final class ReportMarkdown {
  private static final Pattern NO_ADDRESS = Pattern.compile("[^A-Za-z0-9._~:/?#@!$&'*+,;=%-]+");

  private final Report report;
  private final ReportText text;
  private final StringBuilder out = new StringBuilder();

  private ReportMarkdown(Report report) {
    this.report = report;
    this.text = new ReportText(report);
  }

  public static String of(Report report) {
    return new ReportMarkdown(report).document();
  }

  private String document() {
    out.append("# ").append(escaped(text.title())).append("\n");
    report
        .identity()
        .practice()
        .ifPresent(scenario -> paragraph("**" + text.say("practice") + "**"));
    about();
    left();
    section(text.attested(), text.say("attested-note"), text.say("attested.none"));
    section(text.written(), text.say("written-note"), text.say("written.none"));
    steps();
    details();
    title("controls");
    paragraph(escaped(text.say("controls-note")));
    text.controls()
        .forEach(
            list -> {
              out.append("\n### ").append(escaped(list.title())).append("\n\n");
              table(list);
            });
    section(text.evidence(), text.say("evidence-note"), text.say("nothing-seen"));
    return out.toString();
  }

  private void title(String key) {
    out.append("\n## ").append(escaped(text.say(key))).append("\n");
  }

  private void paragraph(String markdown) {
    out.append("\n").append(markdown).append("\n");
  }

  private void section(ReportText.Table table, String note, String none) {
    out.append("\n## ").append(escaped(table.title())).append("\n");
    paragraph(escaped(table.rows().isEmpty() ? none : note));
    if (!table.rows().isEmpty()) {
      out.append("\n");
      table(table);
    }
  }

  private void table(ReportText.Table table) {
    row(table.heads().stream());
    row(Collections.nCopies(table.heads().size(), "---").stream());
    table.rows().forEach(cells -> row(cells.stream().map(ReportMarkdown::escaped)));
  }

  private void row(Stream<String> cells) {
    out.append(cells.collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private void about() {
    out.append("\n");
    text.about()
        .forEach(
            (name, value) ->
                out.append("- ")
                    .append(escaped(name))
                    .append(": ")
                    .append(escaped(value))
                    .append("\n"));
    title("summary");
    out.append("\n");
    row(text.summary().keySet().stream().map(ReportMarkdown::escaped));
    row(text.summary().keySet().stream().map(key -> "---"));
    row(text.summary().values().stream().map(String::valueOf));
  }

  private void left() {
    title("left");
    boolean nothing = Stream.of(Actor.values()).allMatch(actor -> report.left(actor).isEmpty());
    paragraph(escaped(text.say(nothing ? "nothing-left" : "left-note")));
    for (Actor actor : Actor.values()) {
      List<Report.ReportedStep> steps = report.left(actor);
      if (!steps.isEmpty()) {
        out.append("\n### ").append(escaped(text.say("left." + actor))).append("\n\n");
        steps.forEach(step -> left(step, actor));
      }
    }
  }

  private void left(Report.ReportedStep step, Actor actor) {
    out.append("- **")
        .append(escaped(step.title()))
        .append("** ([")
        .append(escaped(text.say("docs")))
        .append("](")
        .append(address(step.docs()))
        .append("))\n");
    text.lacks(step).forEach(line -> out.append("  - ").append(escaped(line)).append("\n"));
    if (actor != Actor.API) {
      step.byHand().forEach(line -> out.append("  1. ").append(escaped(line)).append("\n"));
      step.console()
          .ifPresent(
              page ->
                  out.append("\n     [")
                      .append(escaped(text.say("console")))
                      .append("](")
                      .append(address(page))
                      .append(")\n\n"));
    }
  }

  private void steps() {
    title("steps");
    out.append("\n");
    table(
        new ReportText.Table(
            "",
            Stream.of("step", "verdict", "who", "usd").map(key -> text.say(key)).toList(),
            report.steps().stream()
                .map(
                    step ->
                        List.of(
                            step.title(),
                            step.word(),
                            text.who(step),
                            Texts.amount(step.monthlyUsd())))
                .toList()));
    paragraph(escaped(text.say("price-note")));
  }

  private void details() {
    title("details");
    for (Report.ReportedStep step : report.steps()) {
      out.append("\n### ")
          .append(escaped(step.title()))
          .append(" (`")
          .append(step.id())
          .append("`): ")
          .append(escaped(step.word()))
          .append("\n\n");
      step.findings()
          .forEach(
              line ->
                  out.append("- ")
                      .append(escaped(text.say("finding." + line.kind())))
                      .append(": ")
                      .append(escaped(line.text()))
                      .append("\n"));
      text.remarks(step).forEach(line -> paragraph(escaped(line)));
    }
  }

  /**
   * An address whose characters cannot end the link: those that no address contains are
   * percent-encoded.
   */
  private static String address(String page) {
    return NO_ADDRESS
        .matcher(page)
        .replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8));
  }

  /**
   * Text without meaning in Markdown. What GitHub turns into links after removing the backslashes
   * (addresses, mentions, issue numbers) is split by an escaped zero-width space.
   */
  static String escaped(String text) {
    return Printable.line(text)
        .replaceAll("([\\\\`*_\\[\\]<>|#&~$])", "\\\\$1")
        .replaceAll("^\\s*([-+=])", "\\\\$1")
        .replaceAll("^\\s*(\\d+)([.)])", "$1\\\\$2")
        .replaceAll(
            "(?<=:)(?=//)|(?<=(?i:www))(?=\\.)|(?<=(?<!\\w)@|#|(?i:gh)-)(?=\\w)", "&#8203;");
  }
}
