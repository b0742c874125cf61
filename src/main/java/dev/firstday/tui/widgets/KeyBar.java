package dev.firstday.tui.widgets;

import dev.firstday.engine.Texts;
import dev.firstday.terminal.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The last row: what can be done now, as many commands as there is room for. */
public record KeyBar(List<CommandOption> entries, Texts words) {
  /** Shown even if others have to go: how to find the others, and how to get away. */
  private static final Set<Command> ALWAYS = Set.of(Command.HELP, Command.BACK, Command.QUIT);

  private static final int MOST = 8;

  public static KeyBar of(List<CommandOption> offers, Texts words, int columns) {
    List<CommandOption> always = offers.stream().filter(KeyBar::always).toList();
    int left = columns - always.stream().mapToInt(offer -> width(offer, words)).sum();
    List<CommandOption> shown = new ArrayList<>();
    for (CommandOption offer : offers) {
      if (always(offer)) {
        shown.add(offer);
      } else if (!offer.quiet()
          && width(offer, words) <= left
          && shown.size() + always.size() < MOST + 1) {
        shown.add(offer);
        left -= width(offer, words);
      }
    }
    return new KeyBar(List.copyOf(shown), words);
  }

  private static boolean always(CommandOption offer) {
    return ALWAYS.contains(offer.command()) && !offer.quiet();
  }

  private static int width(CommandOption offer, Texts words) {
    return 1 + Width.of(offer.key(words)) + 1 + Width.of(offer.label(words)) + 1;
  }

  public Line line(OptionalInt focus) {
    Line line = Line.EMPTY;
    for (int i = 0; i < entries.size(); i++) {
      CommandOption entry = entries.get(i);
      boolean focused = focus.isPresent() && focus.getAsInt() == i;
      line =
          line.and(" ")
              .and(entry.key(words), focused ? Role.SELECTED : Role.KEY)
              .and(" ", focused ? Role.SELECTED : Role.TEXT)
              .and(entry.label(words), focused ? Role.SELECTED : Role.TEXT)
              .and(" ");
    }
    return line;
  }

  /** The entry that a column belongs to. */
  public Optional<CommandOption> at(int column) {
    int end = 0;
    for (CommandOption entry : entries) {
      end += width(entry, words);
      if (column < end) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** The column in which an entry begins. */
  public int column(int entry) {
    return 1 + entries.subList(0, entry).stream().mapToInt(offer -> width(offer, words)).sum();
  }
}
