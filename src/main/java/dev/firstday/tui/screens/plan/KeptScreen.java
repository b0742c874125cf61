package dev.firstday.tui.screens.plan;

import dev.firstday.catalog.Note;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Scroll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that an undo leaves as it is, in full: what it is, and why. */
public record KeptScreen(PlanState.KeptDetail state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("tui.place.kept");
  }

  @Override
  public Line standing() {
    return Line.of(model.words().say("tui.undo.not-yet"), Role.TITLE);
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    UndoPlan.Kept kept = state.kept();
    Document document = new Document(model.columns());
    document.text(Labels.change(kept.change(), kept.steps(), model), Role.TITLE).blank();
    Optional<String> removal = removal(kept);
    Note why = removal.isEmpty() ? kept.why() : Note.of(kept.why().code(), "");
    document.text(model.words().kept(why, model.session().catalog()).strip());
    removal.ifPresent(command -> document.blank().verbatim(command));
    return new Scroll(document.lines(), model.size().body(), state.scroll());
  }

  /** The command that removes what is kept for the data in it. */
  static Optional<String> removal(UndoPlan.Kept kept) {
    return Optional.of(kept.why())
        .filter(why -> why.code().equals(UndoPlan.DATA))
        .map(why -> why.values().getFirst());
  }

  @Override
  public List<CommandOption> offers() {
    List<CommandOption> offers = new ArrayList<>(scroll().offers());
    removal(state.kept())
        .ifPresent(command -> offers.add(CommandOption.as(Command.COPY, "COPY.command")));
    return offers;
  }

  @Override
  public Update run(Command command) {
    if (command == Command.COPY) {
      return Update.act(new Action.Copy(removal(state.kept()).orElse("")));
    }
    return scroll().after(command).stream()
        .mapToObj(first -> Update.become(new PlanState.KeptDetail(state.kept(), first)))
        .findFirst()
        .orElse(Update.none());
  }
}
