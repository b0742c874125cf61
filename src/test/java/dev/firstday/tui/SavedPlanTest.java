package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.catalog.Messages;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.Said;
import dev.firstday.practice.Scenario;
import dev.firstday.report.Json;
import dev.firstday.report.PlanFile;
import dev.firstday.terminal.Glyphs;
import dev.firstday.terminal.Key;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.widgets.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever a plan comes from as JSON, {@code firstday apply --plan} takes it. */
class SavedPlanTest {
  private final SetClock clock = new SetClock();
  @TempDir private Path folder;

  private Driver planning() {
    Driver wizard =
        new Driver(
            Accounts.practice(Accounts.FIVE, Scenario.NEW, Accounts.ANSWERS, clock),
            clock,
            Language.EN,
            new Size(120, 35),
            Glyphs.UNICODE);
    wizard.start();
    wizard.type("a");
    assertTrue(wizard.top() instanceof PlanState.Planning, wizard::text);
    clock.forward(Duration.ofSeconds(1));
    return wizard;
  }

  @Test
  void one_that_was_saved_or_copied_in_the_wizard_or_read_out_can_be_applied() throws Exception {
    Driver wizard = planning();
    Plan plan = ((PlanState.Planning) wizard.top()).plan();
    wizard.type("w");
    List<String> texts = new ArrayList<>(wizard.saved.values());
    assertEquals(1, texts.size());
    wizard.type("cc").type("y");
    texts.addAll(wizard.copied);
    assertEquals(2, texts.size());
    wizard.press(Key.ESCAPE, Key.ESCAPE);
    String said = new Said(wizard.session, Language.EN, clock).script(plan);
    int start = said.indexOf("{\n  \"account\"");
    texts.add(said.substring(start, said.indexOf("\n}\n", start) + 3));

    String written =
        new Json().plan(plan, wizard.session.answerEditor().given(), (step, change) -> change.id());
    for (String text : texts) {
      PlanFile file =
          PlanFile.read(
              Files.writeString(folder.resolve("plan.json"), text), Messages.in(Language.EN));
      assertEquals(wizard.session.answerEditor().given(), file.answers());
      assertEquals("123456789012", file.account());
      assertTrue(file.sameChanges(written), text);
    }
  }
}
