package dev.firstday.line.pages;

import dev.firstday.catalog.Text;
import dev.firstday.engine.StepView;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
import dev.firstday.line.model.Page;
import dev.firstday.terminal.Browser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a person does a step: each line numbered, the link alone on its own. */
public record ByHandPage(String step) implements Page {
  @Override
  public void tell(LineContext desk) {
    LineWriter voice = desk.voice();
    StepView view = desk.step(step);
    voice.say(StepText.heading(desk, view));
    voice.tell("tui.by-hand." + view.entry().by());
    List<Text> lines = view.entry().byHand();
    for (int i = 0; i < lines.size(); i++) {
      voice.say(voice.text("line.choice", i + 1, voice.of(lines.get(i))));
      if (i == 0) {
        view.entry().console().ifPresent(voice::alone);
      }
    }
    if (lines.isEmpty()) {
      view.entry().console().ifPresent(voice::alone);
    }
    standing(view, desk);
    if (!view.entry().attested()) {
      StepText.findings(desk, view);
    }
  }

  private static void standing(StepView view, LineContext desk) {
    LineWriter voice = desk.voice();
    boolean settled = view.verdict().map(verdict -> verdict.settled()).orElse(false);
    if (view.entry().attested()) {
      view.attestation()
          .ifPresentOrElse(
              word -> voice.tell("tui.by-hand.said", word.by(), desk.when(word.at())),
              () -> voice.tell("line.by-hand.tell"));
    } else {
      voice.tell(settled ? "tui.by-hand.seen" : "line.by-hand.look");
    }
  }

  @Override
  public List<Choice> choices(LineContext desk) {
    LineWriter voice = desk.voice();
    StepView view = desk.step(step);
    List<Choice> choices = new ArrayList<>();
    if (view.entry().attested()) {
      boolean said = view.attestation().isPresent();
      String text = said ? "tui.command.ATTEST.back" : "tui.command.ATTEST";
      choices.add(new Choice(LineCommand.ATTEST, voice.text(text), () -> attest(!said, desk)));
    } else {
      choices.add(
          new Choice(LineCommand.CHECK, voice.text("tui.command.CHECK.now"), () -> look(desk)));
    }
    if (desk.options().browser().available()) {
      view.entry()
          .console()
          .ifPresent(
              link ->
                  choices.add(
                      new Choice(
                          LineCommand.BROWSER,
                          voice.text("tui.command.BROWSER"),
                          () -> open(link, desk))));
    }
    choices.add(StepPage.skip(view, desk));
    return choices;
  }

  private Navigation attest(boolean done, LineContext desk) {
    desk.session()
        .attest(step, done ? Optional.of(desk.session().identity().name()) : Optional.empty());
    desk.session().remember();
    tellNews(desk);
    return new Navigation.Again();
  }

  private Navigation look(LineContext desk) {
    desk.check(List.of(step));
    tellNews(desk);
    return new Navigation.Again();
  }

  /** What has changed of all that was said: the way to do it is known by now. */
  private void tellNews(LineContext desk) {
    StepView view = desk.step(step);
    desk.voice().afresh();
    desk.voice().say(StepText.heading(desk, view));
    if (!view.entry().attested()) {
      StepText.findings(desk, view);
    }
    standing(view, desk);
  }

  private static Navigation open(String link, LineContext desk) {
    Browser.OpenResult result = desk.options().browser().open(URI.create(link));
    desk.voice().tell("tui.opened." + result);
    return new Navigation.Again();
  }
}
