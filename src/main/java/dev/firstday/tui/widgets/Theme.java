package dev.firstday.tui.widgets;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;

/**
 * How roles look. Only the 16 palette colours, so that a person's own palette decides, and never a
 * background but under a QR code; without colours bold and reverse stay, so that the focus stays
 * visible.
 */
public record Theme(Palette palette) {
  /** A colour and the rest of a style. */
  record Style(TextColor colour, TextColor background, EnumSet<SGR> modifiers) {}

  Style style(Role role) {
    return switch (role) {
      case TEXT, DONE -> style(TextColor.ANSI.DEFAULT);
      case TITLE, KEY, TODO -> style(TextColor.ANSI.DEFAULT, SGR.BOLD);
      case SELECTED -> style(TextColor.ANSI.DEFAULT, SGR.REVERSE);
      case ALERT -> style(TextColor.ANSI.DEFAULT, SGR.BOLD, SGR.REVERSE);
      case ATTENTION -> style(light(TextColor.ANSI.MAGENTA, TextColor.ANSI.YELLOW), SGR.BOLD);
      case ERROR -> style(TextColor.ANSI.RED, SGR.BOLD);
      case PROGRESS -> style(light(TextColor.ANSI.BLUE, TextColor.ANSI.BLUE_BRIGHT));
      case QR ->
          new Style(
              palette == Palette.MONO ? TextColor.ANSI.DEFAULT : TextColor.ANSI.WHITE_BRIGHT,
              palette == Palette.MONO ? TextColor.ANSI.DEFAULT : TextColor.ANSI.BLACK,
              EnumSet.noneOf(SGR.class));
      case DIM -> style(TextColor.ANSI.BLACK_BRIGHT);
    };
  }

  private Style style(TextColor colour, SGR... modifiers) {
    EnumSet<SGR> set = EnumSet.noneOf(SGR.class);
    set.addAll(java.util.List.of(modifiers));
    return new Style(
        palette == Palette.MONO ? TextColor.ANSI.DEFAULT : colour, TextColor.ANSI.DEFAULT, set);
  }

  private TextColor light(TextColor onLight, TextColor otherwise) {
    return palette == Palette.LIGHT ? onLight : otherwise;
  }
}
