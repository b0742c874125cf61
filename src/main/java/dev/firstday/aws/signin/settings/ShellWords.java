package dev.firstday.aws.signin.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a line into words as a shell does: at spaces, but for those in quotes. */
public final class ShellWords {
  private final List<String> all = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private char quote;

  private ShellWords() {}

  /** The words; empty if a quote is not closed. */
  public static Optional<List<String>> split(String line) {
    ShellWords words = new ShellWords();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean escape = c == '\\' && words.quote != '\'' && i + 1 < line.length();
      if (escape) {
        words.append(line.charAt(++i));
      } else {
        words.take(c);
      }
    }
    words.end();
    return words.quote == 0 ? Optional.of(words.all) : Optional.empty();
  }

  private void take(char c) {
    if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
      begun = true;
    } else if (quote == 0 && Character.isWhitespace(c)) {
      end();
    } else {
      append(c);
    }
  }

  private void append(char c) {
    word.append(c);
    begun = true;
  }

  private void end() {
    if (begun) {
      all.add(word.toString());
      word.setLength(0);
      begun = false;
    }
  }
}
