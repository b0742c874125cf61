package dev.firstday.tui.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TextColor;
import dev.firstday.catalog.Language;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
  @ParameterizedTest
  @EnumSource(Palette.class)
  void only_the_terminals_own_colours_are_used_and_its_background_is_left_alone(Palette palette) {
    Theme theme = new Theme(palette);
    for (Role role : Role.values()) {
      Theme.Style style = theme.style(role);
      assertTrue(style.colour() instanceof TextColor.ANSI, role.toString());
      if (role != Role.QR) {
        assertEquals(TextColor.ANSI.DEFAULT, style.background(), role.toString());
      }
      assertNotEquals(TextColor.ANSI.GREEN, style.colour(), "red and green look alike to many");
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
