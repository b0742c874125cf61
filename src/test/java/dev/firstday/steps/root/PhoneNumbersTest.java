package dev.firstday.steps.root;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "+819012345678, +819012345678, +819012345678",
    "+81 90-1234-5678, +819012345678, +819012345678",
    "+12065550100, +12065550100, +12065550100",
    "090-1234-5678, +819012345678, +819012345678",
    "090ー1234ー5678, +819012345678, +819012345678",
    "090−1234−5678, +819012345678, +819012345678",
    "03-1234-5678, +81312345678, +81312345678",
    // Without hyphens it could be a number of many countries.
    "09012345678, '', +819012345678",
    "090 1234 5678, '', +819012345678",
    "0803 123 4567, '', +818031234567",
    "020-7946-0958, '', ''",
    "2065550100, '', ''",
    "0081 90 1234 5678, '', ''",
    "110, '', ''",
    "+1 650-253-0000, +16502530000, +16502530000",
    // AWS has no place for an extension.
    "+1 650-253-0000 x123, '', ''",
    "+81312345678;ext=12, '', ''",
    "03-1234-5678 ext. 12, '', ''",
    "090-1234-567, '', ''",
  })
  void a_japanese_number_is_understood_as_japan_writes_it(
      String text, String anywhere, String inJapan) {
    assertEquals(anywhere, PhoneNumbers.international(text).orElse(""));
    assertEquals(inJapan, PhoneNumbers.internationalFromJapan(text).orElse(""));
  }
}
