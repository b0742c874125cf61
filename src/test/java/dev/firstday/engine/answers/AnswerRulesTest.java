package dev.firstday.engine.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.catalog.Setting;
import dev.firstday.engine.Entries;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRulesTest {
  private final AnswerRules rules =
      new AnswerRules(text -> Optional.of(text).filter(number -> number.startsWith("+")));

  /** The value that is kept, or the code of what was expected. */
  private String check(Setting setting, String answer) {
    return switch (rules.check(setting, answer)) {
      case AnswerRules.AnswerResult.Right right -> right.value();
      case AnswerRules.AnswerResult.Wrong wrong -> wrong.expected().code();
    };
  }

  private String check(Setting.Type type, String answer) {
    return check(Entries.setting("key", type, Optional.empty(), Optional.empty()), answer);
  }

  @Test
  void marks_that_cannot_be_seen_do_not_count() {
    assertEquals("+81", check(Setting.Type.PHONE, "\u202a+81\u202c"));
    assertEquals("+81", check(Setting.Type.PHONE, "\u2068+8\u200e1\u2069"));
    assertEquals("a@example.com", check(Setting.Type.EMAIL, "\u200ba@example.com\ufeff"));
    assertEquals("14", check(Setting.Type.INTEGER, "\u206614\u2069"));
    assertEquals("us-east-1", check(Setting.Type.REGION, "\u202dus-east-1\u202c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 650-253-0000 x123", "81312345678;ext=12", "03-1234-5678 内線 12"})
  void an_extension_is_refused_with_a_word_of_its_own(String number) {
    assertEquals("answer.phone-extension", check(Setting.Type.PHONE, number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER | 14 | 14",
        "INTEGER | １４ | 14",
        "INTEGER | '  14 ' | 14",
        "INTEGER | 14.0 | 14",
        "INTEGER | 014 | 14",
        "INTEGER | 14.5 | answer.integer",
        "INTEGER | fourteen | answer.integer",
        "INTEGER | 1E+99999999 | answer.integer",
        "INTEGER | 12345678901234567890 | answer.integer",
        "DECIMAL | 50 | 50",
        "DECIMAL | ５０．５ | 50.5",
        "DECIMAL | 1E3 | 1000",
        "DECIMAL | 50,5 | answer.decimal",
        "DECIMAL | ¥50 | answer.decimal",
        "DECIMAL | NaN | answer.decimal",
        "DECIMAL | 1E-999 | answer.decimal",
        "BOOLEAN | true | true",
        "BOOLEAN | YES | true",
        "BOOLEAN | はい | true",
        "BOOLEAN | いいえ | false",
        "BOOLEAN | n | false",
        "BOOLEAN | maybe | answer.boolean",
        "REGION | ap-northeast-1 | ap-northeast-1",
        "REGION | us-gov-west-1 | us-gov-west-1",
        "REGION | Tokyo | answer.region",
        "REGION | us-east | answer.region",
        "PHONE | ＋８１ | +81",
        "PHONE | 0312345678 | answer.phone",
        "TEXT | 田中 葵 | 田中 葵",
        "TEXT | '' | answer.length",
        "EMAIL | ａｏｉ＠ｅｘａｍｐｌｅ．ｃｏｍ | aoi@example.com",
        "EMAILS | a@example.com、b@example.com | a@example.com, b@example.com",
        "EMAILS | 'a@example.com ,, b@example.com,' | a@example.com, b@example.com",
        "EMAILS | a@example.com, b | answer.email",
        "INTEGERS | ８０，１００ | 80, 100",
        "INTEGERS | 80, x | answer.integer",
        "INTEGERS | '' | ''",
        "REGIONS | us-east-1,us-west-2 | us-east-1, us-west-2",
      })
  void an_answer_is_kept_in_one_form_or_refused(Setting.Type type, String answer, String kept) {
    assertEquals(kept, check(type, answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alerts@example.com",
        "a.b+firstday@mail.example.co.jp",
        "x@a-b.example",
      })
  void an_address_that_can_be_is_taken(String address) {
    assertEquals(address, check(Setting.Type.EMAIL, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "alerts",
        "alerts@",
        "@example.com",
        "alerts@example",
        "alerts@@example.com",
        "alerts@example..com",
        "alerts@.example.com",
        "alerts @example.com",
        "alerts@example.com.",
        "alerts@exa_mple.com",
        "葵@example.com",
        "a@b@example.com",
      })
  void an_address_that_can_not_be_is_refused(String address) {
    assertEquals("answer.email", check(Setting.Type.EMAIL, address));
  }

  @Test
  void an_answer_is_one_line() {
    assertEquals("answer.text", check(Setting.Type.TEXT, "a\nb"));
    assertEquals("answer.text", check(Setting.Type.TEXT, "a\u001b[31m"));
  }

  @Test
  void a_text_keeps_its_full_width_forms() {
    assertEquals("ＡＢＣ株式会社", check(Setting.Type.TEXT, "ＡＢＣ株式会社"));
  }

  @ParameterizedTest
  @CsvSource({
    "DECIMAL, 0.01, 0.01",
    "DECIMAL, 0.009, answer.min",
    "DECIMAL, 1000.01, answer.max",
    "INTEGER, -1, answer.min",
    "INTEGERS, '80, 2000', answer.max",
    "TEXT, abc, abc",
  })
  void numbers_have_limits(Setting.Type type, String answer, String kept) {
    assertEquals(kept, check(Entries.limited("key", type, "0.01", "1000"), answer));
  }

  @ParameterizedTest
  @CsvSource({
    "'', answer.list-empty",
    "'a@example.com,b@example.com', 'a@example.com, b@example.com'",
    "'a@example.com,b@example.com,c@example.com', answer.list-long",
  })
  void lists_have_limits(String answer, String kept) {
    assertEquals(kept, check(Entries.limited("key", Setting.Type.EMAILS, "1", "2"), answer));
  }

  @Test
  void texts_have_limits() {
    Setting setting = Entries.limited("key", Setting.Type.TEXT, "2", "3");
    assertEquals("answer.length", check(setting, "a"));
    assertEquals("abc", check(setting, "abc"));
    assertEquals("answer.length", check(setting, "abcd"));
  }

  @Test
  void a_choice_is_one_of_those_that_are_offered() {
    Setting setting = Entries.choice("kind", "monthly", "zero-spend");
    assertEquals("monthly", check(setting, "monthly"));
    assertEquals("answer.choice", check(setting, "Monthly"));
  }
}
