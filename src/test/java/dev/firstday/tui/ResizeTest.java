package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.widgets.Frame;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Size;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ResizeTest {
  @TestFactory
  Stream<DynamicTest> no_size_breaks_a_screen() {
    return Scene.all().stream()
        .map(scene -> DynamicTest.dynamicTest(scene.name(), () -> resize(scene)));
  }

  private static void resize(Scene scene) {
    Random random = new Random(scene.name().hashCode());
    Language language = random.nextInt(3) == 0 ? Language.JA : Language.EN;
    Driver wizard = scene.in(language, new Size(80, 24), Glyphs.UNICODE);
    ScreenState before = wizard.top();
    for (int i = 0; i < 500; i++) {
      int columns = 1 + random.nextInt(i % 20 == 0 ? 400 : 110);
      int rows = 1 + random.nextInt(i % 20 == 0 ? 120 : 32);
      wizard.resize(columns, rows);
      Frame frame = wizard.frame();
      assertTrue(frame.lines().size() <= rows, columns + "x" + rows);
      for (Line line : frame.lines()) {
        assertTrue(Width.of(line.text()) <= Math.max(1, columns - 1), columns + "x" + rows);
      }
    }
    assertEquals(before, wizard.top(), "what was typed and chosen is kept");
  }

  @Test
  void too_small_a_window_says_so_and_q_still_works() {
    Driver wizard = new Small().driver().start().resize(30, 8);
    assertTrue(wizard.text().contains("40x12"));
    wizard.type("a");
    assertTrue(wizard.top() instanceof StepState.StepList);
    wizard.type("q");
    assertEquals(0, wizard.app.ended().orElseThrow());
  }
}
