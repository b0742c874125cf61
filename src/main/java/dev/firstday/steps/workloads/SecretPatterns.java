package dev.firstday.steps.workloads;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What gives a secret away: the forms of well-known keys, and names that a secret has. It says
 * which kind it saw, never what.
 */
final class SecretPatterns {
  private SecretPatterns() {}

  /** A form that only keys of one kind have. */
  private record KeyPattern(String reason, Pattern pattern) {
    KeyPattern(String reason, String regex) {
      this(reason, Pattern.compile(regex));
    }
  }

  /** Reasons are codes of findings. */
  private static final List<KeyPattern> FORMS =
      List.of(
          new KeyPattern("aws-key", "\\b(AKIA|ASIA)[A-Z2-7]{16}\\b"),
          new KeyPattern("private-key", "-----BEGIN ([A-Z]+ ){0,3}PRIVATE KEY( BLOCK)?-----"),
          new KeyPattern("service-token", "\\b(ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{36}"),
          new KeyPattern("service-token", "\\bgithub_pat_\\w{22,}"),
          new KeyPattern("service-token", "\\bglpat-[\\w-]{20}"),
          new KeyPattern("service-token", "\\bxox[abeprs]-[A-Za-z0-9-]{10,}"),
          new KeyPattern("service-token", "\\b[rs]k_live_[A-Za-z0-9]{16,}"),
          new KeyPattern("service-token", "\\bSG\\.[\\w-]{22}\\.[\\w-]{43}"),
          new KeyPattern("service-token", "\\bAIza[\\w-]{35}"),
          new KeyPattern("service-token", "\\bnpm_[A-Za-z0-9]{36}"),
          new KeyPattern("service-token", "\\bsk-(ant|proj)-[\\w-]{20,}"),
          new KeyPattern("password-in-url", "\\b[a-z][a-z0-9+.-]*://[^\\s:/@]+:[^\\s:/@]{3,}@"));

  private static final Pattern NAME =
      Pattern.compile(
          "(password|passwd|passphrase|secret|token|credentials?|(api|access|private|secret|encryption|signing)[_.-]?key)$",
          Pattern.CASE_INSENSITIVE);

  /** A value that only points to where the secret is, or is too plain to be one. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "arn:.*|\\{\\{.*|\\$\\{.*|/.*|[a-z]+://[^@]*|[0-9.,]*|.{0,5}|(?i)true|false|none|null|enabled|disabled",
          Pattern.DOTALL);

  /**
   * A known key in a text.
   *
   * @param reason a finding's code
   * @param start where it begins
   */
  public record FoundKey(String reason, int start) {}

  /** The first known key in a text. */
  static Optional<FoundKey> firstIn(String text) {
    return FORMS.stream()
        .flatMap(
            form ->
                form.pattern()
                    .matcher(text)
                    .results()
                    .map(match -> new FoundKey(form.reason(), match.start())))
        .min(Comparator.comparingInt(FoundKey::start));
  }

  /** Whether a name is one that secrets have: {@code DB_PASSWORD}, {@code /shop/api-key}. */
  static boolean inName(String name) {
    return NAME.matcher(name).find();
  }

  /** Why a variable holds a secret: a finding's code. */
  static Optional<String> inVariable(String name, String value) {
    return firstIn(value)
        .map(FoundKey::reason)
        .or(
            () ->
                inName(name) && !HARMLESS.matcher(value).matches()
                    ? Optional.of("named")
                    : Optional.empty());
  }
}
