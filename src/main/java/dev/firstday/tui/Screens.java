package dev.firstday.tui;

import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Stack;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.screens.plan.ApplyScreen;
import dev.firstday.tui.screens.plan.DetailPages;
import dev.firstday.tui.screens.plan.EndingScreen;
import dev.firstday.tui.screens.plan.HistoryScreen;
import dev.firstday.tui.screens.plan.PlanScreen;
import dev.firstday.tui.screens.plan.ResultScreen;
import dev.firstday.tui.screens.prompt.EnrolScreen;
import dev.firstday.tui.screens.prompt.Prompts;
import dev.firstday.tui.screens.start.AnswersScreen;
import dev.firstday.tui.screens.start.HelpScreen;
import dev.firstday.tui.screens.start.PresetsScreen;
import dev.firstday.tui.screens.start.SetupScreen;
import dev.firstday.tui.screens.start.StartPages;
import dev.firstday.tui.screens.step.ByHandScreen;
import dev.firstday.tui.screens.step.DetailScreen;
import dev.firstday.tui.screens.step.StepsScreen;

/** The screen for each state. */
public final class Screens {
  private Screens() {}

  /** The screen on top. */
  public static Screen of(Stack stack, Model model) {
    return switch (stack.top()) {
      case StartState.Welcome state -> StartPages.welcome(state, model);
      case StartState.Setup state -> new SetupScreen(state, model);
      case StartState.Arrival state -> StartPages.arrival(state, model);
      case StartState.Presets state -> new PresetsScreen(state, model);
      case StepState.StepList state -> new StepsScreen(state, model);
      case StepState.Detail state -> DetailScreen.of(state, model);
      case StartState.AnswerForm state -> new AnswersScreen(state, model);
      case PlanState.Planning state -> new PlanScreen(state, model);
      case PlanState.ChangeDetail state -> DetailPages.change(state, model);
      case PlanState.KeptDetail state -> DetailPages.kept(state, model);
      case PlanState.ScriptView state -> DetailPages.script(state, model);
      case PlanState.Applying state -> new ApplyScreen(state, model);
      case PlanState.Result state -> ResultScreen.of(state, model);
      case PlanState.DayEnd state -> EndingScreen.of(state, model);
      case PlanState.History state -> new HistoryScreen(state, model);
      case StepState.ByHand state -> new ByHandScreen(state, model);
      case StartState.Terms state -> StartPages.terms(state, model);
      case PromptState state -> prompt(state, model);
      case StartState.Help state -> help(state, stack.back(), model);
    };
  }

  private static Screen prompt(PromptState prompt, Model model) {
    return switch (prompt) {
      case PromptState.Skipping state -> Prompts.skip(state, model);
      case PromptState.Stopping state -> Prompts.stop(model);
      case PromptState.Password state -> Prompts.password(state, model);
      case PromptState.Agreeing state -> Prompts.agree(state, model);
      case PromptState.Enrolling state -> new EnrolScreen(state, model);
      case PromptState.Renewing state -> Prompts.renew(state, model);
    };
  }

  private static Screen help(StartState.Help state, Stack below, Model model) {
    return new HelpScreen(state, below, of(below, model), model);
  }
}
