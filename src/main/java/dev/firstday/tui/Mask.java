package dev.firstday.tui;

import dev.firstday.engine.Discretion;
import java.util.Optional;

/** Hides what tells whose account it is, in place, so that nothing moves. */
record Mask(Optional<String> accountId) {
  Line over(Line line) {
    Discretion discretion = new Discretion(accountId);
    return new Line(
        line.spans().stream()
            .map(span -> new Span(discretion.over(span.text()), span.role()))
            .toList());
  }
}
