package dev.firstday.aws.signin;

import dev.firstday.aws.signin.settings.AwsSetting;
import dev.firstday.aws.signin.settings.AwsSettings;
import dev.firstday.catalog.Note;
import java.util.Optional;

/**
 * How a person gets new credentials in place of expired ones: that depends on where they are from.
 */
public final class Renewal {
  private static final String DEFAULT = "default";

  // A profile that assumes a role may name another as its source, and so on.
  private static final int LONGEST_CHAIN = 5;

  private Renewal() {}

  /** What to do about the credentials that these settings lead to. */
  public static Note of(AwsSettings settings) {
    if (!settings.profileOption() && settings.variable("AWS_ACCESS_KEY_ID").isPresent()) {
      return Note.of("remedy.EXPIRED.environment");
    }
    if (settings.has(settings.profile())) {
      return ofProfile(settings.profile(), settings, LONGEST_CHAIN);
    } else if (settings.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()
        || settings.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI").isPresent()) {
      return Note.of("remedy.EXPIRED.container");
    }
    return Note.of("remedy.EXPIRED");
  }

  private static Note ofProfile(String name, AwsSettings settings, int left) {
    Optional<String> source = settings.property(name, "source_profile").map(AwsSetting::value);
    if (settings.property(name, "login_session").isPresent()) {
      return Note.of("remedy.EXPIRED.command", command("aws login", name));
    } else if (settings.property(name, "sso_session").isPresent()
        || settings.property(name, "sso_start_url").isPresent()) {
      return Note.of("remedy.EXPIRED.command", command("aws sso login", name));
    } else if (source.isPresent() && left > 0 && !source.get().equals(name)) {
      return ofProfile(source.get(), settings, left - 1);
    } else if (settings.property(name, "credential_process").isPresent()) {
      return Note.of("remedy.EXPIRED.process", name);
    }
    return Note.of("remedy.EXPIRED.profile", name);
  }

  /** A command of the AWS CLI for a profile, as a person types it. */
  static String command(String command, String profile) {
    return profile.equals(DEFAULT) ? command : command + " --profile " + quoted(profile);
  }

  private static String quoted(String name) {
    return name.matches("[\\w./@%:+-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
