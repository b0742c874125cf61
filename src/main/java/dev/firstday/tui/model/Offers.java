package dev.firstday.tui.model;

import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Scroll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What can be done on a screen and what that does, the most useful first. */
public final class Offers {
  private record Offer(CommandOption option, Supplier<Update> update) {}

  private final Map<Command, Offer> all = new LinkedHashMap<>();

  /** Adds an offer, unless its command means something else already. */
  public Offers add(CommandOption option, Supplier<Update> update) {
    all.putIfAbsent(option.command(), new Offer(option, update));
    return this;
  }

  public Offers add(Command command, Supplier<Update> update) {
    return add(CommandOption.of(command), update);
  }

  /** A command that does something special here, and so has another text. */
  public Offers add(Command command, String text, Supplier<Update> update) {
    return add(CommandOption.as(command, text), update);
  }

  public Offers add(Command command, String text, Action action) {
    return add(CommandOption.as(command, text), () -> Update.act(action));
  }

  /** One that the help alone tells of. */
  public Offers hidden(Command command, Supplier<Update> update) {
    return add(CommandOption.of(command).hidden(), update);
  }

  public Offers hidden(Command command, String text, Supplier<Update> update) {
    return add(CommandOption.as(command, text).hidden(), update);
  }

  /** The commands that scroll a text, where there is more of it than is seen. */
  public Offers scroll(Scroll text, IntFunction<? extends ScreenState> at) {
    for (CommandOption option : text.offers()) {
      add(option, () -> Update.become(at.apply(text.after(option.command()).getAsInt())));
    }
    return this;
  }

  Offers addAll(Offers others) {
    others.all.forEach(all::putIfAbsent);
    return this;
  }

  /** Those that can be given while letters are text. */
  Offers whileTyping() {
    Offers some = new Offers();
    all.values().stream()
        .filter(offer -> offer.option().command().whileTyping())
        .forEach(offer -> some.add(offer.option().whileTyping(), offer.update()));
    return some;
  }

  public List<CommandOption> options() {
    return all.values().stream().map(Offer::option).toList();
  }

  public Update run(Command command) {
    return Optional.ofNullable(all.get(command))
        .map(offer -> offer.update().get())
        .orElseGet(Update::none);
  }
}
