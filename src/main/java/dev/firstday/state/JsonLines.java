package dev.firstday.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of JSON objects, one a line, that only ever grows. An append is on disk when it returns. A
 * line that a crash or a full disk cut off is skipped, and the next append starts a new one.
 */
public final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final StateFolder folder;
  private final Path file;

  public JsonLines(StateFolder folder, String name) {
    this.folder = folder;
    this.file = folder.file(name);
  }

  /** Appends an object. */
  public synchronized void append(Map<String, Object> object) {
    folder.create();
    folder.requireOurs(file);
    try (FileChannel channel = open()) {
      String line = JSON.writeValueAsString(object) + "\n";
      PrivateFiles.write(channel, (endsTorn() ? "\n" : "") + line);
      channel.force(true);
    } catch (IOException e) {
      throw StateFolder.unwritable(file, e);
    }
  }

  private FileChannel open() throws IOException {
    if (!Files.exists(file)) {
      PrivateFiles.open(file, StandardOpenOption.CREATE).close();
      folder.sync();
    }
    return PrivateFiles.open(file, StandardOpenOption.APPEND);
  }

  private boolean endsTorn() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() == 0) {
        return false;
      }
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 1);
      return last.get(0) != '\n';
    }
  }

  /** Every object that can be read, oldest first. */
  public synchronized List<Map<String, Object>> read() {
    return folder.read(file.getFileName().toString()).stream()
        .flatMap(String::lines)
        .flatMap(line -> object(line).stream())
        .toList();
  }

  private static Optional<Map<String, Object>> object(String line) {
    try {
      return Optional.ofNullable(JSON.readValue(line, OBJECT));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // A torn line; the account itself shows what happened.
    }
  }

  /** Deletes everything. */
  public synchronized void clear() {
    folder.delete(file.getFileName().toString());
  }
}
