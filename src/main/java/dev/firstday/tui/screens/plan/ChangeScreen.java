package dev.firstday.tui.screens.plan;

import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Scroll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One change of a plan, in full. */
public record ChangeScreen(PlanState.ChangeDetail state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("tui.place.change");
  }

  @Override
  public Line standing() {
    return Labels.notYet(List.of(state.change()), model);
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    List<Line> lines = new ChangeDetails(state.change(), model, model.columns()).lines();
    return new Scroll(lines, model.size().body(), state.scroll());
  }

  @Override
  public Optional<Line> status() {
    return Optional.of(Line.of(" " + model.words().say("tui.status.change")));
  }

  @Override
  public List<CommandOption> offers() {
    List<CommandOption> offers = new ArrayList<>(scroll().offers());
    offers.add(CommandOption.as(Command.COPY, "COPY.request"));
    return offers;
  }

  @Override
  public Update run(Command command) {
    if (command == Command.COPY) {
      return Update.act(
          new Action.Copy(model.session().printer().json(state.change().change().request())));
    }
    return scroll().after(command).stream()
        .mapToObj(first -> Update.become(new PlanState.ChangeDetail(state.change(), first)))
        .findFirst()
        .orElse(Update.none());
  }
}
