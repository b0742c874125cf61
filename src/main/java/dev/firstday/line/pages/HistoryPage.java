package dev.firstday.line.pages;

import dev.firstday.engine.StepView;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import dev.firstday.view.ChangeGroup;
import java.util.List;

/** What firstday did to this account, the latest first; and the way to take it back. */
public final class HistoryPage implements Page {
  @Override
  public void tell(LineContext context) {
    LineWriter writer = context.writer();
    List<AppliedChange> appliedChanges = context.session().history();
    if (appliedChanges.isEmpty()) {
      writer.tell("tui.history.empty");
    } else {
      writer.tell("tui.history.count", appliedChanges.size());
    }
    ChangeGroup.of(
            appliedChanges.reversed(), AppliedChange::change, applied -> text(applied, context))
        .forEach(alike -> writer.say(alike.text()));
  }

  private static String text(AppliedChange applied, LineContext context) {
    LineWriter writer = context.writer();
    String ending =
        applied
            .takenBack()
            .map(at -> writer.text("tui.history.undone", context.when(at)))
            .orElseGet(() -> writer.text("history." + applied.ending()));
    return writer.text(
        "line.deed",
        context.change(new Plan.Planned(applied.change(), applied.steps())),
        ending,
        context.names(applied.steps()),
        context.when(applied.at()),
        applied.change().call());
  }

  @Override
  public List<Choice> choices(LineContext context) {
    List<String> ids = touched(context);
    return ids.isEmpty()
        ? List.of()
        : List.of(
            Choice.open(
                LineCommand.UNDO,
                context.writer().text("line.undo.all"),
                () -> UndoPage.of(ids, context)),
            new Choice(
                LineCommand.UNDO, context.writer().text("line.undo.one"), () -> one(ids, context)));
  }

  /** Steps for which something was written, in the order of the list. */
  private static List<String> touched(LineContext context) {
    List<String> owners =
        context.appliedChanges().stream().flatMap(applied -> applied.steps().stream()).toList();
    return context.session().steps().stream().map(StepView::id).filter(owners::contains).toList();
  }

  private static Navigation one(List<String> ids, LineContext context) {
    LineWriter writer = context.writer();
    writer.afresh();
    ids.forEach(id -> writer.say(context.name(context.step(id))));
    List<Integer> numbers = ids.stream().map(context.standing()::number).toList();
    return writer
        .numbered("line.step-number", numbers::contains, "line.no-such-step")
        .map(number -> ids.get(numbers.indexOf(number)))
        .<Navigation>map(id -> new Navigation.NextPage(UndoPage.of(List.of(id), context)))
        .orElseGet(Navigation.Again::new);
  }
}
