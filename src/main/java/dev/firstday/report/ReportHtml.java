package dev.firstday.report;

import static dev.firstday.report.Markup.attribute;
import static dev.firstday.report.Markup.element;
import static dev.firstday.report.Markup.foreign;
import static dev.firstday.report.Markup.heading;
import static dev.firstday.report.Markup.join;
import static dev.firstday.report.Markup.link;
import static dev.firstday.report.Markup.target;
import static dev.firstday.report.Markup.text;
import static dev.firstday.report.Markup.with;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A report as one HTML file that loads nothing else. */
public final class ReportHtml {
  private final Report report;
  private final ReportText text;

  private ReportHtml(Report report) {
    this.report = report;
    this.text = new ReportText(report);
  }

  public static String of(Report report) {
    return new ReportHtml(report).document();
  }

  // The empty icon keeps a browser from asking a server for one.
  private String document() {
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    %s
    <style>
    %s</style>
    </head>
    <body>
    %s
    </body>
    </html>
    """
        .formatted(
            report.language().tag(),
            element("title", text(text.title())).html(),
            style(),
            body().html());
  }

  private static String style() {
    try (InputStream css = ReportHtml.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Markup body() {
    Markup practice =
        report
            .identity()
            .practice()
            .map(scenario -> element("p", "practice", say("practice")))
            .orElse(Markup.NOTHING);
    return join(
        List.of(
            element("header", element("h1", text(text.title())), practice),
            element(
                "main",
                about(),
                summary(),
                left(),
                table("attested", text.attested(), "attested-note", "attested.none"),
                table("written", text.written(), "written-note", "written.none"),
                steps(),
                details(),
                controls(),
                table("evidence", text.evidence(), "evidence-note", "nothing-seen"))));
  }

  private Markup say(String key, Object... values) {
    return text(text.say(key, values));
  }

  private static Markup section(String id, Markup title, Markup... inside) {
    List<Markup> parts = new ArrayList<>();
    parts.add(target("h2", id, title));
    parts.addAll(List.of(inside));
    return with("section", attribute("aria-labelledby", id), join(parts));
  }

  private Markup about() {
    return section(
        "about",
        say("about"),
        element(
            "dl",
            join(
                text.about().entrySet().stream()
                    .map(
                        fact ->
                            element(
                                "div",
                                element("dt", text(fact.getKey())),
                                element("dd", foreign(fact.getValue()))))
                    .toList())));
  }

  private Markup summary() {
    return section(
        "summary",
        say("summary"),
        element(
            "ul",
            "counts",
            join(
                text.summary().entrySet().stream()
                    .map(
                        count ->
                            element(
                                "li",
                                element("strong", text(String.valueOf(count.getValue()))),
                                text(" " + count.getKey())))
                    .toList())));
  }

  private Markup left() {
    List<Markup> parts = new ArrayList<>();
    for (Actor actor : Actor.values()) {
      List<Report.ReportedStep> steps = report.left(actor);
      if (!steps.isEmpty()) {
        parts.add(element("h3", say("left." + actor)));
        parts.add(element("ul", join(steps.stream().map(step -> left(step, actor)).toList())));
      }
    }
    return section(
        "left",
        say("left"),
        element("p", say(parts.isEmpty() ? "nothing-left" : "left-note")),
        join(parts));
  }

  private Markup left(Report.ReportedStep step, Actor actor) {
    List<Markup> parts = new ArrayList<>();
    parts.add(link("#step-" + step.id(), text(step.title())));
    text.lacks(step).forEach(line -> parts.add(element("p", foreign(line))));
    if (actor != Actor.API) {
      parts.add(
          element(
              "ol", join(step.byHand().stream().map(line -> element("li", text(line))).toList())));
      step.console().ifPresent(page -> parts.add(element("p", address("console", page))));
    }
    return element("li", join(parts));
  }

  /** A link whose address can be read on paper. */
  private Markup address(String name, String page) {
    return join(List.of(say(name), link(page, text(page))));
  }

  private Markup steps() {
    List<Markup> rows = new ArrayList<>();
    for (Report.ReportedStep step : report.steps()) {
      rows.add(
          element(
              "tr",
              heading("row", link("#step-" + step.id(), text(step.title()))),
              element("td", verdict(step)),
              element("td", text(text.who(step))),
              element("td", "number", text(Texts.amount(step.monthlyUsd())))));
    }
    rows.add(
        element(
            "tr",
            "sum",
            heading("row", say("price")),
            element("td"),
            element("td"),
            element("td", "number", text(Texts.amount(report.monthlyUsd())))));
    List<String> heads =
        Stream.of("step", "verdict", "who", "usd").map(key -> text.say(key)).toList();
    return section(
        "steps", say("steps"), table("steps", heads, rows), element("p", say("price-note")));
  }

  // The sign repeats what the colour says.
  private static Markup verdict(Report.ReportedStep step) {
    if (step.skipped().isPresent()) {
      return element("span", "verdict other", text("– " + step.word()));
    }
    return switch (step.verdict()) {
      case DONE, ATTESTED -> element("span", "verdict good", text("✓ " + step.word()));
      case TODO, UNATTESTED -> element("span", "verdict bad", text("✗ " + step.word()));
      case UNSEEN -> element("span", "verdict unsure", text("? " + step.word()));
      case NOT_APPLICABLE -> element("span", "verdict other", text("– " + step.word()));
    };
  }

  private Markup details() {
    return section(
        "details", say("details"), join(report.steps().stream().map(this::details).toList()));
  }

  private Markup details(Report.ReportedStep step) {
    List<Markup> parts = new ArrayList<>();
    parts.add(target("h3", "step-" + step.id(), text(step.title() + " "), verdict(step)));
    parts.add(element("p", "id", text(step.group() + ", "), element("code", text(step.id()))));
    List<Markup> findings =
        step.findings().stream()
            .map(
                line ->
                    element(
                        "li",
                        element("b", say("finding." + line.kind())),
                        text(": "),
                        foreign(line.text())))
            .toList();
    if (!findings.isEmpty()) {
      parts.add(element("ul", join(findings)));
    }
    text.remarks(step).forEach(line -> parts.add(element("p", foreign(line))));
    parts.add(element("p", address("docs", step.docs())));
    return element("article", join(parts));
  }

  private Markup controls() {
    List<Markup> parts = new ArrayList<>();
    parts.add(element("p", say("controls-note")));
    List<ReportText.Table> lists = text.controls();
    for (int i = 0; i < lists.size(); i++) {
      String id = "controls-" + i;
      parts.add(target("h3", id, text(lists.get(i).title())));
      parts.add(table(id, lists.get(i).heads(), rows(lists.get(i))));
    }
    return section("controls", say("controls"), join(parts));
  }

  private Markup table(String id, ReportText.Table table, String note, String none) {
    return table.rows().isEmpty()
        ? section(id, text(table.title()), element("p", say(none)))
        : section(
            id,
            text(table.title()),
            element("p", say(note)),
            table(id, table.heads(), rows(table)));
  }

  private static List<Markup> rows(ReportText.Table table) {
    return table.rows().stream()
        .map(
            row ->
                element(
                    "tr",
                    heading("row", foreign(row.getFirst())),
                    join(row.stream().skip(1).map(cell -> element("td", foreign(cell))).toList())))
        .toList();
  }

  /** A table that a narrow window scrolls, also by keyboard; it is named by its heading. */
  private static Markup table(String heading, List<String> heads, List<Markup> rows) {
    Markup head =
        element(
            "thead",
            element("tr", join(heads.stream().map(h -> heading("col", text(h))).toList())));
    return with(
        "div",
        attribute("class", "wide")
            + attribute("role", "group")
            + attribute("tabindex", "0")
            + attribute("aria-labelledby", heading),
        with("table", attribute("aria-labelledby", heading), head, element("tbody", join(rows))));
  }
}
