package dev.firstday.tui.widgets;

import dev.firstday.terminal.Width;
import dev.firstday.terminal.Wrap;
import dev.firstday.view.FactText;
import dev.firstday.view.StepContent;
import java.util.ArrayList;
import java.util.List;

/** Text to read, broken to the width of the screen. */
public final class Document {
  /** Longer rows are hard to follow, however wide the screen is. */
  private static final int READABLE = 100;

  private final int columns;
  private final List<Line> lines = new ArrayList<>();

  public Document(int columns) {
    this.columns = columns;
  }

  public List<Line> lines() {
    return List.copyOf(lines);
  }

  public Document blank() {
    if (!lines.isEmpty() && !lines.getLast().spans().isEmpty()) {
      lines.add(Line.EMPTY);
    }
    return this;
  }

  public Document line(Line line) {
    lines.add(line.fit(columns));
    return this;
  }

  public Document title(String text) {
    return blank().text(text, Role.TITLE);
  }

  public Document text(String text) {
    return text(text, Role.TEXT);
  }

  public Document text(String text, Role role) {
    return hanging(" ", text, role);
  }

  /** A paragraph whose further rows stand below the first one's text. */
  public Document hanging(String first, String text, Role role) {
    return hanging(Line.of(first), text, role);
  }

  public Document hanging(Line first, String text, Role role) {
    Line margin = first;
    int room = Math.min(READABLE, columns) - first.width();
    for (String row : Wrap.lines(text, Math.max(8, room))) {
      lines.add(margin.and(row, role).fit(columns));
      margin = Line.of(" ".repeat(first.width()));
    }
    return this;
  }

  /** A paragraph behind a sign. */
  public Document signed(String sign, Role role, String text) {
    return hanging(Line.of(" ").and(sign, role).and(" "), text, Role.TEXT);
  }

  /** A finding behind its place in the verdict, as the badges show it. */
  public Document finding(StepContent.FindingText finding) {
    return switch (finding.state()) {
      case OK -> signed("[x]", Role.DONE, finding.text());
      case MISSING -> signed("[ ]", Role.TODO, finding.text());
      case NEEDS_YOU -> signed("[!]", Role.ATTENTION, finding.text());
      case WAITING -> signed("[~]", Role.PROGRESS, finding.text());
      case UNSEEN -> signed("[?]", Role.TEXT, finding.text());
      case INFO -> hanging("     ", finding.text(), Role.TEXT);
    };
  }

  /** Values with their names in a column in front of them; one without a value is left out. */
  public Document facts(List<FactText> facts) {
    int width = facts.stream().mapToInt(fact -> Width.of(fact.name())).max().orElse(0);
    facts.stream()
        .filter(fact -> !fact.value().isEmpty())
        .forEach(fact -> fact(fact.name(), width, fact.value(), Role.TEXT));
    return this;
  }

  /** A value with its name in front of it, the name in a column of this width. */
  public Document fact(String name, int width, String value, Role role) {
    Line label = Line.of(" ").and(Width.padRight(name, width), Role.TITLE).and("  ");
    return hanging(label, value, role);
  }

  /** Text to be copied: from the first column, alone on its rows, nothing cut off. */
  public Document verbatim(String text) {
    for (String row : text.lines().toList()) {
      String rest = row;
      while (Width.of(rest) > columns) {
        String fitting = Width.fit(rest, columns);
        lines.add(Line.of(fitting));
        rest = rest.substring(fitting.length());
      }
      lines.add(Line.of(rest));
    }
    return this;
  }
}
