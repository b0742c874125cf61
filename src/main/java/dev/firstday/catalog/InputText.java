package dev.firstday.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The text that a person gives as a file, or through standard input. Pipes and devices are refused,
 * and so is more than the limit: they might never end.
 *
 * @param name its name in messages
 */
public record InputText(String name, String text) {
  /** The file name that stands for standard input. */
  public static final Path STANDARD_INPUT = Path.of("-");

  /** The largest that is read, in bytes: no file of ours comes near. */
  public static final long LARGEST = 1 << 20;

  /**
   * Reads a file in UTF-8.
   *
   * @throws InputErrors if it is no regular file, too large, or no text
   * @throws IOException if it can't be read
   */
  public static InputText of(Path file) throws InputErrors, IOException {
    return of(file, LARGEST);
  }

  /** Reads a file in UTF-8. */
  public static InputText of(Path file, long largest) throws InputErrors, IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw wrong(
          "%s:1: the file is not a regular one, expected such a file, or - for standard input",
          file);
    }
    if (Files.size(file) > largest) {
      throw wrong(
          "%s:1: the file has %s bytes, expected at most %s", file, Files.size(file), largest);
    }
    try (InputStream in = Files.newInputStream(file)) {
      // Files of /proc say nothing of their size.
      byte[] bytes = in.readNBytes((int) largest + 1);
      if (bytes.length > largest) {
        throw wrong("%s:1: the file has more than %s bytes", file, largest);
      }
      return new InputText(
          file.toString(),
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new MalformedInputException(1);
    }
  }

  /** Reads standard input to its end, or to the limit in characters. */
  public static InputText of(Reader in, long largest) throws InputErrors, IOException {
    StringBuilder text = new StringBuilder();
    char[] some = new char[8192];
    for (int n = in.read(some); n >= 0; n = in.read(some)) {
      text.append(some, 0, n);
      if (text.length() > largest) {
        throw wrong("standard input: more than %s characters", largest);
      }
    }
    return new InputText("standard input", text.toString());
  }

  @SuppressWarnings("AnnotateFormatMethod")
  static InputErrors wrong(String what, Object... values) {
    return new InputErrors(List.of(what.formatted(values)));
  }
}
