package dev.firstday.line.pages;

import dev.firstday.engine.StepView;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.ChangeGroup;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import java.util.List;

/** What firstday did to this account, the latest first; and the way to take it back. */
public final class HistoryPage implements Page {
  @Override
  public void tell(LineContext desk) {
    LineWriter voice = desk.voice();
    List<AppliedChange> deeds = desk.session().history();
    if (deeds.isEmpty()) {
      voice.tell("tui.history.empty");
    } else {
      voice.tell("tui.history.count", deeds.size());
    }
    ChangeGroup.of(deeds.reversed(), AppliedChange::change, deed -> text(deed, desk))
        .forEach(alike -> voice.say(alike.text()));
  }

  private static String text(AppliedChange deed, LineContext desk) {
    LineWriter voice = desk.voice();
    String ending =
        deed.takenBack()
            .map(at -> voice.text("tui.history.undone", desk.when(at)))
            .orElseGet(() -> voice.text("history." + deed.ending()));
    return voice.text(
        "line.deed",
        desk.change(new Plan.Planned(deed.change(), deed.steps())),
        ending,
        desk.names(deed.steps()),
        desk.when(deed.at()),
        deed.change().service() + " " + deed.change().operation());
  }

  @Override
  public List<Choice> choices(LineContext desk) {
    List<String> ids = touched(desk);
    return ids.isEmpty()
        ? List.of()
        : List.of(
            new Choice(
                LineCommand.UNDO,
                desk.voice().text("line.undo.all"),
                () -> new Navigation.NextPage(UndoPage.of(ids, desk))),
            new Choice(LineCommand.UNDO, desk.voice().text("line.undo.one"), () -> one(ids, desk)));
  }

  /** Steps for which something was written, in the order of the list. */
  private static List<String> touched(LineContext desk) {
    List<String> owners = desk.deeds().stream().flatMap(deed -> deed.steps().stream()).toList();
    return desk.session().steps().stream().map(StepView::id).filter(owners::contains).toList();
  }

  private static Navigation one(List<String> ids, LineContext desk) {
    LineWriter voice = desk.voice();
    voice.afresh();
    ids.forEach(id -> voice.say(desk.name(desk.step(id))));
    List<Integer> numbers = ids.stream().map(desk.standing()::number).toList();
    return voice
        .numbered("line.step-number", numbers::contains, "line.no-such-step")
        .map(number -> ids.get(numbers.indexOf(number)))
        .<Navigation>map(id -> new Navigation.NextPage(UndoPage.of(List.of(id), desk)))
        .orElseGet(Navigation.Again::new);
  }
}
