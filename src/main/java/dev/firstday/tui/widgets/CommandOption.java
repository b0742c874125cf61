package dev.firstday.tui.widgets;

import dev.firstday.engine.Texts;
import dev.firstday.terminal.Key;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command that does something now.
 *
 * @param text the key of its text in the messages
 * @param values the values in that text
 * @param quiet whether the help is enough: everybody knows it, or the key bar has it already
 * @param typing whether letters are text at the moment
 */
public record CommandOption(
    Command command, String text, List<String> values, boolean quiet, boolean typing) {
  public static CommandOption of(Command command, Object... values) {
    return as(command, command.name(), values);
  }

  /** A command that does something special here, and so has another text. */
  public static CommandOption as(Command command, String text, Object... values) {
    List<String> texts = Stream.of(values).map(String::valueOf).toList();
    return new CommandOption(command, "command." + text, texts, command.wellKnown(), false);
  }

  public CommandOption hidden() {
    return new CommandOption(command, text, values, true, typing);
  }

  public CommandOption shown() {
    return new CommandOption(command, text, values, false, typing);
  }

  public CommandOption whileTyping() {
    return new CommandOption(command, text, values, quiet, true);
  }

  public String label(Texts words) {
    return words.say("tui." + text, values.toArray());
  }

  /** The one key that the key bar shows. */
  String key(Texts words) {
    return Command.name(command.key(typing), words);
  }

  /** All its keys, for the help. */
  public String keys(Texts words) {
    return String.join("  ", command.keys().stream().map(key -> Command.name(key, words)).toList());
  }

  public boolean has(Key key) {
    return command.keys().contains(key) && !(typing && key.kind() == Key.Kind.CHARACTER);
  }
}
