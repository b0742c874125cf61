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
    add("# %s\n", text.title());
    if (report.identity().practice().isPresent()) {
      add("\n**%s**\n", text.say("practice"));
    }
    about();
    left();
    section(text.attested(), "attested-note", "attested.none");
    section(text.written(), "written-note", "written.none");
    steps();
    details();
    title("controls");
    paragraph(text.say("controls-note"));
    for (ReportText.Table list : text.controls()) {
      add("\n### %s\n\n", list.title());
      table(list);
    }
    section(text.evidence(), "evidence-note", "nothing-seen");
    return out.toString();
  }

  /** Adds Markdown, in which the values are mere text. */
  private void add(String markdown, String... values) {
    out.append(markdown.formatted(Stream.of(values).map(ReportMarkdown::escaped).toArray()));
  }

  private void title(String key) {
    add("\n## %s\n", text.say(key));
  }

  private void paragraph(String line) {
    add("\n%s\n", line);
  }

  private void section(ReportText.Table table, String note, String none) {
    add("\n## %s\n", table.title());
    paragraph(text.say(table.rows().isEmpty() ? none : note));
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
    text.about().forEach((name, value) -> add("- %s: %s\n", name, value));
    title("summary");
    out.append("\n");
    row(text.summary().keySet().stream().map(ReportMarkdown::escaped));
    row(text.summary().keySet().stream().map(key -> "---"));
    row(text.summary().values().stream().map(String::valueOf));
  }

  private void left() {
    title("left");
    boolean nothing = Stream.of(Actor.values()).allMatch(actor -> report.left(actor).isEmpty());
    paragraph(text.say(nothing ? "nothing-left" : "left-note"));
    for (Actor actor : Actor.values()) {
      List<Report.ReportedStep> steps = report.left(actor);
      if (!steps.isEmpty()) {
        add("\n### %s\n\n", text.say("left." + actor));
        steps.forEach(step -> left(step, actor));
      }
    }
  }

  private void left(Report.ReportedStep step, Actor actor) {
    add("- **%s** ([%s]", step.title(), text.say("docs"));
    out.append("(").append(address(step.docs())).append("))\n");
    text.lacks(step).forEach(line -> add("  - %s\n", line));
    if (actor != Actor.API) {
      step.byHand().forEach(line -> add("  1. %s\n", line));
      step.console()
          .ifPresent(
              page -> {
                add("\n     [%s]", text.say("console"));
                out.append("(").append(address(page)).append(")\n\n");
              });
    }
  }

  private void steps() {
    title("steps");
    out.append("\n");
    table(
        new ReportText.Table(
            "",
            text.heads("step", "verdict", "who", "usd"),
            report.steps().stream()
                .map(
                    step ->
                        List.of(
                            step.title(),
                            step.word(),
                            text.who(step),
                            Texts.amount(step.monthlyUsd())))
                .toList()));
    paragraph(text.say("price-note"));
  }

  private void details() {
    title("details");
    for (Report.ReportedStep step : report.steps()) {
      add("\n### %s (`", step.title());
      out.append(step.id());
      add("`): %s\n\n", step.word());
      step.findings()
          .forEach(line -> add("- %s: %s\n", text.say("finding." + line.kind()), line.text()));
      text.remarks(step).forEach(this::paragraph);
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
