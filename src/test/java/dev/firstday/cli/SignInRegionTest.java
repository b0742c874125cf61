package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The Region of a sign-in, where nothing but the profile of the command line names one: a proxy
 * that lets nothing through hears which host is wanted.
 */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SignInRegionTest {
  private static final String SESSION = "arn:aws:iam::123456789012:user/alice";

  @TempDir private Path home;

  /** The host that a check with the profile named a wants first. */
  private String wanted(String profile) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"), "[profile a]\nregion = eu-west-3\n" + profile + "\n");
    try (TestProxy proxy = new TestProxy(Optional.of("somebody:else"))) {
      Trial.Result result =
          new Trial(home)
              .with("HTTPS_PROXY", "http://localhost:" + proxy.port())
              .with("AWS_LOGIN_CACHE_DIRECTORY", home.resolve("cache").toString())
              .run("check", "--profile", "a", "--step", "password-policy");
      assertTrue(result.code() > 2, result.all());
      assertTrue(!proxy.requests.isEmpty(), result.all());
      return proxy.requests.element().lines().findFirst().orElse("").split(" ")[1];
    }
  }

  @Test
  void a_web_identity_signs_in_in_the_region_of_the_named_profile() throws IOException {
    Path token = Files.writeString(home.resolve("token"), "t");
    assertEquals(
        "sts.eu-west-3.amazonaws.com:443",
        wanted("role_arn = arn:aws:iam::123456789012:role/r\nweb_identity_token_file = " + token));
  }

  @Test
  void a_session_of_aws_login_is_renewed_in_the_region_of_the_named_profile() throws Exception {
    Files.createDirectories(home.resolve("cache"));
    byte[] name =
        MessageDigest.getInstance("SHA-256").digest(SESSION.getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        home.resolve("cache").resolve(HexFormat.of().formatHex(name) + ".json"),
        """
        {"accessToken": {"accessKeyId": "x", "secretAccessKey": "s", "sessionToken": "t",
          "accountId": "123456789012", "expiresAt": "2020-01-01T00:00:00Z"},
         "tokenType": "aws_sigv4", "clientId": "arn:aws:signin:::devtools/same-device",
         "refreshToken": "r", "idToken": "i", "dpopKey": "%s"}
        """
            .formatted(key().replace("\n", "\\n")));
    assertEquals("eu-west-3.signin.aws.amazon.com:443", wanted("login_session = " + SESSION));
  }

  /** A key as {@code aws login} keeps it (RFC 5915). */
  private static String key() throws Exception {
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
