package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phone numbers as people in Japan and elsewhere write them. */
class PhoneAnswersTest {
  private final Trial firstday;

  PhoneAnswersTest(@TempDir Path home) {
    firstday = new Trial(home);
  }

  private Trial.Result plan(String language, String region, String number) {
    return firstday.run(
        "plan",
        "--practice",
        "--lang",
        language,
        "--region",
        region,
        "--step",
        "contact-phone",
        "--output",
        "json",
        "--set",
        "contact-phone.number=" + number);
  }

  @ParameterizedTest
  @CsvSource({
    "en, ap-northeast-1, 0312345678",
    "en, ap-northeast-3, 0312345678",
    "ja, us-east-1, 0312345678",
    "en, us-east-1, 03-1234-5678",
    "en, us-east-1, \u202a+81 3-1234-5678\u202c",
  })
  void a_japanese_number_is_understood(String language, String region, String number) {
    Trial.Result result = plan(language, region, number);
    assertTrue(result.out().contains("+81312345678"), result.out() + result.err());
  }

  @ParameterizedTest
  @CsvSource({
    "en, us-east-1, 0312345678, expected a phone number that exists",
    "en, us-east-1, +1 650-253-0000 x123, without extension",
    "ja, ap-northeast-1, 03-1234-5678 内線12, 内線番号を除いた",
  })
  void another_is_refused_with_what_is_expected(
      String language, String region, String number, String expected) {
    Trial.Result result = plan(language, region, number);
    assertEquals(2, result.code());
    assertTrue(result.err().contains(expected), result.err());
  }
}
