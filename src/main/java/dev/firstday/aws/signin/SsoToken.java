package dev.firstday.aws.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * A token that {@code aws sso login} left on this machine.
 *
 * @param accessToken the token
 * @param expiresAt when it expires
 * @param refreshable whether it can be renewed without a person
 */
record SsoToken(String accessToken, Instant expiresAt, boolean refreshable) {
  /**
   * Reads it; empty if there is none, or nobody can read it.
   *
   * @param name the session, or the start URL of a profile without one
   */
  static Optional<SsoToken> read(Path home, String name) {
    Path file = home.resolve(".aws/sso/cache").resolve(sha1(name) + ".json");
    try {
      JsonNode json = JsonNode.parser().parse(Files.readString(file));
      String token = text(json, "accessToken");
      Instant end = instant(text(json, "expiresAt"));
      boolean refreshable =
          !text(json, "refreshToken").isEmpty() && !text(json, "clientSecret").isEmpty();
      return Optional.of(new SsoToken(token, end, refreshable)).filter(SsoToken::present);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private boolean present() {
    return !accessToken.isEmpty();
  }

  /** Whether it can still be used. */
  boolean good(Clock clock) {
    return clock.instant().isBefore(expiresAt);
  }

  private static String text(JsonNode json, String field) {
    return json.field(field).filter(JsonNode::isString).map(JsonNode::asString).orElse("");
  }

  // Older versions of the AWS CLI wrote UTC in place of Z.
  private static Instant instant(String text) {
    try {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text.replace("UTC", "Z"), Instant::from);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private static String sha1(String name) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
