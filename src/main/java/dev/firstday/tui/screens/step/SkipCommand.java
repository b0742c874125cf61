package dev.firstday.tui.screens.step;

import dev.firstday.engine.StepView;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.TextField;
import java.util.Optional;

/** Leaves a step out, for which a reason is asked, or brings it back. */
final class SkipCommand {
  private SkipCommand() {}

  static CommandOption option(StepView step) {
    return CommandOption.as(Command.SKIP, step.skipped().isPresent() ? "SKIP.back" : "SKIP");
  }

  static Update update(StepView step) {
    return step.skipped().isPresent()
        ? Update.act(new Action.Skip(step.id(), Optional.empty()))
        : Update.open(new PromptState.Skipping(step.id(), TextField.of("")));
  }
}
