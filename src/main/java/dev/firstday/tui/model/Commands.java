package dev.firstday.tui.model;

import dev.firstday.catalog.Glossary;
import dev.firstday.terminal.Glyphs;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be done on a screen, its own commands and those that work everywhere. */
public final class Commands {
  private Commands() {}

  /** Everything that can be done now: what the screen offers, and what works everywhere. */
  public static Offers offers(Stack stack, Screen screen, Model model) {
    Offers offers = new Offers();
    longWait(screen, model).ifPresent(wait -> offers.add(Command.BACK, "BACK.wait", wait::leave));
    offers.addAll(screen.choices());
    display(offers, screen, model);
    terms(offers, stack, screen, model);
    everywhere(offers, stack, model);
    return screen.typing() ? offers.whileTyping() : offers;
  }

  /** The words of AWS that the page uses, explained. */
  private static void terms(Offers offers, Stack stack, Screen screen, Model model) {
    if (!(stack.top() instanceof StartState.Terms)) {
      offers.add(
          CommandOption.of(Command.TERMS).hidden(),
          () -> {
            List<Glossary.Term> terms = Glossary.builtIn().in(screen.content());
            return terms.isEmpty()
                ? Update.say(model.say("tui.terms.none"))
                : Update.open(new StartState.Terms(terms, 0));
          });
    }
  }

  /** What works on every screen that has no meaning of its own for it. */
  private static void everywhere(Offers offers, Stack stack, Model model) {
    if (!(stack.top() instanceof StartState.Help)) {
      offers.add(Command.HELP, () -> Update.open(new StartState.Help(TextField.of(""), 0)));
    }
    if (stack.deep() && !(stack.top() instanceof PlanState.Applying)) {
      offers.add(Command.BACK, Update::back);
    }
    boolean last = !stack.deep() || stack.top() instanceof PlanState.Result;
    CommandOption quit = CommandOption.of(Command.QUIT);
    offers
        .add(last ? quit : quit.hidden(), () -> quit(model, 0))
        .add(Command.INTERRUPT, () -> quit(model, 130))
        .add(Command.SUSPEND, () -> suspend(model))
        .add(Command.REPAINT, () -> Update.act(new Action.Repaint()));
  }

  /** What changes how the page is shown, and the copy of it. */
  private static void display(Offers offers, Screen screen, Model model) {
    DisplayPreferences look = model.look();
    if (!look.onlyEnglish()) {
      boolean plain = model.glyphs() == Glyphs.ASCII;
      String text = plain ? "LANGUAGE.ascii" : "LANGUAGE";
      offers.add(Command.LANGUAGE, text, new Action.SwitchLanguage());
    }
    if (!screen.secret()) {
      offers.hidden(Command.COPY_PAGE, () -> Update.act(new Action.CopyPage()));
    }
    offers.hidden(
        Command.COLOURS,
        () ->
            Update.act(new Action.SwitchColours(1))
                .saying(model.say("tui.colours." + look.palette().next(1))));
    toggle(offers, Command.MASK, look.masked(), new Action.SwitchMask(), model);
    toggle(offers, Command.MOUSE, look.mouse(), new Action.SwitchMouse(), model);
  }

  private static void toggle(
      Offers offers, Command command, boolean on, Action action, Model model) {
    String said = "tui." + command.name().toLowerCase(Locale.ROOT) + (on ? ".off" : ".on");
    offers.add(
        CommandOption.as(command, command + (on ? ".off" : "")).hidden(),
        () -> Update.act(action).saying(model.say(said)));
  }

  /** What a person has waited for so long on a screen that they may leave it now. */
  public static Optional<Wait> longWait(Screen screen, Model model) {
    return screen.waiting().filter(wait -> wait.isLong(model.now()));
  }

  /** While a call is in flight the first Ctrl+Z only says so: AWS may give up on it meanwhile. */
  private static Update suspend(Model model) {
    String warning = model.say("tui.suspend.applying");
    boolean warned = model.hint().filter(warning::equals).isPresent();
    return model.applying() && !warned ? Update.say(warning) : Update.act(new Action.Suspend());
  }

  /** Leaves the program, once nothing is being written. */
  public static Update quit(Model model, int code) {
    if (model.applying()) {
      return Update.open(new PromptState.Stopping());
    }
    return Update.act(new Action.Quit(model.known().isEmpty() && code == 0 ? 5 : code));
  }
}
