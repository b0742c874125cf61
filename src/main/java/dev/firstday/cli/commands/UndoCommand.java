package dev.firstday.cli.commands;

import dev.firstday.engine.Session;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.report.Json;
import dev.firstday.terminal.Wrap;
import picocli.CommandLine;

/** Takes back what firstday changed, after it was shown and agreed to. */
@CommandLine.Command
final class UndoCommand extends WritingCommand {
  @Override
  public Integer call() {
    requireSomebody("cli.undo-no-yes");
    Session session = session();
    requireAccount(session);
    tellLaterEntries(session);
    UndoPlan undo = session.undoPlan(steps.ids(session, run()));
    talk(CheckTable.header(session.identity(), wording()));
    talk("");
    undo.plan().changes().forEach(planned -> show(planned, session));
    kept(undo, session);
    if (undo.plan().isEmpty()) {
      print(text("cli.nothing-to-undo"));
      return 0;
    }
    tellRights(session, undo.plan());
    if (dryRun) {
      talk(text("cli.dry-run"));
      return 0;
    }
    carryOut(
        session,
        confirm(session, undo.plan(), "cli.undo-confirm"),
        (confirmed, events, stop, patience) -> session.undo(confirmed, events, stop, patience));
    print(text("cli.undone", undo.plan().changes().size(), undo.kept().size()));
    return 0;
  }

  private void show(Plan.Planned planned, Session session) {
    PlanText.change(planned, what(session, planned), this::talk);
    // What is confirmed is the request, whatever its text says.
    PlanText.indented(4, Json.compact(planned.change().request()), this::talk);
  }

  private void kept(UndoPlan undo, Session session) {
    if (!undo.kept().isEmpty()) {
      talk("");
      talk(text("cli.undo-kept", undo.kept().size()));
    }
    for (UndoPlan.Kept kept : undo.kept()) {
      String what = what(session, new Plan.Planned(kept.change(), kept.steps()));
      PlanText.indented(2, what, this::talk);
      String why = wording().kept(kept.why(), session.catalog());
      if (kept.why().code().equals(UndoPlan.DATA)) {
        // A command is for copying: it is not broken into lines.
        talk("    " + why);
      } else {
        Wrap.lines(why, 73).forEach(part -> talk("    " + part));
      }
    }
  }
}
