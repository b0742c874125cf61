package dev.firstday.tui.screens.start;

import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Identity;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Commands;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who am I and where: the account to be set up, while the first look at it is under way. */
public record ArrivalScreen(StartState.Arrival state, Model model) implements Screen {
  @Override
  public String place() {
    return model.words().say("tui.place.arrival");
  }

  @Override
  public Line standing() {
    return Line.of(model.words().say("tui.arrival.standing"));
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    Texts words = model.words();
    Document document = new Document(model.columns());
    document.text(words.say("tui.arrival.hello"), Role.TITLE).blank();
    Map<String, String> facts = facts(model.identity());
    int width = facts.keySet().stream().mapToInt(Width::of).max().orElse(0);
    facts.forEach((name, value) -> document.fact(name, width, value, Role.TEXT));
    document.blank();
    if (model.identity().kind() == Identity.Kind.ROOT) {
      document.text(words.say("tui.arrival.root"), Role.ATTENTION).blank();
    }
    model
        .identity()
        .practice()
        .ifPresent(scenario -> document.text(words.say("tui.arrival.practice")).blank());
    document.text(words.say("tui.arrival.looks"));
    document.text(progress(), Role.PROGRESS);
    return new Scroll(document.lines(), model.size().body(), state.scroll());
  }

  private Map<String, String> facts(Identity who) {
    Texts words = model.words();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        words.say("tui.arrival.account"),
        who.accountId() + who.alias().map(alias -> " (" + alias + ")").orElse(""));
    facts.put(words.say("tui.arrival.who"), words.say("kind." + who.kind()) + " " + who.name());
    facts.put("ARN", who.arn());
    facts.put(words.say("tui.arrival.region"), who.homeRegion());
    who.plan().ifPresent(plan -> facts.put(words.say("tui.arrival.plan"), plan(plan)));
    facts.put(
        words.say("tui.arrival.organization"),
        who.organization().orElseGet(() -> words.say("tui.arrival.no-organization")));
    return facts;
  }

  private String plan(String plan) {
    return switch (plan) {
      case "FREE", "PAID" -> model.words().say("tui.arrival.plan." + plan);
      default -> plan;
    };
  }

  private String progress() {
    long looked = model.steps().stream().filter(step -> step.verdict().isPresent()).count();
    long all = model.steps().size();
    boolean over = model.steps().stream().noneMatch(StepView::checking) && looked == all;
    return model.words().say(over ? "tui.arrival.looked" : "tui.arrival.looking", looked, all);
  }

  @Override
  public Optional<Wait> waiting() {
    return Wait.forLooks(model.steps(), Update.none());
  }

  @Override
  public Optional<Line> status() {
    return Optional.of(Line.of(" " + model.words().say("tui.made.nothing")));
  }

  @Override
  public List<CommandOption> offers() {
    List<CommandOption> offers = new ArrayList<>();
    offers.add(CommandOption.as(Command.OPEN, "OPEN.go-on"));
    offers.addAll(scroll().offers());
    offers.add(CommandOption.as(Command.BACK, "BACK.list"));
    offers.add(CommandOption.of(Command.QUIT));
    return offers;
  }

  @Override
  public Update run(Command command) {
    return switch (command) {
      case OPEN -> OnboardingFlow.choose(model);
      case BACK -> Update.back();
      case QUIT -> Commands.quit(model, 0);
      default ->
          scroll().after(command).stream()
              .mapToObj(first -> Update.become(new StartState.Arrival(first)))
              .findFirst()
              .orElse(Update.none());
    };
  }
}
