package dev.firstday.engine.apply;

import dev.firstday.engine.plan.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes passwords that a person types once, to choose one of their own. */
final class OneTimePassword {
  /** As long as no policy wants more. */
  static final int LENGTH = 24;

  /** The longest that AWS takes. */
  static final int LONGEST = 128;

  // Without those that look alike in some font (0 O o, 1 l I |), and of the symbols only those that
  // every keyboard has in one place, and that look like nothing of the screen around them.
  private static final List<String> CLASSES =
      List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-_+=@");

  private OneTimePassword() {}

  /**
   * A password of characters of all four classes.
   *
   * @param random a source that nobody can predict
   */
  static Secret make(int length, RandomGenerator random) {
    List<Character> characters = new ArrayList<>();
    CLASSES.forEach(some -> characters.add(one(some, random)));
    String all = String.join("", CLASSES);
    while (characters.size() < length) {
      characters.add(one(all, random));
    }
    Collections.shuffle(characters, random);
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = characters.get(i);
    }
    Secret password = Secret.of(text);
    Arrays.fill(text, '\0');
    return password;
  }

  private static char one(String some, RandomGenerator random) {
    return some.charAt(random.nextInt(some.length()));
  }
}
