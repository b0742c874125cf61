package dev.firstday.aws.signin;

import java.util.Optional;

/** Asks a person for the code of an MFA device; the code is kept nowhere. */
@FunctionalInterface
public interface MfaCodes {
  /** Nobody can be asked. */
  MfaCodes NOBODY = (profile, serial) -> Optional.empty();

  /**
   * The code that a person types; empty if nobody can be asked, or somebody refuses.
   *
   * @param profile the profile that asks for it
   * @param serial the device's ARN or serial number
   */
  Optional<String> code(String profile, String serial);

  /** Hears that AWS has taken a code. */
  default void accepted() {}

  /** Whether AWS has taken one before: whoever is asked now renews a session that has ended. */
  default boolean renewing() {
    return false;
  }

  /** Whether a session can be renewed only where a run pauses for it, for nobody is asked here. */
  default boolean inPause() {
    return false;
  }
}
