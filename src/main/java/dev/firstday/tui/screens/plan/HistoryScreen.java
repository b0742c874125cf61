package dev.firstday.tui.screens.plan;

import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.terminal.Caret;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Blocks;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What firstday did to this account, the latest first; what one entry stands for can be undone. */
public record HistoryScreen(PlanState.History state, Model model) implements Screen {
  @Override
  public String place() {
    return model.say("tui.place.history");
  }

  @Override
  public Line standing() {
    return Line.of(model.say("tui.history.count", state.appliedChanges().size()));
  }

  @Override
  public Body body() {
    if (state.appliedChanges().isEmpty()) {
      Document document = new Document(model.columns());
      return Body.of(document.text(model.say("tui.history.empty")).lines());
    }
    List<Blocks.Block> blocks = new ArrayList<>();
    for (AppliedChange applied : state.appliedChanges()) {
      blocks.add(block(applied, blocks.size() == state.cursor()));
    }
    Body entries = new Blocks(blocks, state.cursor()).in(model.size().body(), model.words());
    return new Body(entries.lines(), Caret.hiddenAt(1, entries.caret().row()));
  }

  /** When, how it ended and for which step; below it, what it was. */
  private Blocks.Block block(AppliedChange applied, boolean here) {
    Line start =
        Line.of(here ? " > " : "   ", Role.KEY)
            .and(model.words().when(applied.at()) + "  ")
            .and(result(applied), role(applied))
            .and("  ");
    Document document = new Document(model.columns());
    document.hanging(start, steps(applied), here ? Role.SELECTED : Role.TEXT);
    document.hanging("     ", Labels.change(applied.change(), applied.steps(), model), Role.TEXT);
    return new Blocks.Block(document.lines(), 0);
  }

  private String steps(AppliedChange applied) {
    return applied.steps().stream()
        .map(id -> model.number(id) > 0 ? Labels.name(model.step(id), model) : id)
        .collect(Collectors.joining("; "));
  }

  private String result(AppliedChange applied) {
    return applied
        .takenBack()
        .map(at -> model.say("tui.history.undone", model.words().when(at)))
        .orElseGet(() -> model.say("history." + applied.ending()));
  }

  private static Role role(AppliedChange applied) {
    if (applied.takenBack().isPresent()) {
      return Role.TODO;
    }
    return switch (applied.ending()) {
      case DONE, ALREADY_THERE -> Role.DONE;
      case FAILED -> Role.ERROR;
      case UNKNOWN -> Role.ATTENTION;
    };
  }

  @Override
  public Offers choices() {
    Offers offers = new Offers();
    int cursor = state.cursor();
    List<AppliedChange> all = state.appliedChanges();
    if (!all.isEmpty()) {
      offers.add(Command.UNDO, "UNDO.steps", new Action.PlanUndo(all.get(cursor).steps()));
    }
    if (all.size() > 1) {
      int page = Math.max(1, model.size().body() / 3);
      offers.add(CommandOption.as(Command.DOWN, "DOWN.changes").shown(), () -> to(cursor + 1));
      offers.add(Command.UP, "UP.changes", () -> to(cursor - 1));
      offers.add(Command.PAGE_DOWN, () -> to(cursor + page));
      offers.add(Command.PAGE_UP, () -> to(cursor - page));
      offers.add(Command.FIRST, () -> to(0));
      offers.add(Command.LAST, () -> to(all.size()));
    }
    return offers;
  }

  private Update to(int entry) {
    int last = state.appliedChanges().size() - 1;
    return Update.become(new PlanState.History(state.appliedChanges(), Math.clamp(entry, 0, last)));
  }
}
