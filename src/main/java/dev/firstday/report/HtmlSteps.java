package dev.firstday.report;

import static dev.firstday.report.Markup.each;
import static dev.firstday.report.Markup.element;
import static dev.firstday.report.Markup.foreign;
import static dev.firstday.report.Markup.heading;
import static dev.firstday.report.Markup.join;
import static dev.firstday.report.Markup.link;
import static dev.firstday.report.Markup.section;
import static dev.firstday.report.Markup.target;
import static dev.firstday.report.Markup.text;

import dev.firstday.catalog.Actor;
import dev.firstday.engine.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sections of an HTML report that list the steps. */
final class HtmlSteps {
  private final Report report;
  private final ReportText text;

  HtmlSteps(Report report, ReportText text) {
    this.report = report;
    this.text = text;
  }

  /** What is left to do, by who does it. */
  Markup left() {
    List<Markup> parts = new ArrayList<>();
    for (Actor actor : Actor.values()) {
      List<Report.ReportedStep> steps = report.left(actor);
      if (!steps.isEmpty()) {
        parts.add(element("h3", say("left." + actor)));
        parts.add(element("ul", each(steps, step -> left(step, actor))));
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
      parts.add(element("ol", each(step.byHand(), line -> element("li", text(line)))));
      step.console().ifPresent(page -> parts.add(element("p", address("console", page))));
    }
    return element("li", join(parts));
  }

  /** A link whose address can be read on paper. */
  private Markup address(String name, String page) {
    return join(List.of(say(name), link(page, text(page))));
  }

  /** One row a step, and what those that are set up cost. */
  Markup table() {
    List<Markup> rows = new ArrayList<>(report.steps().stream().map(this::row).toList());
    rows.add(
        element(
            "tr",
            "sum",
            heading("row", say("price")),
            element("td"),
            element("td"),
            amount(report.monthlyUsd())));
    return section(
        "steps",
        say("steps"),
        Markup.table("steps", text.heads("step", "verdict", "who", "usd"), rows),
        element("p", say("price-note")));
  }

  private Markup row(Report.ReportedStep step) {
    return element(
        "tr",
        heading("row", link("#step-" + step.id(), text(step.title()))),
        element("td", verdict(step)),
        element("td", text(text.who(step))),
        amount(step.monthlyUsd()));
  }

  private static Markup amount(BigDecimal usd) {
    return element("td", "number", text(Texts.amount(usd)));
  }

  // The sign repeats what the colour says.
  private static Markup verdict(Report.ReportedStep step) {
    String sign =
        step.skipped().isPresent()
            ? "–"
            : switch (step.verdict()) {
              case DONE, ATTESTED -> "✓";
              case TODO, UNATTESTED -> "✗";
              case UNSEEN -> "?";
              case NOT_APPLICABLE -> "–";
            };
    String style = Map.of("✓", "good", "✗", "bad", "?", "unsure", "–", "other").get(sign);
    return element("span", "verdict " + style, text(sign + " " + step.word()));
  }

  /** One article a step: what was found, and where to read more. */
  Markup details() {
    return section("details", say("details"), each(report.steps(), this::details));
  }

  private Markup details(Report.ReportedStep step) {
    List<Markup> parts = new ArrayList<>();
    parts.add(target("h3", "step-" + step.id(), text(step.title() + " "), verdict(step)));
    parts.add(element("p", "id", text(step.group() + ", "), element("code", text(step.id()))));
    if (!step.findings().isEmpty()) {
      parts.add(element("ul", each(step.findings(), this::finding)));
    }
    text.remarks(step).forEach(line -> parts.add(element("p", foreign(line))));
    parts.add(element("p", address("docs", step.docs())));
    return element("article", join(parts));
  }

  private Markup finding(Report.ReportedFinding line) {
    Markup kind = element("b", say("finding." + line.kind()));
    return element("li", kind, text(": "), foreign(line.text()));
  }

  private Markup say(String key, Object... values) {
    return text(text.say(key, values));
  }
}
