package dev.firstday.tui;

import dev.firstday.engine.Redactor;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Span;
import java.util.Optional;

/** Hides what tells whose account it is, in place, so that nothing moves. */
record LineRedactor(Optional<String> accountId) {
  Line over(Line line) {
    Redactor redactor = new Redactor(accountId);
    return new Line(
        line.spans().stream()
            .map(span -> new Span(redactor.over(span.text()), span.role()))
            .toList());
  }
}
