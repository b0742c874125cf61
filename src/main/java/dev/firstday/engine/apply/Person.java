package dev.firstday.engine.apply;

import dev.firstday.engine.account.Identity;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whoever sits in front of the wizard during an apply. Each method returns when the person has
 * reacted; the secrets are wiped after that.
 */
public interface Person {

  void reveal(NewPassword password) throws InterruptedException;

  /**
   * Shows the seed of an MFA device and asks for two codes that follow each other.
   *
   * @param refused why AWS did not take the codes before; empty at first
   * @return the codes; empty if the person gives up
   */
  Optional<Codes> codes(Enrolment enrolment, Optional<Problem> refused) throws InterruptedException;

  boolean agrees(Plan.Planned change) throws InterruptedException;

  /** A password that was set. */
  record NewPassword(String user, String signIn, Secret password) {}

  /**
   * An MFA device to put into an authenticator app.
   *
   * @param seed as base32 text
   */
  record Enrolment(String user, Secret seed) {
    /**
     * The device as the app reads it from a QR code, named as the console names it: what apps tell
     * two entries apart by has to name the account, or a second {@code admin} replaces the first.
     *
     * @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI
     *     format</a>
     */
    public Secret uri(Identity identity) {
      return uri("Amazon Web Services", identity);
    }

    /** The same with a shorter issuer: a small screen has room for a small code only. */
    public Secret shortUri(Identity identity) {
      return uri("AWS", identity);
    }

    private Secret uri(String issuer, Identity identity) {
      return Secret.of(
          "otpauth://totp/"
              + (encoded(issuer) + ":" + encoded(user))
              + ("@" + encoded(identity.alias().orElse(identity.accountId())))
              + ("?secret=" + seed.text())
              + ("&issuer=" + encoded(issuer)));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The seed to be typed, in groups of four. */
    public Secret groups() {
      return Secret.of(seed.text().replaceAll(".{4}(?=.)", "$0 "));
    }
  }

  record Codes(Secret first, Secret second) {}
}
