package dev.firstday.steps.root;

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
   * @param extension whether an extension was with it, for which AWS has no place
   */
  record ParsedNumber(String e164, PhoneNumberType type, boolean extension) {
    boolean tollFree() {
      return type == PhoneNumberType.TOLL_FREE;
    }

    /** Whether it is known to take no text messages. */
    boolean landline() {
      return type == PhoneNumberType.FIXED_LINE;
    }
  }

  /**
   * The international form of a number that begins with + and a country code; also of one that is
   * written just as Japan writes its own ({@code 090-1234-5678}). Empty if there is no such number,
   * or an extension with it: AWS would lose it.
   */
  public static Optional<String> international(String text) {
    return text.startsWith("+")
        ? parse(text, "ZZ").filter(n -> !n.extension()).map(ParsedNumber::e164)
        : japanese(text).filter(number -> national(number).equals(hyphened(text)));
  }

  /** Whether a Region is in Japan, and with it most probably whoever chose it. */
  public static boolean inJapan(String region) {
    return region.equals("ap-northeast-1") || region.equals("ap-northeast-3");
  }

  /** The same for a person in Japan, whose numbers need no hyphens. */
  public static Optional<String> internationalFromJapan(String text) {
    return text.startsWith("0") ? japanese(text) : international(text);
  }

  private static Optional<String> japanese(String text) {
    return text.startsWith("0") && !text.startsWith("00")
        // What begins with 020 is no telephone in Japan, and London elsewhere.
        ? parse(text, "JP")
            .filter(n -> n.type() != PhoneNumberType.PAGER && !n.extension())
            .map(ParsedNumber::e164)
        : Optional.empty();
  }

  private static String national(String e164) {
    try {
      return LIBRARY.format(LIBRARY.parse(e164, "ZZ"), PhoneNumberFormat.NATIONAL);
    } catch (NumberParseException e) {
      throw new IllegalArgumentException(e164, e);
    }
  }

  /** Japanese input methods write a hyphen between digits in several ways. */
  private static String hyphened(String text) {
    return text.replaceAll("[\u2010-\u2015\u2212\u30fc]", "-");
  }

  /**
   * The number that a text means in a country; empty if there is no such number.
   *
   * @param country two letters
   */
  static Optional<ParsedNumber> parse(String text, String country) {
    try {
      PhoneNumber number = LIBRARY.parse(text, country);
      return LIBRARY.isValidNumber(number)
          ? Optional.of(
              new ParsedNumber(
                  LIBRARY.format(number, PhoneNumberFormat.E164),
                  LIBRARY.getNumberType(number),
                  number.hasExtension()))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
