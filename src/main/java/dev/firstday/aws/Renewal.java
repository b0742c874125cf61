package dev.firstday.aws;

import dev.firstday.engine.Note;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * How a person gets new credentials in place of expired ones: that depends on where they are from.
 */
final class Renewal {
  private static final String DEFAULT = "default";

  // A profile that assumes a role may name another as its source, and so on.
  private static final int LONGEST_CHAIN = 5;

  private Renewal() {}

  /**
   * What to do.
   *
   * @param profile the profile that is used
   * @param chosen whether somebody chose it, so that environment variables don't count
   */
  static Note of(
      String profile, boolean chosen, Map<String, String> environment, ProfileFile profiles) {
    if (!chosen && environment.containsKey("AWS_ACCESS_KEY_ID")) {
      return Note.of("remedy.EXPIRED.environment");
    }
    Optional<Profile> found = profiles.profile(profile);
    if (found.isPresent()) {
      return ofProfile(profile, profiles, LONGEST_CHAIN);
    } else if (environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")
        || environment.containsKey("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")) {
      return Note.of("remedy.EXPIRED.container");
    }
    return Note.of("remedy.EXPIRED");
  }

  private static Note ofProfile(String name, ProfileFile profiles, int left) {
    Map<String, String> is = profiles.profile(name).map(Profile::properties).orElse(Map.of());
    if (is.containsKey("login_session")) {
      return Note.of("remedy.EXPIRED.command", "aws login" + option(name));
    } else if (is.containsKey("sso_session") || is.containsKey("sso_start_url")) {
      return Note.of("remedy.EXPIRED.command", "aws sso login" + option(name));
    } else if (is.containsKey("source_profile")
        && left > 0
        && !is.get("source_profile").equals(name)) {
      return ofProfile(is.get("source_profile"), profiles, left - 1);
    } else if (is.containsKey("credential_process")) {
      return Note.of("remedy.EXPIRED.process", name);
    }
    return Note.of("remedy.EXPIRED.profile", name);
  }

  private static String option(String profile) {
    return profile.equals(DEFAULT) ? "" : " --profile " + profile;
  }
}
