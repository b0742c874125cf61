package dev.firstday.tui.model;

import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Scroll;
import java.util.Optional;

/**
 * A screen of text to read, which may be longer than the screen.
 *
 * @param at the same page, seen from another line
 * @param own what can be done besides scrolling
 */
public record TextPage(
    String place, Line standing, Optional<Line> status, Scroll text, Offers choices, Model model)
    implements Screen {

  @Override
  public Body body() {
    return Body.of(text.visible(model.words()));
  }
}
