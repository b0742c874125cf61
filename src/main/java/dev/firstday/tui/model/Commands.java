package dev.firstday.tui.model;

import dev.firstday.terminal.Glyphs;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be done on a screen, its own commands and those that work everywhere. */
public final class Commands {
  private Commands() {}

  /** Everything that can be done now: what the screen offers, and what works everywhere. */
  public static List<CommandOption> offers(Stack stack, Screen screen, Model model) {
    List<CommandOption> offers = new ArrayList<>(screen.offers());
    if (longWait(screen, model).isPresent()) {
      offers.removeIf(offer -> offer.command() == Command.BACK);
      offers.addFirst(CommandOption.as(Command.BACK, "BACK.wait"));
    }
    everywhere(stack, screen, model).stream()
        .filter(offer -> offers.stream().noneMatch(own -> own.command() == offer.command()))
        .forEach(offers::add);
    return screen.typing()
        ? offers.stream()
            .filter(offer -> offer.command().whileTyping())
            .map(CommandOption::whileTyping)
            .toList()
        : offers;
  }

  /** What works on every screen that has no meaning of its own for it. */
  private static List<CommandOption> everywhere(Stack stack, Screen screen, Model model) {
    List<CommandOption> offers = new ArrayList<>(display(screen, model));
    if (!(stack.top() instanceof StartState.Help)) {
      offers.add(CommandOption.of(Command.HELP));
    }
    if (stack.deep() && !(stack.top() instanceof PlanState.Applying)) {
      offers.add(CommandOption.of(Command.BACK));
    }
    boolean last = !stack.deep() || stack.top() instanceof PlanState.Result;
    CommandOption quit = CommandOption.of(Command.QUIT);
    offers.add(last ? quit : quit.hidden());
    offers.add(CommandOption.of(Command.INTERRUPT));
    offers.add(CommandOption.of(Command.SUSPEND));
    offers.add(CommandOption.of(Command.REPAINT));
    return offers;
  }

  /** What changes how the page is shown, and the copy of it. */
  private static List<CommandOption> display(Screen screen, Model model) {
    DisplayPreferences look = model.look();
    List<CommandOption> offers = new ArrayList<>();
    if (!look.onlyEnglish()) {
      boolean plain = model.glyphs() == Glyphs.ASCII;
      offers.add(CommandOption.as(Command.LANGUAGE, plain ? "LANGUAGE.ascii" : "LANGUAGE"));
    }
    if (!screen.secret()) {
      offers.add(CommandOption.of(Command.COPY_PAGE).hidden());
    }
    offers.add(CommandOption.of(Command.COLOURS).hidden());
    offers.add(CommandOption.as(Command.MASK, look.masked() ? "MASK.off" : "MASK").hidden());
    offers.add(CommandOption.as(Command.MOUSE, look.mouse() ? "MOUSE.off" : "MOUSE").hidden());
    return offers;
  }

  /** What a person has waited for so long on a screen that they may leave it now. */
  public static Optional<Wait> longWait(Screen screen, Model model) {
    return screen.waiting().filter(wait -> wait.isLong(model.now()));
  }

  /** Does a command: the screen's own if it has one, else what it means everywhere. */
  public static Update run(Command command, Stack stack, Screen screen, Model model) {
    Optional<Wait> wait = longWait(screen, model);
    if (command == Command.BACK && wait.isPresent()) {
      return wait.get().leave();
    }
    if (screen.offers().stream().anyMatch(offer -> offer.command() == command)) {
      return screen.run(command);
    }
    return runEverywhere(command, model);
  }

  private static Update runEverywhere(Command command, Model model) {
    return switch (command) {
      case LANGUAGE -> Update.act(new Action.SwitchLanguage());
      case COLOURS ->
          Update.act(new Action.SwitchColours(1))
              .saying(model.words().say("tui.colours." + model.look().palette().next(1)));
      case COPY_PAGE -> Update.act(new Action.CopyPage());
      case MASK ->
          Update.act(new Action.SwitchMask())
              .saying(model.words().say(model.look().masked() ? "tui.mask.off" : "tui.mask.on"));
      case MOUSE ->
          Update.act(new Action.SwitchMouse())
              .saying(model.words().say(model.look().mouse() ? "tui.mouse.off" : "tui.mouse.on"));
      case HELP -> Update.open(new StartState.Help(TextField.of(""), 0));
      case BACK -> Update.back();
      case QUIT -> quit(model, 0);
      case INTERRUPT -> quit(model, 130);
      case SUSPEND -> suspend(model);
      case REPAINT -> Update.act(new Action.Repaint());
      default -> Update.none();
    };
  }

  /** While a call is in flight the first Ctrl+Z only says so: AWS may give up on it meanwhile. */
  private static Update suspend(Model model) {
    String warning = model.words().say("tui.suspend.applying");
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
