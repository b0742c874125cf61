package dev.firstday.tui.widgets;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;
import java.util.List;

/**
 * How roles look. The colours are fixed ones of the 256, so that their contrast is known; the
 * background stays the terminal's own but under a QR code. Without colours bold and reverse stay,
 * so that the focus stays visible.
 */
public record Theme(Palette palette) {
  /** A colour and the rest of a style. */
  record Style(TextColor colour, TextColor background, EnumSet<SGR> modifiers) {}

  Style style(Role role) {
    return switch (role) {
      case TEXT -> style(TextColor.ANSI.DEFAULT);
      case TITLE, TODO -> style(TextColor.ANSI.DEFAULT, SGR.BOLD);
      case SELECTED -> style(TextColor.ANSI.DEFAULT, SGR.REVERSE);
      case ALERT -> style(TextColor.ANSI.DEFAULT, SGR.BOLD, SGR.REVERSE);
      case KEY -> style(colour(111, 25), SGR.BOLD);
      case DONE, CREATE -> style(colour(114, 22));
      case ATTENTION, CHANGE -> style(colour(221, 94), SGR.BOLD);
      case ERROR, DELETE -> style(colour(210, 124), SGR.BOLD);
      case PROGRESS -> style(colour(80, 23));
      case DIM -> style(colour(247, 240));
      case QR -> qr();
    };
  }

  private Style qr() {
    return palette == Palette.MONO
        ? style(TextColor.ANSI.DEFAULT)
        : new Style(
            new TextColor.Indexed(231), new TextColor.Indexed(16), EnumSet.noneOf(SGR.class));
  }

  private Style style(TextColor colour, SGR... modifiers) {
    EnumSet<SGR> set = EnumSet.noneOf(SGR.class);
    set.addAll(List.of(modifiers));
    return new Style(colour, TextColor.ANSI.DEFAULT, set);
  }

  private TextColor colour(int onDark, int onLight) {
    return switch (palette) {
      case NORMAL -> new TextColor.Indexed(onDark);
      case LIGHT -> new TextColor.Indexed(onLight);
      case MONO -> TextColor.ANSI.DEFAULT;
    };
  }
}
