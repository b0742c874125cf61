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

  /** A fault of ours on another thread; it ends the wizard. */
  record Broken(Throwable cause) implements Event {}

  /** Of the session: that there is one, and what it found out. */
  sealed interface SessionEvent extends Event {}

  record SignedIn(Session session) implements SessionEvent {}

  record SignInFailed(Problem problem) implements SessionEvent {}

  /** Signing in went well, but no Region is home. */
  record RegionMissing() implements SessionEvent {}

  /** A step's view has changed. */
  record StepChanged(String step) implements SessionEvent {}

  /** Some steps have been checked. */
  record Assessed() implements SessionEvent {}

  /** The steps of a plan have been checked. */
  record Checked(List<String> steps) implements SessionEvent {}

  /** It was found out whether a plan is allowed. */
  record RightsTested(Plan plan, PermissionReport rights) implements SessionEvent {}

  /** The journal was read; its changes, oldest first. */
  record HistoryRead(List<AppliedChange> appliedChanges) implements SessionEvent {}

  /** It was found out what of some steps can be taken back. */
  record UndoPlanned(List<String> steps, UndoPlan plan) implements SessionEvent {}

  /** Of an apply or an undo that is going on. */
  sealed interface ApplyingEvent extends Event {}

  record ApplyProgressed(ApplyEvent event) implements ApplyingEvent {}

  /** A person has to answer before the apply goes on. */
  record PromptOpened(ScreenState page) implements ApplyingEvent {}

  record Applied(Plan plan, Outcome outcome) implements ApplyingEvent {}

  /** AWS makes us wait for a call. */
  record Late(Delay delay) implements ApplyingEvent {}

  /** Of a file, the clipboard or the browser: what came of it is said once. */
  sealed interface OutputEvent extends Event {}

  /** A file was written, or could not be. */
  record Saved(Optional<String> path) implements OutputEvent {}

  /** Something could not be kept, or what was kept can't be read. */
  record NotKept(RecordFailed failure) implements OutputEvent {}

  record Copied(Clipboard.CopyResult result) implements OutputEvent {}

  record PageOpened(Browser.OpenResult result) implements OutputEvent {}
}
