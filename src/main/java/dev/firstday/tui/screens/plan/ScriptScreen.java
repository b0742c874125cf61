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
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Scroll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan as AWS CLI commands, or as JSON: from the first column, so that it can be copied. */
public record ScriptScreen(PlanState.ScriptView state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say(state.json() ? "tui.place.json" : "tui.place.script");
  }

  @Override
  public Line standing() {
    return Labels.notYet(state.plan().changes(), model);
  }

  private String text() {
    return Scripts.of(state.plan(), state.json(), model);
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    List<Line> lines = new Document(model.columns()).verbatim(text()).lines();
    return new Scroll(lines, model.size().body(), state.scroll());
  }

  @Override
  public Optional<Line> status() {
    return Optional.of(Line.of(" " + model.words().say("tui.status.script")));
  }

  @Override
  public List<CommandOption> offers() {
    List<CommandOption> offers = new ArrayList<>(scroll().offers());
    offers.add(CommandOption.as(Command.SCRIPT, state.json() ? "SCRIPT.SCRIPT" : "SCRIPT.JSON"));
    offers.add(CommandOption.of(Command.COPY));
    return offers;
  }

  @Override
  public Update run(Command command) {
    return switch (command) {
      case SCRIPT -> Update.become(new PlanState.ScriptView(state.plan(), !state.json(), 0));
      case COPY -> Update.act(new Action.Copy(text()));
      default ->
          scroll().after(command).stream()
              .mapToObj(
                  first ->
                      Update.become(new PlanState.ScriptView(state.plan(), state.json(), first)))
              .findFirst()
              .orElse(Update.none());
    };
  }
}
