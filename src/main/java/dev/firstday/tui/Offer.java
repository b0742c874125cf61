package dev.firstday.tui;

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
record Offer(Command command, String text, List<String> values, boolean quiet, boolean typing) {
  static Offer of(Command command, Object... values) {
    return as(command, command.name(), values);
  }

  /** A command that does something special here, and so has another text. */
  static Offer as(Command command, String text, Object... values) {
    List<String> texts = Stream.of(values).map(String::valueOf).toList();
    return new Offer(command, "command." + text, texts, command.wellKnown(), false);
  }

  Offer hidden() {
    return new Offer(command, text, values, true, typing);
  }

  Offer shown() {
    return new Offer(command, text, values, false, typing);
  }

  Offer whileTyping() {
    return new Offer(command, text, values, quiet, true);
  }

  String label(Words words) {
    return words.say(text, values);
  }

  /** The one key that the key bar shows. */
  String key() {
    return Command.name(command.key(typing));
  }

  /** All its keys, for the help. */
  String keys() {
    return String.join("  ", command.keys().stream().map(Command::name).toList());
  }

  boolean has(Key key) {
    return command.keys().contains(key) && !(typing && key.kind() == Key.Kind.CHARACTER);
  }
}
