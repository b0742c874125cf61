package dev.firstday.tui.model;

import dev.firstday.engine.plan.Plan;
import java.util.List;
import java.util.Optional;

/** What a screen asks to be done outside of it. */
public sealed interface Action {
  /** Sign in again. */
  record Connect() implements Action {}

  /** Look at some steps. */
  record Check(List<String> steps) implements Action {}

  /** Look at some steps, then show what applying them would write. */
  record CheckThenPlan(List<String> steps) implements Action {}

  /** Wait no longer for the looks at some steps. */
  record Leave(List<String> steps) implements Action {}

  /** Wait no longer to be signed in. */
  record LeaveSignIn() implements Action {}

  /** Keep what was typed for an answer. */
  record KeepAnswer(String key, String text) implements Action {}

  /** Ask what a first day needs, of the steps that are wanted now. */
  record AskFirst() implements Action {}

  /** Leave a step out, or bring it back. */
  record Skip(String step, Optional<String> reason) implements Action {}

  /** Take a person's word that a step is done, or give it back. */
  record Attest(String step, boolean done) implements Action {}

  /** Find out whether a plan is allowed. */
  record TestRights(Plan plan) implements Action {}

  /** Write a confirmed plan. */
  record Apply(Plan.Confirmed plan) implements Action {}

  /** Find out what of some steps can be taken back, and show it. */
  record PlanUndo(List<String> steps) implements Action {}

  /** Take back what was confirmed. */
  record Undo(Plan.Confirmed plan) implements Action {}

  /** Let the apply go on with a person's answer. */
  record Tell(PromptAnswer answer) implements Action {}

  /** Let the call in flight end, and make no other. */
  record StopApplying() implements Action {}

  /** Forget the keys that were pressed before now. */
  record DropKeys() implements Action {}

  /** Open a page in the browser. */
  record OpenPage(String link) implements Action {}

  /**
   * Show a link alone, outside the full screen.
   *
   * @param root whether it asks for a sign-in that must not replace the present one
   */
  record ShowAlone(String link, boolean root) implements Action {}

  /** Put a text into the clipboard. */
  record Copy(String text) implements Action {}

  /** Go on in the other language. */
  record SwitchLanguage() implements Action {}

  /** Go on in other colours. */
  record SwitchColours(int by) implements Action {}

  /** Keep the look for the next run. */
  record KeepLook() implements Action {}

  /** Write a text to a file. */
  record Save(String name, String text) implements Action {}

  /** Write a report on every step to a file. */
  record SaveReport() implements Action {}

  /** Show what firstday did to this account. */
  record ReadHistory() implements Action {}

  /** Hide what tells whose account it is, or show it again. */
  record SwitchMask() implements Action {}

  /** Take the mouse, or leave it to the terminal. */
  record SwitchMouse() implements Action {}

  /** Copy the whole page as text. */
  record CopyPage() implements Action {}

  record Repaint() implements Action {}

  record Suspend() implements Action {}

  /** End the wizard with an exit code. */
  record Quit(int code) implements Action {}
}
