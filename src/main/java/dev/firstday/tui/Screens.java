package dev.firstday.tui;

import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.ScreenState;
import dev.firstday.tui.model.Stack;
import dev.firstday.tui.screens.plan.ApplyScreen;
import dev.firstday.tui.screens.plan.ChangeScreen;
import dev.firstday.tui.screens.plan.EndingScreen;
import dev.firstday.tui.screens.plan.HistoryScreen;
import dev.firstday.tui.screens.plan.KeptScreen;
import dev.firstday.tui.screens.plan.PlanScreen;
import dev.firstday.tui.screens.plan.ResultScreen;
import dev.firstday.tui.screens.plan.ScriptScreen;
import dev.firstday.tui.screens.prompt.AgreeScreen;
import dev.firstday.tui.screens.prompt.EnrolScreen;
import dev.firstday.tui.screens.prompt.PasswordScreen;
import dev.firstday.tui.screens.prompt.RenewScreen;
import dev.firstday.tui.screens.prompt.SkipScreen;
import dev.firstday.tui.screens.prompt.StopScreen;
import dev.firstday.tui.screens.start.AnswersScreen;
import dev.firstday.tui.screens.start.ArrivalScreen;
import dev.firstday.tui.screens.start.HelpScreen;
import dev.firstday.tui.screens.start.PresetsScreen;
import dev.firstday.tui.screens.start.SetupScreen;
import dev.firstday.tui.screens.start.WelcomeScreen;
import dev.firstday.tui.screens.step.ByHandScreen;
import dev.firstday.tui.screens.step.DetailScreen;
import dev.firstday.tui.screens.step.StepsScreen;

/** The screen for each state. */
public final class Screens {
  private Screens() {}

  /** The screen on top. */
  public static Screen of(Stack stack, Model model) {
    return switch (stack.top()) {
      case ScreenState.Welcome state -> new WelcomeScreen(state, model);
      case ScreenState.Setup state -> new SetupScreen(state, model);
      case ScreenState.Arrival state -> new ArrivalScreen(state, model);
      case ScreenState.Presets state -> new PresetsScreen(state, model);
      case ScreenState.StepList state -> new StepsScreen(state, model);
      case ScreenState.Detail state -> new DetailScreen(state, model);
      case ScreenState.AnswerForm state -> new AnswersScreen(state, model);
      case ScreenState.Planning state -> new PlanScreen(state, model);
      case ScreenState.ChangeDetail state -> new ChangeScreen(state, model);
      case ScreenState.KeptDetail state -> new KeptScreen(state, model);
      case ScreenState.ScriptView state -> new ScriptScreen(state, model);
      case ScreenState.Applying state -> new ApplyScreen(state, model);
      case ScreenState.Result state -> new ResultScreen(state, model);
      case ScreenState.DayEnd state -> new EndingScreen(state, model);
      case ScreenState.History state -> new HistoryScreen(state, model);
      case ScreenState.ByHand state -> new ByHandScreen(state, model);
      case ScreenState.Skipping state -> new SkipScreen(state, model);
      case ScreenState.Help state ->
          new HelpScreen(state, stack.back(), of(stack.back(), model), model);
      case ScreenState.Stopping state -> new StopScreen(model);
      case ScreenState.Password state -> new PasswordScreen(state, model);
      case ScreenState.Agreeing state -> new AgreeScreen(state, model);
      case ScreenState.Enrolling state -> new EnrolScreen(state, model);
      case ScreenState.Renewing state -> new RenewScreen(state, model);
    };
  }
}
