package dev.firstday.cli;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** What {@code aws login} keeps of a session. */
final class LoginSession {
  private LoginSession() {}

  /** The name of its file. */
  static String fileName(String session) throws GeneralSecurityException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash) + ".json";
  }

  /**
   * The text of its file.
   *
   * @param end when its credentials expire
   */
  static String json(String end) throws GeneralSecurityException {
    return """
        {"accessToken": {"accessKeyId": "x", "secretAccessKey": "s", "sessionToken": "t",
          "accountId": "123456789012", "expiresAt": "%s"},
         "tokenType": "aws_sigv4", "clientId": "arn:aws:signin:::devtools/same-device",
         "refreshToken": "r", "idToken": "i", "dpopKey": "%s"}
        """
        .formatted(end, key().replace("\n", "\\n"));
  }

  /** A key in the form of RFC 5915. */
  private static String key() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    ECPublicKey open = (ECPublicKey) pair.getPublic();
    String der =
        "30770201010420"
            + hex(((ECPrivateKey) pair.getPrivate()).getS())
            + "a00a06082a8648ce3d030107a14403420004"
            + hex(open.getW().getAffineX())
            + hex(open.getW().getAffineY());
    return "-----BEGIN EC PRIVATE KEY-----\n"
        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(der))
        + "\n-----END EC PRIVATE KEY-----\n";
  }

  private static String hex(BigInteger number) {
    String digits = number.toString(16);
    return "0".repeat(64 - digits.length()) + digits;
  }
}
