package dev.firstday.report;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /** One row a step, and the sum of the prices. */
  Markup table() {
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
        "steps", say("steps"), Markup.table("steps", heads, rows), element("p", say("price-note")));
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

  /** One article a step: what was found, and where to read more. */
  Markup details() {
    return section(
        "details", say("details"), join(report.steps().stream().map(this::details).toList()));
  }

  private Markup details(Report.ReportedStep step) {
    List<Markup> parts = new ArrayList<>();
    parts.add(target("h3", "step-" + step.id(), text(step.title() + " "), verdict(step)));
    parts.add(element("p", "id", text(step.group() + ", "), element("code", text(step.id()))));
    List<Markup> findings = findings(step);
    if (!findings.isEmpty()) {
      parts.add(element("ul", join(findings)));
    }
    text.remarks(step).forEach(line -> parts.add(element("p", foreign(line))));
    parts.add(element("p", address("docs", step.docs())));
    return element("article", join(parts));
  }

  private List<Markup> findings(Report.ReportedStep step) {
    return step.findings().stream()
        .map(
            line ->
                element(
                    "li",
                    element("b", say("finding." + line.kind())),
                    text(": "),
                    foreign(line.text())))
        .toList();
  }

  private Markup say(String key, Object... values) {
    return text(text.say(key, values));
  }
}
