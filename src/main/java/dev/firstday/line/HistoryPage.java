package dev.firstday.line;

import dev.firstday.engine.Deed;
import dev.firstday.engine.Plan;
import dev.firstday.engine.StepView;
import java.util.List;
import java.util.stream.Collectors;

/** What firstday did to this account, the latest first; and the way to take it back. */
final class HistoryPage implements Page {
  @Override
  public void tell(Desk desk) {
    Voice voice = desk.voice();
    List<Deed> deeds = desk.session().history();
    if (deeds.isEmpty()) {
      voice.tell("cli.no-history");
    }
    for (Deed deed : deeds.reversed()) {
      String state = deed.takenBack().isPresent() ? "UNDONE" : deed.ending().name();
      voice.tell(
          "line.deed",
          text(deed, desk),
          voice.text("history." + state),
          desk.when(deed.at()),
          deed.change().service() + " " + deed.change().operation());
    }
  }

  private static String text(Deed deed, Desk desk) {
    boolean known = desk.session().catalog().step(deed.steps().getFirst()).isPresent();
    return known ? desk.change(new Plan.Planned(deed.change(), deed.steps())) : deed.change().id();
  }

  @Override
  public List<Choice> choices(Desk desk) {
    List<String> ids = touched(desk);
    return ids.isEmpty()
        ? List.of()
        : List.of(
            new Choice(
                Act.UNDO,
                desk.voice().text("line.undo.all"),
                () -> new Turn.Open(UndoPage.of(ids, desk))),
            new Choice(Act.UNDO, desk.voice().text("line.undo.one"), () -> one(ids, desk)));
  }

  /** Steps for which something was written, in the order of the list. */
  private static List<String> touched(Desk desk) {
    List<String> owners =
        desk.session().history().stream().flatMap(deed -> deed.steps().stream()).toList();
    return desk.session().steps().stream().map(StepView::id).filter(owners::contains).toList();
  }

  private static Turn one(List<String> ids, Desk desk) {
    Voice voice = desk.voice();
    voice.say(
        ids.stream()
            .map(id -> Integer.toString(desk.standing().number(id)))
            .collect(Collectors.joining(", ")));
    Reply reply = voice.ask(voice.text("line.step-number"));
    return ids.stream()
        .filter(id -> reply.number().orElse(0) == desk.standing().number(id))
        .findFirst()
        .<Turn>map(id -> new Turn.Open(UndoPage.of(List.of(id), desk)))
        .orElseGet(Turn.Again::new);
  }
}
