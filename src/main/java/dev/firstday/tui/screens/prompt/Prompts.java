package dev.firstday.tui.screens.prompt;

import dev.firstday.engine.StepView;
import dev.firstday.engine.plan.Secret;
import dev.firstday.terminal.Caret;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.PromptAnswer;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Badge;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import dev.firstday.tui.widgets.TextField;
import java.util.Optional;

/** The questions that come up over another screen, but for the enrolment of an MFA device. */
public final class Prompts {
  private Prompts() {}

  private static Document document(Model model) {
    return new Document(model.columns()).line(Line.EMPTY);
  }

  /** A prompt without a field. */
  private static Prompt plain(String place, Document text, boolean secret, Offers choices) {
    return new Prompt(place, Line.EMPTY, Body.of(text.lines()), secret, choices, Optional.empty());
  }

  private static Update tell(PromptAnswer answer) {
    return Update.back().and(new Action.Tell(answer));
  }

  /** Whether to replace something of ours that was left unfinished. */
  public static Screen agree(PromptState.Agreeing state, Model model) {
    Document text =
        document(model)
            .text(Labels.change(state.change(), model), Role.TITLE)
            .blank()
            .text(model.say("tui.agree.what"));
    return plain(
        model.say("tui.place.agree"),
        text,
        false,
        new Offers()
            .add(Command.OPEN, "OPEN.agree", () -> tell(new PromptAnswer.Agreed(true)))
            .add(Command.BACK, "BACK.keep", () -> tell(new PromptAnswer.Agreed(false))));
  }

  /** The one question before leaving: only while changes are being made. */
  public static Screen stop(Model model) {
    Document text =
        document(model)
            .text(model.say("tui.stop.question"), Role.TITLE)
            .blank()
            .text(model.say("tui.stop.what"));
    Update stop = Update.back().and(new Action.StopApplying());
    return plain(
        model.say("tui.place.stop"),
        text,
        false,
        new Offers()
            .add(Command.OPEN, "OPEN.stop", () -> stop)
            .add(Command.BACK, "BACK.go-on", Update::back)
            .add(CommandOption.as(Command.INTERRUPT, "INTERRUPT.stop").hidden(), () -> stop));
  }

  /** A one-time password, shown once. Only Enter leaves it: what is gone is gone. */
  public static Screen password(PromptState.Password state, Model model) {
    Document text =
        document(model)
            .text(model.say("person.password", state.password().user()), Role.TITLE)
            .blank()
            .line(Line.of("    " + state.password().password().text(), Role.KEY))
            .blank()
            .text(model.say("person.sign-in", state.password().signIn()))
            .blank()
            .text(model.say("tui.password.never-again"), Role.ATTENTION);
    return plain(
        model.say("tui.place.password"),
        text,
        true,
        new Offers()
            .add(Command.OPEN, "OPEN.kept", () -> tell(new PromptAnswer.Acknowledged()))
            .hidden(Command.BACK, () -> Update.say(model.say("tui.password.enter"))));
  }

  /** The reason for leaving a step out; it is kept with the step. */
  public static Screen skip(PromptState.Skipping state, Model model) {
    StepView step = model.step(state.step());
    TextField reason = state.reason();
    String label = " " + model.say("tui.skip.reason") + " ";
    int room = Math.max(8, model.columns() - Width.of(label) - 4);
    Document text = document(model).text(model.say("tui.skip.what")).blank();
    int row = text.lines().size();
    text.line(
        Line.of(label, Role.TITLE)
            .and("[ ", Role.KEY)
            .and(Width.padRight(reason.window(room), room))
            .and("]", Role.KEY));
    Caret caret = Caret.at(Width.of(label) + 2 + reason.caretColumn(room), row);
    return new Prompt(
        Labels.step(step, model),
        Badge.of(step, model.words()).line(),
        new Body(text.lines(), caret),
        false,
        new Offers().add(Command.OPEN, "OPEN.skip", () -> skipped(state, model)),
        Optional.of(
            new Prompt.PromptField(
                reason, reason::typed, typed -> new PromptState.Skipping(step.id(), typed))));
  }

  private static Update skipped(PromptState.Skipping state, Model model) {
    String given = state.reason().text().strip();
    String reason = given.isEmpty() ? model.say("tui.skip.no-reason") : given;
    return Update.back().and(new Action.Skip(state.step(), Optional.of(reason)));
  }

  /** The code of an MFA device, asked for in the middle of an apply whose session has ended. */
  public static Screen renew(PromptState.Renewing state, Model model) {
    Document text = document(model);
    model.words().problem(state.problem()).forEach(line -> text.text(line, Role.ATTENTION));
    text.blank().text(model.say("remedy.EXPIRED.mfa")).text(model.say("tui.apply.paused")).blank();
    int row = text.lines().size();
    String label = model.say("tui.renew.code");
    String typed = Width.padRight(state.code().text(), CodeField.DIGITS + 1);
    text.line(Line.of(" " + label).and(" [ ", Role.KEY).and(typed).and("]", Role.KEY));
    if (state.shortCode()) {
      text.blank().text(model.say("person.six-digits"), Role.ERROR);
    }
    Caret caret = Caret.at(Width.of(label) + 4 + state.code().caret(), row);
    Update stop = Update.open(new PromptState.Stopping());
    return new Prompt(
        model.say("tui.place.renew"),
        Line.EMPTY,
        new Body(text.lines(), caret),
        true,
        new Offers()
            .add(Command.OPEN, "OPEN.go-on", () -> renewed(state))
            .add(Command.BACK, "OPEN.stop", () -> stop)
            .add(CommandOption.as(Command.INTERRUPT, "INTERRUPT.stop").hidden(), () -> stop),
        Optional.of(
            new Prompt.PromptField(
                state.code(), more -> CodeField.typed(state.code(), more), state::typed)));
  }

  private static Update renewed(PromptState.Renewing state) {
    return CodeField.whole(state.code())
        ? tell(new PromptAnswer.MfaCode(Secret.of(state.code().text())))
        : Update.become(state.wrong());
  }
}
