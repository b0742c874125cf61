package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.Said;
import dev.firstday.practice.Scenario;
import dev.firstday.terminal.Glyphs;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.screens.plan.ChangeDetails;
import dev.firstday.tui.screens.step.DetailText;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Line mode says whatever the full screen says, and does whatever it does. */
class ParityTest {
  /** What only a screen needs: moving about on it, its colours, its clipboard. */
  private static final Set<Command> OF_A_SCREEN =
      Set.of(
          Command.UP,
          Command.DOWN,
          Command.PAGE_UP,
          Command.PAGE_DOWN,
          Command.FIRST,
          Command.LAST,
          Command.LINK,
          Command.COPY,
          Command.COPY_PAGE,
          Command.OPEN_ONLY,
          Command.COLOURS,
          Command.MOUSE,
          Command.TERMS,
          Command.HELP,
          Command.INTERRUPT,
          Command.SUSPEND,
          Command.REPAINT);

  @ParameterizedTest
  @EnumSource(Command.class)
  void whatever_can_be_done_on_the_screen_can_be_chosen_by_number(Command command) {
    assertTrue(
        OF_A_SCREEN.contains(command) != Said.acts().contains(command.name()), command::name);
  }

  static Stream<Arguments> situations() {
    return Stream.of(Scenario.NEW, Scenario.HALF_DONE, Scenario.DENIED)
        .flatMap(
            scenario ->
                Stream.of(Language.values()).map(language -> Arguments.of(scenario, language)));
  }

  @ParameterizedTest
  @MethodSource("situations")
  void nothing_that_the_screen_says_of_a_step_is_left_out(Scenario scenario, Language language)
      throws CallFailed, NoRegion {
    SetClock clock = new SetClock();
    Session session = Accounts.practice(Accounts.ALL, scenario, Accounts.ANSWERS, clock).connect();
    Driver wizard = new Driver(() -> session, clock, language, new Size(300, 100), Glyphs.UNICODE);
    wizard.start();
    Model model = wizard.app.model();
    List<String> missing = new ArrayList<>();
    int compared = 0;
    Said said = new Said(session, language, clock);
    for (StepView step : session.steps()) {
      String told = plain(said.step(step.id()));
      for (String part : parts(new DetailText(model.step(step.id()), model).lines())) {
        compared++;
        if (!told.contains(part)) {
          missing.add(step.id() + ": " + part);
        }
      }
      String changes = plain(said.each(session.plan(List.of(step.id()))));
      for (Plan.Planned planned : session.plan(List.of(step.id())).changes()) {
        for (String part : parts(new ChangeDetails(planned, model, 300).lines())) {
          compared++;
          if (!changes.contains(part.replaceFirst("^\\d{1,2}(?=\\D)", ""))) {
            missing.add(planned.change().id() + ": " + part);
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(compared > 300, "compared only " + compared);
  }

  /** The pieces of text between signs and columns, without their blanks. */
  private static List<String> parts(List<Line> lines) {
    return lines.stream()
        .map(Line::text)
        .map(line -> line.replaceFirst("^ \\[.] ", "").replaceFirst("^ ?[+~-] +", ""))
        .flatMap(line -> Stream.of(line.strip().split(" {2,}")))
        .map(ParityTest::plain)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static String plain(String text) {
    return text.replaceAll("\\s", "");
  }
}
