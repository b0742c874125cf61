package dev.firstday.engine;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Hides what tells whose account it is, in place, so that nothing moves: the account's number
 * (alone, in ARNs, in names), mail addresses and phone numbers.
 */
public record Redactor(Optional<String> accountId) {
  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w.-]+");
  private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d -]{6,16}\\d");
  private static final Pattern DIGITS = Pattern.compile("\\d{5,}");

  public String over(String text) {
    String masked = MAIL.matcher(text).replaceAll(found -> found.group().replaceAll("[^@]", "*"));
    masked = PHONE.matcher(masked).replaceAll(found -> found.group().replaceAll("\\d", "*"));
    return DIGITS.matcher(masked).replaceAll(this::account);
  }

  /** Also where only the start of the number had room. */
  private String account(MatchResult digits) {
    String found = digits.group();
    return accountId.filter(id -> id.startsWith(found) || found.contains(id)).isPresent()
        ? "*".repeat(found.length())
        : found;
  }
}
