package dev.firstday.tui.screens.step;

import dev.firstday.catalog.Actor;
import dev.firstday.catalog.Text;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.StepState;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.model.Wait;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.Scroll;
import dev.firstday.view.StepContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a person does a step, and firstday watching until it is done. */
public record ByHandScreen(StepState.ByHand state, Model model) implements Screen {
  private static final Duration OFTEN = Duration.ofSeconds(5);
  private static final Duration SELDOM = Duration.ofSeconds(30);
  private static final Duration OFTEN_FOR = Duration.ofMinutes(2);
  private static final Duration WATCH_FOR = Duration.ofMinutes(20);

  static Update open(StepView step, Model model) {
    Optional<Instant> look =
        step.entry().attested() || !step.open()
            ? Optional.empty()
            : Optional.of(model.now().plus(OFTEN));
    return Update.open(new StepState.ByHand(step.id(), model.now(), look, step.settled(), 0));
  }

  private StepView step() {
    return model.step(state.step());
  }

  @Override
  public String place() {
    return Labels.step(step(), model);
  }

  @Override
  public Line standing() {
    return Badge.of(step(), model.words()).line();
  }

  @Override
  public Body body() {
    return Body.of(scroll().visible(model.words()));
  }

  private Scroll scroll() {
    return model.scroll(lines(), state.scroll());
  }

  private List<Line> lines() {
    Texts words = model.words();
    Document document = new Document(model.columns());
    document.text(words.say("tui.by-hand." + step().entry().by())).blank();
    List<Text> steps = step().entry().byHand();
    for (int i = 0; i < Math.max(1, steps.size()); i++) {
      if (!steps.isEmpty()) {
        document.hanging(" " + (i + 1) + ". ", words.of(steps.get(i)), Role.TEXT);
      }
      if (i == 0) {
        step().entry().console().ifPresent(document::verbatim);
      }
    }
    watching(document.blank());
    return document.lines();
  }

  private void watching(Document document) {
    Texts words = model.words();
    if (step().entry().attested()) {
      document.text(
          step()
              .attestation()
              .map(word -> words.say("tui.by-hand.said", word.by(), words.when(word.at())))
              .orElseGet(() -> words.say("tui.by-hand.tell")),
          Role.TITLE);
    } else if (step().settled()) {
      document.text(words.say("tui.by-hand.seen"), Role.TITLE);
    } else if (state.nextLook().isPresent()) {
      document.text(words.say("tui.by-hand.watching", interval(model.now()).toSeconds()));
    } else {
      document.text(words.say("tui.by-hand.not-watching"));
    }
    StepContent.findings(step(), words).forEach(document::finding);
  }

  @Override
  public Optional<Wait> waiting() {
    return Wait.forLooks(List.of(step()), Update.say(model.say("tui.wait.left")));
  }

  @Override
  public Optional<Line> status() {
    String text = model.browser() ? "status.browser" : "status.no-browser";
    return Optional.of(model.line("tui." + text));
  }

  @Override
  public Offers choices() {
    Offers offers = new Offers();
    if (step().entry().attested()) {
      boolean said = step().attestation().isPresent();
      Action.Attest attest = new Action.Attest(state.step(), !said);
      offers.add(Command.ATTEST, said ? "ATTEST.back" : "ATTEST", attest);
    }
    step().entry().console().ifPresent(link -> page(offers, link));
    if (!step().entry().attested()) {
      offers.add(Command.CHECK, "CHECK.now", new Action.Check(List.of(state.step())));
    }
    return offers
        .add(SkipCommand.option(step()), () -> SkipCommand.update(step()))
        .scroll(
            scroll(),
            first ->
                new StepState.ByHand(
                    state.step(), state.opened(), state.nextLook(), state.settled(), first));
  }

  private void page(Offers offers, String link) {
    if (model.browser()) {
      offers.add(Command.BROWSER, () -> Update.act(new Action.OpenPage(link)));
    }
    boolean root = step().entry().by() == Actor.ROOT;
    offers
        .add(Command.LINK, () -> Update.act(new Action.ShowAlone(link, root)))
        .add(Command.COPY, "COPY.link", new Action.Copy(link));
  }

  private Update become(Optional<Instant> nextLook, boolean settled, int scroll) {
    return Update.become(
        new StepState.ByHand(state.step(), state.opened(), nextLook, settled, scroll));
  }

  private Duration interval(Instant at) {
    return Duration.between(state.opened(), at).compareTo(OFTEN_FOR) < 0 ? OFTEN : SELDOM;
  }

  @Override
  public Optional<Instant> wakeAt() {
    return state.settled() ? Optional.empty() : state.nextLook();
  }

  /** Looks again, less often as time goes by, one look at a time, and not for ever. */
  @Override
  public Update wake() {
    Instant now = model.now();
    if (wakeAt().filter(at -> !at.isAfter(now)).isEmpty()) {
      return Update.none();
    }
    boolean over = Duration.between(state.opened(), now).compareTo(WATCH_FOR) >= 0;
    Optional<Instant> next = over ? Optional.empty() : Optional.of(now.plus(interval(now)));
    Update move = become(next, false, state.scroll());
    return step().checking() ? move : move.and(new Action.Check(List.of(state.step())));
  }

  /** Says once that the step is done, when a look has shown it. */
  @Override
  public Update refreshed() {
    if (step().settled() == state.settled() || step().checking()) {
      return Update.none();
    }
    Update move = become(state.nextLook(), step().settled(), state.scroll());
    return step().settled() ? move.saying(seen()) : move;
  }

  /** Who says that it is done: AWS, or a person. */
  private String seen() {
    String title = model.words().of(step().entry().title());
    return step()
        .attestation()
        .filter(reported -> step().is(Verdict.ATTESTED))
        .map(reported -> model.say("tui.by-hand.reported", title, reported.by()))
        .orElseGet(() -> model.say("tui.by-hand.done", title));
  }
}
