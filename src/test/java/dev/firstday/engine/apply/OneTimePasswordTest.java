package dev.firstday.engine.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimePasswordTest {
  @ParameterizedTest
  @ValueSource(ints = {24, 48, 128})
  void it_has_characters_of_all_classes_and_none_that_look_alike(int length) {
    SecureRandom random = new SecureRandom();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      String password = OneTimePassword.make(length, random).text();
      assertEquals(length, password.length());
      assertTrue(password.matches(".*[A-Z].*"), password);
      assertTrue(password.matches(".*[a-z].*"), password);
      assertTrue(password.matches(".*[0-9].*"), password);
      // The symbols that a password policy of IAM counts.
      assertTrue(password.matches(".*[!@#$%^&*()_+\\-=\\[\\]{}].*"), password);
      assertTrue(password.matches("[A-Za-z0-9_+=@-]*"), password);
      assertTrue(password.matches("[^0O1lIo|'\"`\\\\]*"), password);
      assertTrue(seen.add(password));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 23})
  void any_character_may_stand_anywhere(int place) {
    Random random = new Random(1);
    Set<Character> there = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      there.add(OneTimePassword.make(24, random).text().charAt(place));
    }
    assertEquals(24 + 24 + 8 + 5, there.size());
  }
}
