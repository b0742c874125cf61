package dev.firstday.tui.screens.prompt;

import dev.firstday.engine.Texts;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.PromptAnswer;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.List;

/** The question whether to replace something of ours that was left unfinished. */
public record AgreeScreen(PromptState.Agreeing state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("tui.place.agree");
  }

  @Override
  public Line standing() {
    return Line.EMPTY;
  }

  @Override
  public Body body() {
    Texts words = model.words();
    Document document = new Document(model.columns());
    document.line(Line.EMPTY);
    String what =
        words.change(
            model.step(state.change().steps().getFirst()).entry(), state.change().change());
    document.text(what, Role.TITLE).blank();
    document.text(words.say("tui.agree.what"));
    return Body.of(document.lines());
  }

  @Override
  public List<CommandOption> offers() {
    return List.of(
        CommandOption.as(Command.OPEN, "OPEN.agree"), CommandOption.as(Command.BACK, "BACK.keep"));
  }

  @Override
  public Update run(Command command) {
    return Update.back().and(new Action.Tell(new PromptAnswer.Agreed(command == Command.OPEN)));
  }
}
