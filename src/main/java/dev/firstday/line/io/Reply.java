package dev.firstday.line.io;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a person answered, however it was typed: full-width digits and letters count as the plain
 * ones, and so do the words that people say for them.
 */
public record Reply(String text) {
  private static final Set<String> YES = Set.of("y", "yes", "はい", "うん", "true", "1");
  private static final Set<String> NO = Set.of("n", "no", "いいえ", "いや", "false", "2");

  public static Reply of(String typed) {
    return new Reply(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
  }

  public boolean empty() {
    return text.isEmpty();
  }

  private String word() {
    return text.toLowerCase(Locale.ROOT);
  }

  public boolean is(String... words) {
    return Set.of(words).contains(word());
  }

  public boolean quits() {
    return is("q", "quit", "終了");
  }

  public boolean goesBack() {
    return is("b", "back", "戻る");
  }

  public boolean wantsHelp() {
    return is("h", "help", "?", "ヘルプ");
  }

  public Optional<Integer> number() {
    return text.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** A number from 1 to another; empty where it is none of them. */
  public Optional<Integer> number(int last) {
    return number().filter(number -> number >= 1 && number <= last);
  }

  /** Yes or no; empty where it is neither. */
  public Optional<Boolean> agreement() {
    return YES.contains(word())
        ? Optional.of(true)
        : NO.contains(word()) ? Optional.of(false) : Optional.empty();
  }
}
