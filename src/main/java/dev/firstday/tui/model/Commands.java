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
    boolean plain = model.glyphs() == Glyphs.ASCII;
    if (!model.look().onlyEnglish()) {
      add(offers, CommandOption.as(Command.LANGUAGE, plain ? "LANGUAGE.ascii" : "LANGUAGE"));
    }
    if (!screen.secret()) {
      add(offers, CommandOption.of(Command.COPY_PAGE).hidden());
    }
    add(offers, CommandOption.of(Command.COLOURS).hidden());
    add(
        offers,
        CommandOption.as(Command.MASK, model.look().masked() ? "MASK.off" : "MASK").hidden());
    add(
        offers,
        CommandOption.as(Command.MOUSE, model.look().mouse() ? "MOUSE.off" : "MOUSE").hidden());
    if (!(stack.top() instanceof StartState.Help)) {
      add(offers, CommandOption.of(Command.HELP));
    }
    if (stack.deep() && !(stack.top() instanceof PlanState.Applying)) {
      add(offers, CommandOption.of(Command.BACK));
    }
    boolean last = !stack.deep() || stack.top() instanceof PlanState.Result;
    add(offers, last ? CommandOption.of(Command.QUIT) : CommandOption.of(Command.QUIT).hidden());
    add(offers, CommandOption.of(Command.INTERRUPT));
    add(offers, CommandOption.of(Command.SUSPEND));
    add(offers, CommandOption.of(Command.REPAINT));
    return screen.typing()
        ? offers.stream()
            .filter(offer -> offer.command().whileTyping())
            .map(CommandOption::whileTyping)
            .toList()
        : offers;
  }

  /** What a person has waited for so long on a screen that they may leave it now. */
  public static Optional<Wait> longWait(Screen screen, Model model) {
    return screen.waiting().filter(wait -> wait.isLong(model.now()));
  }

  private static void add(List<CommandOption> offers, CommandOption offer) {
    if (offers.stream().noneMatch(other -> other.command() == offer.command())) {
      offers.add(offer);
    }
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
    return switch (command) {
      case LANGUAGE -> Update.act(new Action.SwitchLanguage());
      case COLOURS ->
          Update.act(new Action.SwitchColours(1))
              .saying(model.words().say("colours." + model.look().palette().next(1)));
      case COPY_PAGE -> Update.act(new Action.CopyPage());
      case MASK ->
          Update.act(new Action.SwitchMask())
              .saying(model.words().say(model.look().masked() ? "mask.off" : "mask.on"));
      case MOUSE ->
          Update.act(new Action.SwitchMouse())
              .saying(model.words().say(model.look().mouse() ? "mouse.off" : "mouse.on"));
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
    String warning = model.words().say("suspend.applying");
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
