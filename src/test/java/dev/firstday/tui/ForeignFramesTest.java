package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.ForeignAccount;
import dev.firstday.catalog.Language;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.text.Foreign;
import dev.firstday.tui.widgets.Size;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of the full screen, where every name and every message of AWS's is hostile. */
@Timeout(60)
class ForeignFramesTest {
  private final SetClock clock = new SetClock();

  private Driver over(Scenario scenario, Language language) {
    Connector connector =
        () ->
            Accounts.session(
                Accounts.ALL,
                ForeignAccount.foreign(new PracticeAccount(scenario)),
                Accounts.ANSWERS,
                clock,
                false);
    return new Driver(connector, clock, language, new Size(120, 60), Glyphs.UNICODE);
  }

  /** A page shows nothing that is obeyed, not even the end of a line. */
  private static void look(Driver wizard) {
    wizard.frame().lines().forEach(line -> Foreign.assertPrintable(line.text()));
    assertTrue(
        wizard.frame().lines().stream().noneMatch(line -> line.text().contains("\n")),
        wizard.text());
  }

  @ParameterizedTest
  @EnumSource
  void every_step_its_plan_and_its_commands_are_text(Language language) {
    Driver wizard = over(Scenario.HALF_DONE, language).start();
    StringBuilder all = new StringBuilder();
    for (int step = 0; step < Accounts.ALL.steps().size(); step++) {
      look(wizard);
      wizard.press(Key.ENTER);
      look(wizard);
      all.append(wizard.text());
      wizard.press(Key.END);
      look(wizard);
      wizard.press(Key.ESCAPE).type("j");
    }
    assertTrue(all.toString().contains("\\u001b]0;OWNED\\u0007"), all.toString());
    wizard.type("a");
    clock.forward(Duration.ofSeconds(1));
    look(wizard);
    wizard.press(Key.DOWN, Key.ENTER);
    look(wizard);
    wizard.press(Key.ESCAPE).type("c");
    look(wizard);
    wizard.type("c");
    look(wizard);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_refused_is_said_as_text(Language language) {
    Driver wizard = over(Scenario.DENIED, language).start();
    for (int step = 0; step < 8; step++) {
      look(wizard);
      wizard.press(Key.ENTER);
      look(wizard);
      wizard.press(Key.ESCAPE).type("j");
    }
    wizard.type("?");
    look(wizard);
  }
}
