package dev.firstday.tui.screens.plan;

import dev.firstday.engine.Texts;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.terminal.Caret;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What firstday did to this account, the latest first; what one entry stands for can be undone. */
public record HistoryScreen(PlanState.History state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("tui.place.history");
  }

  @Override
  public Line standing() {
    return Line.of(model.words().say("tui.history.count", state.appliedChanges().size()));
  }

  @Override
  public Body body() {
    Texts words = model.words();
    if (state.appliedChanges().isEmpty()) {
      Document document = new Document(model.columns());
      return Body.of(document.text(words.say("tui.history.empty")).lines());
    }
    List<Blocks.Block> blocks = new ArrayList<>();
    for (AppliedChange applied : state.appliedChanges()) {
      blocks.add(block(applied, blocks.size() == state.cursor()));
    }
    Body entries = new Blocks(blocks, state.cursor()).in(model.size().body(), words);
    return new Body(entries.lines(), Caret.hiddenAt(1, entries.caret().row()));
  }

  /** When, how it ended and for which step; below it, what it was. */
  private Blocks.Block block(AppliedChange applied, boolean here) {
    Texts words = model.words();
    Document document = new Document(model.columns());
    Line start =
        Line.of(here ? " > " : "   ", Role.KEY)
            .and(words.when(applied.at()) + "  ")
            .and(result(applied), role(applied))
            .and("  ");
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
    Texts words = model.words();
    return applied
        .takenBack()
        .map(at -> words.say("tui.history.undone", words.when(at)))
        .orElseGet(() -> words.say("history." + applied.ending()));
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

  private Optional<AppliedChange> selected() {
    return state.appliedChanges().stream().skip(state.cursor()).findFirst();
  }

  @Override
  public List<CommandOption> offers() {
    List<CommandOption> offers = new ArrayList<>();
    if (selected().isPresent()) {
      offers.add(CommandOption.as(Command.UNDO, "UNDO.steps"));
    }
    if (state.appliedChanges().size() > 1) {
      offers.add(CommandOption.as(Command.DOWN, "DOWN.changes").shown());
      offers.add(CommandOption.as(Command.UP, "UP.changes"));
      Stream.of(Command.PAGE_DOWN, Command.PAGE_UP, Command.FIRST, Command.LAST)
          .map(CommandOption::of)
          .forEach(offers::add);
    }
    return offers;
  }

  @Override
  public Update run(Command command) {
    int page = Math.max(1, model.size().body() / 3);
    return switch (command) {
      case UNDO ->
          selected()
              .map(applied -> Update.act(new Action.PlanUndo(applied.steps())))
              .orElse(Update.none());
      case UP -> to(state.cursor() - 1);
      case DOWN -> to(state.cursor() + 1);
      case PAGE_UP -> to(state.cursor() - page);
      case PAGE_DOWN -> to(state.cursor() + page);
      case FIRST -> to(0);
      case LAST -> to(state.appliedChanges().size());
      default -> Update.none();
    };
  }

  private Update to(int entry) {
    int last = Math.max(0, state.appliedChanges().size() - 1);
    return Update.become(new PlanState.History(state.appliedChanges(), Math.clamp(entry, 0, last)));
  }
}
