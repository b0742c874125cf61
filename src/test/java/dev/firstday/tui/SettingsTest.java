package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.engine.StepView;
import dev.firstday.terminal.Glyphs;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.screens.start.AnswersScreen;
import dev.firstday.tui.screens.step.DetailScreen;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Size;
import dev.firstday.view.Question;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every setting of the catalogue, on the page of its step and in the form. */
class SettingsTest {
  private static final Size WIDE = new Size(200, 500);

  @ParameterizedTest
  @EnumSource(Language.class)
  void each_shows_what_holds_now_and_is_left_as_it_is_by_going_on(Language language) {
    Model model = Scene.named("list-all").in(language, WIDE, Glyphs.UNICODE).app.model();
    List<StepView> steps =
        model.steps().stream()
            .filter(step -> !Question.of(List.of(step.id()), model.session()).isEmpty())
            .toList();
    assertTrue(steps.size() > 10, "found no settings");
    for (StepView step : steps) {
      StartState.AnswerForm form = AnswersScreen.start(List.of(step.id()), List.of(), model);
      String page = text(DetailScreen.of(StepState.Detail.of(step.id()), model));
      for (Question slot : Question.of(List.of(step.id()), model.session())) {
        AnswersScreen screen =
            new AnswersScreen(form.at(slot.key(), slot.text(model.session())), model);
        String now = now(slot, model);
        String field = slot.chosen() ? now : start(slot.text(model.session()));
        assertTrue(text(screen).contains(field), slot.key() + "\n" + text(screen));
        assertTrue(page.contains(now), slot.key() + "\n" + page);
        assertEquals(
            List.of(),
            Stream.of(Command.OPEN, Command.DOWN, Command.UP, Command.BACK)
                .flatMap(command -> screen.run(command).actions().stream())
                .filter(Action.KeepAnswer.class::isInstance)
                .toList());
      }
    }
  }

  /** The answer as it is shown, as much of it as stands in one line everywhere. */
  private static String now(Question slot, Model model) {
    String value =
        slot.value(model.session())
            .map(text -> model.words().answer(slot.setting(), text))
            .orElse("");
    return start(value);
  }

  private static String start(String value) {
    return value.substring(0, Math.min(30, value.length()));
  }

  private static String text(Screen screen) {
    return String.join("\n", screen.body().lines().stream().map(Line::text).toList());
  }
}
