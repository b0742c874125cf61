package dev.firstday.practice;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The app on a person's phone: RFC 4226 and 6238 computed on their own, so that the practice
 * account is not checked against itself.
 */
public final class Authenticator {
  private final byte[] key;

  /** An app into which a seed was typed. */
  public Authenticator(String base32) {
    BigInteger bits = BigInteger.ZERO;
    String text = base32.replaceAll("[ =]", "").toUpperCase(Locale.ROOT);
    for (char c : text.toCharArray()) {
      bits =
          bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)));
    }
    int bytes = text.length() * 5 / 8;
    bits = bits.shiftRight(text.length() * 5 - bytes * 8);
    key = new byte[bytes];
    for (int i = bytes - 1; i >= 0; i--) {
      key[i] = bits.byteValue();
      bits = bits.shiftRight(8);
    }
  }

  /** The code of now, or of so many times 30 seconds later. */
  public String code(Clock clock, int later) {
    return code(clock.instant().getEpochSecond() / 30 + later, 6);
  }

  public String code(long counter, int digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "RAW"));
      byte[] hs = mac.doFinal(ByteBuffer.allocate(8).putLong(counter).array());
      int offset = hs[19] & 0xf;
      int binary =
          (hs[offset] & 0x7f) << 24
              | (hs[offset + 1] & 0xff) << 16
              | (hs[offset + 2] & 0xff) << 8
              | (hs[offset + 3] & 0xff);
      String all = "0000000000" + binary;
      return all.substring(all.length() - digits);
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
