package dev.firstday.tui.model;

import dev.firstday.engine.plan.Plan;
import java.util.List;
import java.util.Optional;

/** What a screen asks to be done outside of it. */
public sealed interface Action {
  /** What leads to a session. */
  sealed interface SignInAction extends Action {}

  record Connect() implements SignInAction {}

  /** Wait no longer to be signed in. */
  record LeaveSignIn() implements SignInAction {}

  /** What is done with the steps, and with the session that knows them. */
  sealed interface StepAction extends Action {}

  record Check(List<String> steps) implements StepAction {}

  /** Look at some steps, then show what applying them would write. */
  record CheckThenPlan(List<String> steps) implements StepAction {}

  /** Wait no longer for the looks at some steps. */
  record Leave(List<String> steps) implements StepAction {}

  record KeepAnswer(String key, String text) implements StepAction {}

  /** Ask what a first day needs, of the steps that are wanted now. */
  record AskFirst() implements StepAction {}

  /** Leave a step out, or bring it back. */
  record Skip(String step, Optional<String> reason) implements StepAction {}

  /** Take a person's word that a step is done, or give it back. */
  record Attest(String step, boolean done) implements StepAction {}

  record TestRights(Plan plan) implements StepAction {}

  record ReadHistory() implements StepAction {}

  /** What writes to the account, or takes back what was written. */
  sealed interface ApplyAction extends Action {}

  record Apply(Plan.Confirmed plan) implements ApplyAction {}

  /** Find out what of some steps can be taken back, and show it. */
  record PlanUndo(List<String> steps) implements StepAction {}

  record Undo(Plan.Confirmed plan) implements ApplyAction {}

  /** Let the apply go on with a person's answer. */
  record Tell(PromptAnswer answer) implements ApplyAction {}

  /** Let the call in flight end, and make no other. */
  record StopApplying() implements ApplyAction {}

  /** What leaves the wizard: a file, the clipboard, the browser. */
  sealed interface OutputAction extends Action {}

  record OpenPage(String link) implements OutputAction {}

  /**
   * Show a link alone, outside the full screen.
   *
   * @param root whether it asks for a sign-in that must not replace the present one
   */
  record ShowAlone(String link, boolean root) implements OutputAction {}

  record Copy(String text) implements OutputAction {}

  /** Copy the whole page as text. */
  record CopyPage() implements OutputAction {}

  record Save(String name, String text) implements OutputAction {}

  /** Write a report on every step to a file. */
  record SaveReport() implements OutputAction {}

  /** How the wizard looks, and the terminal that it is shown on. */
  sealed interface DisplayAction extends Action {}

  record SwitchLanguage() implements DisplayAction {}

  record SwitchColours(int by) implements DisplayAction {}

  /** Hide what tells whose account it is, or show it again. */
  record SwitchMask() implements DisplayAction {}

  /** Take the mouse, or leave it to the terminal. */
  record SwitchMouse() implements DisplayAction {}

  record KeepLook() implements DisplayAction {}

  /** Forget the keys that were pressed before now. */
  record DropKeys() implements DisplayAction {}

  record Repaint() implements DisplayAction {}

  record Suspend() implements DisplayAction {}

  /** End the wizard with an exit code. */
  record Quit(int code) implements DisplayAction {}
}
