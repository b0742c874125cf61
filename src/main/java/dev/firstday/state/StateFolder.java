package dev.firstday.state;

import dev.firstday.engine.Note;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where firstday keeps what it did and what it was told: history and convenience, never the truth
 * about an account. Folders are made for the owner alone, and only when something is written.
 *
 * @param path the folder
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base
 *     directories</a>
 */
public record StateFolder(Path path) {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /**
   * The folder of this machine's user: {@code $XDG_STATE_HOME/firstday}, or {@code
   * ~/.local/state/firstday}; on Windows {@code %LOCALAPPDATA%\firstday}. A relative value does not
   * count, as XDG says.
   *
   * @param chosen what was said on the command line
   * @param home the home folder
   */
  public static StateFolder of(Optional<Path> chosen, Map<String, String> environment, Path home) {
    return new StateFolder(
        chosen
            .or(() -> absolute(environment.get("XDG_STATE_HOME")).map(p -> p.resolve("firstday")))
            .or(() -> absolute(environment.get("LOCALAPPDATA")).map(p -> p.resolve("firstday")))
            .orElseGet(() -> home.resolve(".local").resolve("state").resolve("firstday")));
  }

  private static Optional<Path> absolute(String path) {
    return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
  }

  /** The folder of one account: two accounts never mix. */
  public StateFolder account(String id) {
    return new StateFolder(path.resolve(id));
  }

  public Path file(String name) {
    return path.resolve(name);
  }

  /** Makes the folder if it is not there. */
  public void create() {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path, owner("rwx------"));
        new StateFolder(path.toAbsolutePath().getParent()).sync();
      }
    } catch (IOException e) {
      throw unusable(e);
    }
    if (!Files.isWritable(path) || !Files.isReadable(path)) {
      throw unusable(null);
    }
    if (othersMayWrite()) {
      throw new StateException(Note.of("state.shared", path), null);
    }
  }

  /** Whoever can write here can say what is taken back, and where the lock is written to. */
  private boolean othersMayWrite() {
    try {
      return POSIX
          && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Makes what was created, renamed or removed here outlive the machine's end, too. */
  void sync() throws IOException {
    // A folder can't be opened on Windows, which writes its entries down by itself.
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** The content of a file; empty if it is not there. */
  Optional<String> read(String name) {
    Path file = file(name);
    try {
      // What a crash cut off may end within a character; that is no reason to read nothing.
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Replaces a file whole, so that nobody ever sees half of it. */
  public void write(String name, String content) {
    create();
    Path file = file(name);
    Path beside = file(name + ".new");
    try {
      Files.deleteIfExists(beside);
      try (FileChannel channel = open(beside, StandardOpenOption.CREATE_NEW)) {
        write(channel, content);
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Forgets a file. */
  public void delete(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw unwritable(file(name), e);
    }
  }

  /** Opens a file for writing, for the owner alone, and never the file that a link names. */
  static FileChannel open(Path file, OpenOption... how) throws IOException {
    Set<OpenOption> options = new HashSet<>(Set.of(how));
    options.addAll(Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    return FileChannel.open(file, options, owner("rw-------"));
  }

  /** Writes the whole of a text. */
  static void write(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static FileAttribute<?>[] owner(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
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

  /** The folder by the one name that it has whichever way one comes. */
  private Path real() {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private StateException unusable(IOException e) {
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
