package dev.firstday.practice.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items at most as many as were asked for
 * @param next the token of the next page; null on the last one
 */
public record PagedItems<T>(List<T> items, @Nullable String next) {

  /**
   * The page behind a token.
   *
   * @param size how many items a page has; null for as many as usual
   * @param token null for the first page
   * @param wrong for a token that is none of ours
   */
  public static <T> PagedItems<T> of(
      List<T> all,
      @Nullable Integer size,
      @Nullable String token,
      Supplier<? extends RuntimeException> wrong) {
    int from = token == null ? 0 : offset(token, all.size(), wrong);
    int to = Math.min(all.size(), from + (size == null ? 100 : size));
    return new PagedItems<>(all.subList(from, to), to == all.size() ? null : token(to));
  }

  /**
   * The same.
   *
   * @param code what AWS says to a token that is none of its own, with the message
   */
  public static <T> PagedItems<T> of(
      Collection<T> all,
      @Nullable Integer size,
      @Nullable String token,
      String code,
      String message) {
    return of(List.copyOf(all), size, token, () -> Errors.error(400, code, message));
  }

  private static String token(int offset) {
    byte[] text = ("from " + offset).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(text);
  }

  private static int offset(String token, int size, Supplier<? extends RuntimeException> wrong) {
    for (int offset = 0; offset < size; offset++) {
      if (token(offset).equals(token)) {
        return offset;
      }
    }
    throw wrong.get();
  }

  public boolean last() {
    return next == null;
  }
}
