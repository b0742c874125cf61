package dev.firstday.aws.signin.settings;

import dev.firstday.catalog.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The text of a configuration or credentials file of the AWS CLI.
 *
 * @param path where it lies
 * @param sections what it holds, in its order; a section that comes twice is one
 */
record ConfigFile(Path path, List<ConfigSection> sections) {
  private static final long LARGEST = 1 << 20;
  private static final Path NOTHING = Path.of("/dev/null");

  ConfigFile {
    sections = List.copyOf(sections);
  }

  /**
   * Reads a file by the rules of the AWS CLI; one that is not there is empty.
   *
   * @param credentials whether it is a credentials file
   * @throws InvalidSettings if it can't be read
   */
  static ConfigFile read(Path path, boolean credentials) {
    if (Files.notExists(path) || path.equals(NOTHING)) {
      return new ConfigFile(path, List.of());
    }
    if (Files.isDirectory(path)) {
      throw new InvalidSettings(Note.of("settings.folder", path));
    }
    if (!Files.isRegularFile(path)) {
      throw new InvalidSettings(Note.of("settings.no-file", path));
    }
    return new ConfigFile(path, new ConfigParser(path, credentials).parse(text(path)));
  }

  /** A section; empty if it is not there. */
  Optional<ConfigSection> section(ConfigSection.Kind kind, String name) {
    return sections.stream()
        .filter(section -> section.kind() == kind && section.name().equals(name))
        .findFirst();
  }

  private static String text(Path path) {
    byte[] bytes;
    try {
      if (Files.size(path) > LARGEST) {
        throw new InvalidSettings(Note.of("settings.large", path));
      }
      bytes = Files.readAllBytes(path);
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidSettings(Note.of("settings.unreadable", path));
    }
    if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
      throw new InvalidSettings(Note.of("settings.encoding", path + ":1", "UTF-16"));
    }
    // Editors of Windows put a mark before the text.
    int from = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidSettings(
          Note.of("settings.encoding", path + ":" + line(bytes, rest.position()), "?"));
    }
  }

  private static boolean starts(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static long line(byte[] bytes, int position) {
    long line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
