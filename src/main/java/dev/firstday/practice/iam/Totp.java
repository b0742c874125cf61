package dev.firstday.practice.iam;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of a virtual MFA device: RFC 6238 with HMAC-SHA-1, 30 seconds and six digits. */
public final class Totp {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final long SECONDS = 30;

  /** How many windows a code may be early or late. */
  private static final int DRIFT = 2;

  private Totp() {}

  /** A seed as base32 text. */
  public static String base32(byte[] seed) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int count = 0;
    for (byte b : seed) {
      bits = (bits << 8) | (b & 0xff);
      count += 8;
      while (count >= 5) {
        count -= 5;
        text.append(ALPHABET.charAt((bits >> count) & 31));
      }
    }
    return count == 0
        ? text.toString()
        : text.append(ALPHABET.charAt((bits << (5 - count)) & 31)).toString();
  }

  /** Whether two codes follow each other, and the first is of about now. */
  public static boolean follow(byte[] seed, String first, String second, Instant now) {
    long window = now.getEpochSecond() / SECONDS;
    for (long w = window - DRIFT; w <= window + DRIFT; w++) {
      if (code(seed, w).equals(first) && code(seed, w + 1).equals(second)) {
        return true;
      }
    }
    return false;
  }

  private static String code(byte[] seed, long window) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(seed, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(window).array());
      int at = hash[hash.length - 1] & 15;
      int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }
}
