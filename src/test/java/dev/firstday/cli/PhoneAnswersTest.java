package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.practice.Scenario;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
    "en, us-east-1, 090-1234-5678",
    "en, us-east-1, \u202a+81 3-1234-5678\u202c",
  })
  void a_japanese_number_is_understood(String language, String region, String number) {
    Trial.Result result = plan(language, region, number);
    String e164 = number.contains("90") ? "+819012345678" : "+81312345678";
    assertTrue(result.out().contains(e164), result.out() + result.err());
  }

  /** The address of the practice account's primary contact. */
  private void addressIn(String country) {
    var account = Clients.in(firstday.practice(Scenario.NEW), "us-east-1").account();
    var contact = account.getContactInformation(r -> {}).contactInformation();
    account.putContactInformation(
        r ->
            r.contactInformation(
                contact.toBuilder().countryCode(country).phoneNumber("+18005550199").build()));
  }

  @ParameterizedTest
  @CsvSource({"0312345678, +81312345678", "09012345678, +819012345678"})
  void an_address_in_japan_is_enough(String number, String e164) {
    Trial.Result result = plan("en", "us-east-1", number);
    assertTrue(result.out().contains(e164), result.all());
  }

  @ParameterizedTest
  @CsvSource({
    "en, --answers, 03-1234-5678, +81312345678",
    "en, --answers, 0312345678, +81312345678",
    "en, --answers, 09012345678, +819012345678",
    "ja, --answers, 09012345678, +819012345678",
    "en, --set, 0312345678, +81312345678",
  })
  void the_home_region_that_is_answered_counts(
      String language, String option, String number, String e164) {
    addressIn("FR");
    String value =
        option.equals("--set")
            ? "home-region=ap-northeast-1"
            : firstday
                .file(
                    "answers.yaml",
                    """
                    steps:
                      contact-phone: {number: "%s"}
                    home-region: ap-northeast-1
                    """
                        .formatted(number))
                .toString();
    Trial.Result result =
        firstday.run(
            "plan",
            "--practice",
            "--lang=" + language,
            "--region=us-east-1",
            "--step=contact-phone",
            "--output=json",
            option,
            value,
            "--set=contact-phone.number=" + number);
    assertTrue(result.out().contains(e164), result.all());
  }

  @Test
  void where_nothing_says_japan_the_country_code_is_asked_for() {
    addressIn("FR");
    Trial.Result result = plan("en", "us-east-1", "0312345678");
    assertEquals(2, result.code(), result.all());
    assertTrue(result.err().contains("Not a valid number"), result.err());
  }

  @ParameterizedTest
  @CsvSource({
    "en, us-east-1, 020-7946-0958, Not a valid number",
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
