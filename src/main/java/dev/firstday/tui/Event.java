package dev.firstday.tui;

import dev.firstday.engine.Session;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.failure.RecordFailed;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.terminal.Browser;
import dev.firstday.terminal.Clipboard;
import dev.firstday.terminal.TerminalEvent;
import dev.firstday.tui.model.ScreenState;
import java.util.List;
import java.util.Optional;

/** Something that the wizard has to react to, wherever it comes from. */
public sealed interface Event {
  /** From the terminal. */
  record FromTerminal(TerminalEvent event) implements Event {}

  record SignedIn(Session session) implements Event {}

  record SignInFailed(Problem problem) implements Event {}

  /** Signing in went well, but no Region is home. */
  record RegionMissing() implements Event {}

  /** A step's view has changed. */
  record StepChanged(String step) implements Event {}

  /** Some looks have ended. */
  record Assessed() implements Event {}

  /** The looks before a plan have ended. */
  record Checked(List<String> steps) implements Event {}

  /** It was found out whether a plan is allowed. */
  record RightsTested(Plan plan, PermissionReport rights) implements Event {}

  record ApplyProgressed(ApplyEvent event) implements Event {}

  /** A person has to answer before the apply goes on. */
  record Asked(ScreenState page) implements Event {}

  record Applied(Plan plan, Outcome outcome) implements Event {}

  /** AWS makes us wait for a call. */
  record Late(Delay delay) implements Event {}

  /** A file was written, or could not be. */
  record Saved(Optional<String> path) implements Event {}

  /** The journal was read; its deeds, oldest first. */
  record HistoryRead(List<AppliedChange> appliedChanges) implements Event {}

  /** It was found out what of some steps can be taken back. */
  record UndoPlanned(List<String> steps, UndoPlan plan) implements Event {}

  /** Something could not be kept, or what was kept can't be read. */
  record NotKept(RecordFailed failure) implements Event {}

  record Copied(Clipboard.CopyResult result) implements Event {}

  record PageOpened(Browser.OpenResult result) implements Event {}

  /** A fault of ours on another thread; it ends the wizard. */
  record Broken(Throwable cause) implements Event {}
}
