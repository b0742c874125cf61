package dev.firstday.line.pages;

import dev.firstday.catalog.Text;
import dev.firstday.engine.StepView;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.Choices;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Page;
import dev.firstday.terminal.Browser;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How a person does a step: each line numbered, the link alone on its own. */
public record ByHandPage(String step) implements Page {
  @Override
  public void tell(LineContext context) {
    LineWriter writer = context.writer();
    StepView view = context.step(step);
    writer.say(StepText.heading(context, view));
    writer.tell("tui.by-hand." + view.entry().by());
    List<Text> lines = view.entry().byHand();
    for (int i = 0; i < Math.max(1, lines.size()); i++) {
      if (!lines.isEmpty()) {
        writer.tell("line.choice", i + 1, writer.of(lines.get(i)));
      }
      if (i == 0) {
        view.entry().console().ifPresent(writer::alone);
      }
    }
    standing(view, context);
    if (!view.entry().attested()) {
      StepText.findings(context, view);
    }
  }

  private static void standing(StepView view, LineContext context) {
    LineWriter writer = context.writer();
    boolean settled = view.settled();
    if (view.entry().attested()) {
      view.attestation()
          .ifPresentOrElse(
              word -> writer.tell("tui.by-hand.said", word.by(), context.when(word.at())),
              () -> writer.tell("line.by-hand.tell"));
    } else {
      writer.tell(settled ? "tui.by-hand.seen" : "line.by-hand.look");
    }
  }

  @Override
  public List<Choice> choices(LineContext context) {
    StepView view = context.step(step);
    Choices choices = new Choices(context);
    if (view.entry().attested()) {
      boolean said = view.attestation().isPresent();
      String text = said ? "tui.command.ATTEST.back" : "tui.command.ATTEST";
      choices.act(LineCommand.ATTEST, text, () -> attest(!said, context));
    } else {
      choices.act(LineCommand.CHECK, "tui.command.CHECK.now", () -> look(context));
    }
    Optional<String> link =
        view.entry().console().filter(page -> context.options().browser().available());
    link.ifPresent(
        page -> choices.act(LineCommand.BROWSER, "tui.command.BROWSER", () -> open(page, context)));
    return choices.add(StepPage.skip(view, context)).list();
  }

  private void attest(boolean done, LineContext context) {
    context
        .session()
        .attest(step, done ? Optional.of(context.session().identity().name()) : Optional.empty());
    context.session().remember();
    tellNews(context);
  }

  private void look(LineContext context) {
    context.check(List.of(step));
    tellNews(context);
  }

  /** What has changed of all that was said: the way to do it is known by now. */
  private void tellNews(LineContext context) {
    StepView view = context.step(step);
    context.writer().afresh();
    context.writer().say(StepText.heading(context, view));
    if (!view.entry().attested()) {
      StepText.findings(context, view);
    }
    standing(view, context);
  }

  private static void open(String link, LineContext context) {
    Browser.OpenResult result = context.options().browser().open(URI.create(link));
    context.writer().tell("tui.opened." + result);
  }
}
