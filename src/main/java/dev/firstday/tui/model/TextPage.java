package dev.firstday.tui.model;

import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Scroll;
import java.util.Optional;

/** A screen of text to read, which may be longer than the screen. */
public record TextPage(
    String place,
    Line standing,
    Optional<Line> status,
    Scroll text,
    Offers choices,
    Optional<Wait> waiting,
    Model model)
    implements Screen {
  /** A page on which nothing is waited for. */
  public TextPage(
      String place,
      Line standing,
      Optional<Line> status,
      Scroll text,
      Offers choices,
      Model model) {
    this(place, standing, status, text, choices, Optional.empty(), model);
  }

  @Override
  public String content() {
    return Line.text(text.lines());
  }

  @Override
  public Body body() {
    return Body.of(text.visible(model.words()));
  }
}
