package dev.firstday.steps;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers as AWS wants them: E.164, as {@code +819012345678}. */
public final class PhoneNumbers {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /**
   * A number that exists.
   *
   * @param e164 its international form
   * @param type what it reaches
   */
  record Number(String e164, PhoneNumberType type) {
    boolean tollFree() {
      return type == PhoneNumberType.TOLL_FREE;
    }

    /** Whether it is known to take no text messages. */
    boolean landline() {
      return type == PhoneNumberType.FIXED_LINE;
    }
  }

  /**
   * The international form of a number that begins with + and a country code; empty if there is no
   * such number.
   */
  public static Optional<String> international(String text) {
    return text.startsWith("+") ? parse(text, "ZZ").map(Number::e164) : Optional.empty();
  }

  /**
   * The number that a text means in a country; empty if there is no such number.
   *
   * @param country two letters
   */
  static Optional<Number> parse(String text, String country) {
    try {
      PhoneNumber number = LIBRARY.parse(text, country);
      return LIBRARY.isValidNumber(number)
          ? Optional.of(
              new Number(
                  LIBRARY.format(number, PhoneNumberFormat.E164), LIBRARY.getNumberType(number)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
