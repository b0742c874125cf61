package dev.firstday.report;

import static dev.firstday.report.Markup.each;
import static dev.firstday.report.Markup.element;
import static dev.firstday.report.Markup.foreign;
import static dev.firstday.report.Markup.heading;
import static dev.firstday.report.Markup.join;
import static dev.firstday.report.Markup.section;
import static dev.firstday.report.Markup.target;
import static dev.firstday.report.Markup.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report as one HTML file that loads nothing else. */
public final class ReportHtml {
  private final Report report;
  private final ReportText text;
  private final HtmlSteps steps;

  private ReportHtml(Report report) {
    this.report = report;
    this.text = new ReportText(report);
    this.steps = new HtmlSteps(report, text);
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
        report.identity().practice().isPresent()
            ? element("p", "practice", say("practice"))
            : Markup.NOTHING;
    return join(
        List.of(
            element("header", element("h1", text(text.title())), practice),
            element(
                "main",
                about(),
                summary(),
                steps.left(),
                table("attested", text.attested(), "attested-note", "attested.none"),
                table("written", text.written(), "written-note", "written.none"),
                steps.table(),
                steps.details(),
                controls(),
                table("evidence", text.evidence(), "evidence-note", "nothing-seen"))));
  }

  private Markup say(String key, Object... values) {
    return text(text.say(key, values));
  }

  private Markup about() {
    return section("about", say("about"), element("dl", each(text.about().entrySet(), this::fact)));
  }

  private Markup fact(Map.Entry<String, String> fact) {
    return element(
        "div", element("dt", text(fact.getKey())), element("dd", foreign(fact.getValue())));
  }

  private Markup summary() {
    return section(
        "summary",
        say("summary"),
        element("ul", "counts", each(text.summary().entrySet(), this::count)));
  }

  private Markup count(Map.Entry<String, Long> count) {
    return element(
        "li",
        element("strong", text(String.valueOf(count.getValue()))),
        text(" " + count.getKey()));
  }

  private Markup controls() {
    List<Markup> parts = new ArrayList<>();
    parts.add(element("p", say("controls-note")));
    List<ReportText.Table> lists = text.controls();
    for (int i = 0; i < lists.size(); i++) {
      String id = "controls-" + i;
      parts.add(target("h3", id, text(lists.get(i).title())));
      parts.add(Markup.table(id, lists.get(i).heads(), rows(lists.get(i))));
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
            Markup.table(id, table.heads(), rows(table)));
  }

  private static List<Markup> rows(ReportText.Table table) {
    return table.rows().stream().map(ReportHtml::row).toList();
  }

  private static Markup row(List<String> cells) {
    return element(
        "tr",
        heading("row", foreign(cells.getFirst())),
        each(cells.subList(1, cells.size()), cell -> element("td", foreign(cell))));
  }
}
