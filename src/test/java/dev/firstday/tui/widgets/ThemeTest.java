package dev.firstday.tui.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TextColor;
import dev.firstday.catalog.Language;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
  /** Backgrounds of terminals and of the themes that people like: the ends of what is usual. */
  private static final Map<Palette, List<Integer>> BACKGROUNDS =
      Map.of(
          Palette.NORMAL,
          List.of(0x000000, 0x0c0c0c, 0x16181d, 0x1e1e1e, 0x282a36, 0x300a24, 0x002b36),
          Palette.LIGHT,
          List.of(0xffffff, 0xfdf6e3, 0xfafafa, 0xeeeeee));

  @ParameterizedTest
  @EnumSource(
      value = Palette.class,
      names = {"NORMAL", "LIGHT"})
  void every_colour_in_use_has_a_contrast_of_at_least_4_5(Palette palette) {
    Theme theme = new Theme(palette);
    for (Role role : Role.values()) {
      Theme.Style style = theme.style(role);
      if (style.colour() == TextColor.ANSI.DEFAULT) {
        continue; // The person's own colours, perhaps reversed.
      }
      List<Integer> backgrounds =
          style.background() == TextColor.ANSI.DEFAULT
              ? BACKGROUNDS.get(palette)
              : List.of(rgb(style.background()));
      for (int background : backgrounds) {
        double contrast = contrast(rgb(style.colour()), background);
        assertTrue(contrast >= 4.5, "%s on %06x: %.2f".formatted(role, background, contrast));
      }
    }
  }

  private static int rgb(TextColor colour) {
    return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
  }

  /** As WCAG 2.2 defines it. */
  private static double contrast(int one, int other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int part) {
    double value = (part & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @Test
  void nothing_is_coloured_without_colours() {
    Theme theme = new Theme(Palette.MONO);
    for (Role role : Role.values()) {
      assertEquals(TextColor.ANSI.DEFAULT, theme.style(role).colour(), role.toString());
      assertEquals(TextColor.ANSI.DEFAULT, theme.style(role).background(), role.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_state_of_a_step_has_a_word_of_its_own(Language language) {
    Texts words = new Texts(language);
    List<String> states = new ArrayList<>(List.of("checking", "skipped", "waiting"));
    Stream.of(Verdict.values()).map(Verdict::name).forEach(states::add);
    List<String> told = states.stream().map(state -> words.say("verdict." + state)).toList();
    assertEquals(states.size(), Set.copyOf(told).size(), told.toString());
  }

  @ParameterizedTest
  @EnumSource(Palette.class)
  void what_matters_is_told_without_colour_too(Palette palette) {
    Theme theme = new Theme(palette);
    for (Role role : new Role[] {Role.SELECTED, Role.ALERT, Role.ATTENTION, Role.ERROR}) {
      assertTrue(!theme.style(role).modifiers().isEmpty(), role.toString());
    }
  }
}
