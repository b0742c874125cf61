package dev.firstday.tui.screens.start;

import dev.firstday.catalog.Glossary;
import dev.firstday.engine.Texts;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.failure.Problem;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Commands;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StartState;
import dev.firstday.tui.model.TextPage;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.Wait;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Scroll;
import dev.firstday.view.StartContent;
import java.util.List;
import java.util.Optional;

/** The pages on the way to the first list of steps. */
public final class StartPages {
  private StartPages() {}

  /** Who am I: what is seen before AWS has answered, and where it refuses to. */
  public static Screen welcome(StartState.Welcome state, Model model) {
    Scroll text = model.scroll(lines(state, model), state.scroll());
    Offers offers = new Offers();
    if (state.trouble().isPresent() || state.regionMissing()) {
      Update again = Update.become(StartState.Welcome.signingIn(model.now()));
      offers.add(Command.CHECK, "CHECK.sign-in", () -> again.and(new Action.Connect()));
    }
    return new TextPage(
        model.say("tui.place.home", model.version()),
        Line.EMPTY,
        Optional.of(model.line("tui.made.nothing")),
        text,
        offers.scroll(text, state::at),
        state.since().map(since -> new Wait(since, Update.act(new Action.LeaveSignIn()))),
        model);
  }

  private static List<Line> lines(StartState.Welcome state, Model model) {
    Texts words = model.words();
    Document document = new Document(model.columns()).line(Line.EMPTY);
    document.text(words.say("tui.welcome.hello")).blank();
    if (state.regionMissing()) {
      document.text(words.say("tui.welcome.no-region"), Role.ATTENTION);
      document.title(words.say("tui.welcome.regions"));
      ways(document, StartContent.waysToNameRegion(words));
    } else if (state.trouble().isPresent()) {
      trouble(document, state.trouble().get(), model);
    } else {
      document.text(words.say("tui.welcome.signing-in"), Role.PROGRESS);
    }
    return document.lines();
  }

  private static void trouble(Document document, Problem trouble, Model model) {
    Texts words = model.words();
    words.problem(trouble).forEach(sentence -> document.text(sentence, Role.ERROR));
    model.log().ifPresent(log -> document.text(words.say("run-log", log)));
    if (!trouble.saysHowToSignIn() && !trouble.unreached()) {
      document.title(words.say("tui.welcome.ways"));
      ways(document, StartContent.waysToSignIn(words));
    }
  }

  private static void ways(Document document, List<StartContent.CommandText> ways) {
    ways.forEach(way -> document.hanging(" - ", way.text(), Role.TEXT).verbatim(way.command()));
  }

  /** Who am I and where: the account to be set up, while the first look at it is under way. */
  public static Screen arrival(StartState.Arrival state, Model model) {
    Texts words = model.words();
    Identity who = model.identity();
    Document document = new Document(model.columns());
    document.text(words.say("tui.arrival.hello"), Role.TITLE).blank();
    document.facts(StartContent.account(who, " (%s)", words)).blank();
    if (who.kind() == Identity.Kind.ROOT) {
      document.text(words.say("tui.arrival.root"), Role.ATTENTION).blank();
    }
    who.practice().ifPresent(scenario -> document.text(words.say("tui.arrival.practice")).blank());
    looks(document, model);
    Scroll text = model.scroll(document.lines(), state.scroll());
    return new TextPage(
        words.say("tui.place.arrival"),
        Line.of(words.say("tui.arrival.standing")),
        Optional.of(Line.of(" " + words.say("tui.made.nothing"))),
        text,
        new Offers()
            .add(Command.OPEN, "OPEN.go-on", () -> OnboardingFlow.choose(model))
            .scroll(text, StartState.Arrival::new)
            .add(Command.BACK, "BACK.list", Update::back)
            .add(Command.QUIT, () -> Commands.quit(model, 0)),
        Wait.forLooks(model.steps(), Update.none()),
        model);
  }

  private static void looks(Document document, Model model) {
    if (!looked(model)) {
      document.text(model.say("tui.arrival.looks"));
    }
    document.text(model.say("tui.arrival.safe")).text(progress(model), Role.PROGRESS);
  }

  /** Words of AWS, explained. */
  public static Screen terms(StartState.Terms state, Model model) {
    Document document = new Document(model.columns());
    for (Glossary.Term term : state.terms()) {
      document.title(model.words().of(term.name()));
      document.hanging("   ", model.words().of(term.text()), Role.TEXT);
    }
    Scroll text = model.scroll(document.lines(), state.scroll());
    return new TextPage(
        model.say("tui.place.terms"),
        Line.EMPTY,
        Optional.of(model.line("tui.terms.status")),
        text,
        new Offers().scroll(text, first -> new StartState.Terms(state.terms(), first)),
        model);
  }

  private static boolean looked(Model model) {
    return model.steps().stream().allMatch(step -> step.verdict().isPresent() && !step.checking());
  }

  private static String progress(Model model) {
    long looked = model.steps().stream().filter(step -> step.verdict().isPresent()).count();
    long all = model.steps().size();
    return model.say(looked(model) ? "tui.arrival.looked" : "tui.arrival.looking", looked, all);
  }
}
