package dev.firstday.cli.commands;

import dev.firstday.engine.Session;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.report.Json;
import dev.firstday.terminal.Wrap;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;

/** Takes back what firstday changed, after it was shown and agreed to. */
@CommandLine.Command(name = "undo")
final class UndoCommand extends WritingCommand {
  private static final int WIDTH = 75;

  @Override
  public Integer call() {
    requireSomebody("cli.undo-no-yes");
    Session session = session();
    requireAccount(session);
    tellLaterEntries(session);
    UndoPlan undo = session.undoPlan(composition().selection().ids(session, steps));
    talk(CheckTable.header(session.identity(), wording()));
    talk("");
    undo.plan().changes().forEach(planned -> show(planned, session));
    kept(undo, session, this::talk);
    if (undo.plan().isEmpty()) {
      print(messages().text("cli.nothing-to-undo"));
      return 0;
    }
    tellRights(session, undo.plan());
    carryOut(
        session,
        confirm(session, undo.plan(), "cli.undo-confirm"),
        (confirmed, events, stop, patience) -> session.undo(confirmed, events, stop, patience));
    print(messages().text("cli.undone", undo.plan().changes().size(), undo.kept().size()));
    return 0;
  }

  private void show(Plan.Planned planned, Session session) {
    List<String> lines = Wrap.lines(what(session, planned), WIDTH);
    talk(planned.change().effect().sign() + " " + lines.getFirst());
    lines.stream().skip(1).forEach(rest -> talk("  " + rest));
    String call =
        "%s %s, %s   [%s]"
            .formatted(
                planned.change().service(),
                planned.change().operation(),
                planned.change().region(),
                String.join(", ", planned.steps()));
    Wrap.lines(call, WIDTH).forEach(part -> talk("    " + part));
    // What is confirmed is the request, whatever its text says.
    String request = Json.compact(planned.change().request());
    Wrap.lines(request, WIDTH).forEach(part -> talk("    " + part));
  }

  private void kept(UndoPlan undo, Session session, Consumer<String> line) {
    if (!undo.kept().isEmpty()) {
      line.accept("");
      line.accept(messages().text("cli.undo-kept", undo.kept().size()));
    }
    for (UndoPlan.Kept kept : undo.kept()) {
      String what = what(session, new Plan.Planned(kept.change(), kept.steps()));
      Wrap.lines(what, WIDTH).forEach(part -> line.accept("  " + part));
      if (kept.why().code().equals(UndoPlan.DATA)) {
        // A command is for copying: it is not broken into lines.
        line.accept("    " + wording().kept(kept.why(), session.catalog()));
      } else {
        Wrap.lines(wording().kept(kept.why(), session.catalog()), WIDTH - 2)
            .forEach(part -> line.accept("    " + part));
      }
    }
  }
}
