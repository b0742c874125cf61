package dev.firstday.state;

import dev.firstday.catalog.Note;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where firstday keeps its history and a person's answers. This is convenience, never the truth
 * about an account. Folders are created for the owner alone, and only when something is written.
 *
 * @param path the folder
 * @param root the outermost folder that is this user's alone: the folder itself, or one around it
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base
 *     directories</a>
 */
public record StateFolder(Path path, Path root) {
  /** A file lock excludes other processes, but not the threads of this one. */
  private static final Map<Path, ReentrantLock> UPDATES = new ConcurrentHashMap<>();

  /** A folder that is not inside another state folder. */
  public StateFolder(Path path) {
    this(path, path);
  }

  /**
   * The folder of this machine's user: {@code $XDG_STATE_HOME/firstday}, or {@code
   * ~/.local/state/firstday}; on Windows {@code %LOCALAPPDATA%\firstday}. A relative value does not
   * count, as XDG says.
   *
   * @param chosen the folder that the command line names
   * @param home the home folder
   */
  public static StateFolder of(Optional<Path> chosen, Map<String, String> environment, Path home) {
    return new StateFolder(
        chosen
            .or(() -> absolute(environment.get("XDG_STATE_HOME")).map(p -> p.resolve("firstday")))
            .or(() -> absolute(environment.get("LOCALAPPDATA")).map(p -> p.resolve("firstday")))
            .orElseGet(() -> home.resolve(".local").resolve("state").resolve("firstday")));
  }

  private static Optional<Path> absolute(@Nullable String path) {
    return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
  }

  /** The folder of one account: two accounts never mix. */
  public StateFolder account(String id) {
    return within(id);
  }

  /** A folder in this one. */
  public StateFolder within(String name) {
    return new StateFolder(path.resolve(name), root);
  }

  public Path file(String name) {
    return path.resolve(name);
  }

  /** Creates the folder if it does not exist. */
  public void create() {
    try {
      if (!Files.isDirectory(path)) {
        PrivateFiles.createFolder(path);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
    if (!Files.isWritable(path) || !Files.isReadable(path)) {
      throw unusable(null);
    }
    requireOurs();
  }

  /**
   * Requires that nobody else can write here: write access decides what an undo calls, and where
   * the lock is.
   */
  private void requireOurs() {
    try {
      Ownership.require(path, root);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Requires that a file, where there is one, is a plain file that nobody else can write to. */
  void requireOurs(Path file) {
    requireOurs();
    try {
      Ownership.requireFile(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** What others can write to in it and in the folders of its accounts; empty if nothing. */
  public Optional<StateException> trouble() {
    try {
      requireOurs();
      for (Path folder : folders()) {
        StateFolder inner = new StateFolder(folder, root);
        inner.requireOurs(inner.file("journal.jsonl"));
        inner.requireOurs(inner.file("notes.json"));
      }
      return Optional.empty();
    } catch (StateException e) {
      return Optional.of(e);
    }
  }

  private List<Path> folders() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Makes what was created, renamed or removed here survive a crash of the machine. */
  void sync() throws IOException {
    PrivateFiles.sync(path);
  }

  /** The content of a file; empty if it is not there. */
  Optional<String> read(String name) {
    Path file = file(name);
    requireOurs(file);
    try {
      // A file that a crash cut off may end within a character; the rest is still read.
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Replaces a file atomically, so that no reader sees half of it. */
  public void write(String name, String content) {
    create();
    Path file = file(name);
    try {
      PrivateFiles.replace(file, content);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Replaces a file by a function of its content, while no other process does.
   *
   * @param name a file of this folder
   * @param next the new content, of the present one; empty where there is none
   */
  void update(String name, Function<Optional<String>, String> next) {
    create();
    Path lock = real().resolve(name + ".lock");
    ReentrantLock here = UPDATES.computeIfAbsent(lock, path -> new ReentrantLock());
    here.lock();
    try (FileChannel channel = PrivateFiles.open(lock, StandardOpenOption.CREATE)) {
      // Released with the channel.
      channel.lock();
      removeLeftovers(name);
      write(name, next.apply(read(name)));
    } catch (IOException e) {
      throw unwritable(file(name), e);
    } finally {
      here.unlock();
    }
  }

  /** Removes what crashes have left beside a file that no other process is writing now. */
  private void removeLeftovers(String name) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(path, name + ".*new")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Deletes a file. */
  public void delete(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw unwritable(file(name), e);
    }
  }

  /**
   * Makes this process the only one that writes for the account, until it is closed or the process
   * ends.
   *
   * @throws StateException if another process is; the note names it
   */
  public WriteLock lock() {
    create();
    return WriteLock.on(real().resolve("lock"));
  }

  /** The folder by its real path, whatever links lead to it. */
  private Path real() {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private StateException unusable(@Nullable IOException e) {
    return new StateException(Note.of("state.unusable", path), e);
  }

  static StateException unreadable(Path file, IOException e) {
    return new StateException(Note.of("state.unreadable", file), e);
  }

  static StateException unwritable(Path file, IOException e) {
    return new StateException(Note.of("state.unwritable", file, reason(e)), e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
