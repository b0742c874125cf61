package dev.firstday.aws.signin.settings;

import dev.firstday.catalog.Note;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths as a person writes them into a variable or a file. */
final class PathNames {
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

  private PathNames() {}

  /**
   * The path with variables and {@code ~} replaced; unknown variables stay as they are.
   *
   * @throws InvalidSettings if it is no path
   */
  static Path expanded(String path, Map<String, String> environment, Path home) {
    String text =
        VARIABLE
            .matcher(path)
            .replaceAll(
                found -> {
                  String name = found.group(1) == null ? found.group(2) : found.group(1);
                  return Matcher.quoteReplacement(environment.getOrDefault(name, found.group()));
                });
    try {
      if (text.equals("~")) {
        return home;
      }
      return text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
    } catch (InvalidPathException e) {
      throw new InvalidSettings(Note.of("settings.path", path));
    }
  }
}
