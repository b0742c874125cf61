package dev.firstday.tui.screens.start;

import dev.firstday.engine.Texts;
import dev.firstday.engine.failure.Problem;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.Wait;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Scroll;
import java.util.List;
import java.util.Optional;

/** Who am I: what is seen before AWS has answered, and where it refuses to. */
public record WelcomeScreen(StartState.Welcome state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("tui.place.home", model.version());
  }

  @Override
  public Line standing() {
    return Line.EMPTY;
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    Texts words = model.words();
    Document document = new Document(model.columns());
    document.line(Line.EMPTY);
    document.text(words.say("tui.welcome.hello")).blank();
    if (state.regionMissing()) {
      document.text(words.say("tui.welcome.no-region"), Role.ATTENTION);
      document.title(words.say("tui.welcome.regions"));
      ways(document, List.of("region-option", "region-config"));
    } else {
      state
          .trouble()
          .ifPresentOrElse(
              trouble -> trouble(document, trouble),
              () -> document.text(words.say("tui.welcome.signing-in"), Role.PROGRESS));
    }
    return new Scroll(document.lines(), model.size().body(), state.scroll());
  }

  private void trouble(Document document, Problem trouble) {
    Texts words = model.words();
    words.problem(trouble).forEach(sentence -> document.text(sentence, Role.ERROR));
    model.log().ifPresent(log -> document.text(words.say("run-log", log)));
    if (!trouble.saysHowToSignIn()) {
      document.title(words.say("tui.welcome.ways"));
      ways(document, List.of("login", "cloudshell", "sso", "profile", "practice"));
    }
  }

  private void ways(Document document, List<String> ways) {
    Texts words = model.words();
    for (String way : ways) {
      document.hanging(" - ", words.say("tui.welcome." + way), Role.TEXT);
      document.verbatim(words.say("tui.welcome." + way + ".command"));
    }
  }

  @Override
  public Optional<Wait> waiting() {
    return state.since().map(since -> new Wait(since, Update.act(new Action.LeaveSignIn())));
  }

  @Override
  public Optional<Line> status() {
    return Optional.of(Line.of(" " + model.words().say("tui.made.nothing")));
  }

  @Override
  public List<CommandOption> offers() {
    List<CommandOption> offers = new java.util.ArrayList<>();
    if (state.trouble().isPresent() || state.regionMissing()) {
      offers.add(CommandOption.as(Command.CHECK, "CHECK.sign-in"));
    }
    offers.addAll(scroll().offers());
    return offers;
  }

  @Override
  public Update run(Command command) {
    if (command == Command.CHECK) {
      return Update.become(StartState.Welcome.signingIn(model.now())).and(new Action.Connect());
    }
    return scroll().after(command).stream()
        .mapToObj(first -> Update.become(state.at(first)))
        .findFirst()
        .orElse(Update.none());
  }
}
