package dev.firstday.engine.answers;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant who mistyped a name. */
public final class Nearest {
  // More edits than this make another word.
  private static final int MOST = 3;

  private Nearest() {}

  /** The name that is nearest to what was typed; empty if none is near. */
  public static Optional<String> of(String typed, Collection<String> names) {
    return names.stream()
        .min(Comparator.<String>comparingInt(name -> distance(typed, name)).thenComparing(n -> n))
        .filter(name -> distance(typed, name) <= Math.min(MOST, typed.length() / 2));
  }

  /** How many letters have to be changed, added or left out, whatever their case. */
  public static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
