package dev.firstday.terminal;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Starts other programs of this machine, without secrets in their environment. A browser or a
 * clipboard has no use for the keys of an AWS account.
 */
final class ExternalProgram {
  private static final Pattern SECRET =
      Pattern.compile(
          "AWS_.*|.*(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|(API|ACCESS|PRIVATE)_?KEY).*",
          Pattern.CASE_INSENSITIVE);

  /** A URL with a password in it, as that of a proxy. */
  private static final Pattern LOGIN = Pattern.compile("(.*//)?[^/@\\s]*:[^/@]*@.*");

  private ExternalProgram() {}

  /** The process builder of a program. */
  static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    environment.forEach(
        (name, value) -> {
          if (!SECRET.matcher(name).matches() && !LOGIN.matcher(value).matches()) {
            builder.environment().put(name, value);
          }
        });
    return builder;
  }
}
