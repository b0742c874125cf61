package dev.firstday.aws.signin.settings;

import dev.firstday.aws.signin.settings.ConfigSection.Kind;
import dev.firstday.aws.signin.settings.ConfigSection.Value;
import dev.firstday.catalog.Note;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of such a file as the AWS CLI does, which is by the rules of Python's {@code
 * configparser}: keys may be indented, a colon is as good as an equals sign, sections of unknown
 * names are passed over. The SDK's own reader takes fewer files, and fails with faults of a
 * program.
 */
final class ConfigParser {
  private static final Pattern HEADER = Pattern.compile("\\[(.+)].*");
  private static final Pattern PAIR = Pattern.compile("(.+?)\\s*[=:]\\s*(.*)");
  private static final Pattern REMARK = Pattern.compile("\\s[#;].*");

  // Python's parser lets a section of this name hold values for all others.
  private static final String FOR_ALL = "DEFAULT";

  // A shell's command may hold what looks like a remark.
  private static final String COMMAND = "credential_process";

  private final Path file;
  private final boolean credentials;
  private final Map<String, ConfigSection> sections = new LinkedHashMap<>();
  private final List<Note> errors = new ArrayList<>();

  private int number;
  private Optional<ConfigSection> section = Optional.empty();
  private Optional<String> key = Optional.empty();
  private int indent;

  /**
   * @param credentials whether each header is the name of a profile, as in a credentials file
   */
  ConfigParser(Path file, boolean credentials) {
    this.file = file;
    this.credentials = credentials;
  }

  /**
   * The sections of a text.
   *
   * @throws InvalidSettings with every line that can't be read
   */
  List<ConfigSection> parse(String text) {
    text.lines().forEach(this::line);
    if (!errors.isEmpty()) {
      throw new InvalidSettings(errors);
    }
    Optional.ofNullable(sections.remove(id(credentials ? Kind.PROFILE : Kind.OTHER, FOR_ALL)))
        .ifPresent(
            all ->
                sections
                    .values()
                    .forEach(some -> all.values().forEach(some.values()::putIfAbsent)));
    return List.copyOf(sections.values());
  }

  private void line(String line) {
    number++;
    String content = line.strip();
    if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
      return;
    }
    if (content.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
      error("settings.control");
      return;
    }
    int before = line.indexOf(content.charAt(0));
    if (key.isPresent() && before > indent) {
      nested(content);
      return;
    }
    indent = before;
    Matcher header = HEADER.matcher(content);
    if (header.matches()) {
      section(header.group(1));
    } else {
      pair(content);
    }
  }

  private void section(String header) {
    key = Optional.empty();
    ConfigSection named = named(header);
    section = Optional.of(sections.computeIfAbsent(id(named.kind(), named.name()), id -> named));
  }

  private static String id(Kind kind, String name) {
    return kind + " " + name;
  }

  private ConfigSection named(String header) {
    List<String> words = ShellWords.split(header).orElse(List.of());
    Kind kind = credentials ? Kind.PROFILE : kind(header, words);
    String name = kind == Kind.OTHER || words.size() != 2 ? header : words.get(1);
    return new ConfigSection(
        kind, credentials ? header : name, file, number, new LinkedHashMap<>());
  }

  private static Kind kind(String header, List<String> words) {
    if (header.equals("default")) {
      return Kind.PROFILE;
    } else if (words.size() != 2) {
      return Kind.OTHER;
    }
    return switch (words.getFirst()) {
      case "profile" -> Kind.PROFILE;
      case "sso-session" -> Kind.SSO_SESSION;
      case "services" -> Kind.SERVICES;
      default -> Kind.OTHER;
    };
  }

  private void pair(String content) {
    Matcher pair = PAIR.matcher(content);
    if (section.isEmpty()) {
      error("settings.no-section");
    } else if (content.startsWith("[")) {
      error("settings.header");
    } else if (!pair.matches()) {
      error("settings.no-equals");
    } else {
      String name = pair.group(1).toLowerCase(Locale.ROOT);
      key = Optional.of(name);
      put(name, name.equals(COMMAND) ? pair.group(2) : withoutRemark(pair.group(2)));
    }
  }

  private static String withoutRemark(String value) {
    return REMARK.matcher(" " + value).replaceAll("").strip();
  }

  private void nested(String content) {
    String name = key.orElseThrow();
    String above = Objects.requireNonNull(section.orElseThrow().values().get(name)).text();
    // Below an empty value are pairs; below any other the value goes on.
    if (!content.contains("=") && (above.isEmpty() || above.startsWith("\n"))) {
      error("settings.no-equals");
      return;
    }
    put(name, above + "\n" + content);
  }

  private void put(String name, String text) {
    section.orElseThrow().values().put(name, new Value(text, place()));
  }

  private String place() {
    return file + ":" + number;
  }

  // The line itself may hold a secret.
  private void error(String code) {
    errors.add(Note.of(code, place()));
  }
}
