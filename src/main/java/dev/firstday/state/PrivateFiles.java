package dev.firstday.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Creates, writes and syncs files that only their owner can read. */
final class PrivateFiles {
  private static final long PID = ProcessHandle.current().pid();
  private static final AtomicLong WRITES = new AtomicLong();

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  /** Creates a folder, and those around it that do not exist. */
  static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, owner("rwx------"));
    sync(Objects.requireNonNull(folder.toAbsolutePath().getParent()));
  }

  /** Makes what was created, renamed or removed in a folder survive a crash of the machine. */
  static void sync(Path folder) throws IOException {
    // Windows cannot open a folder, and writes its entries to disk by itself.
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Opens a file for writing, for the owner alone, and never the file that a link names. */
  static FileChannel open(Path file, OpenOption... how) throws IOException {
    Set<OpenOption> options = new HashSet<>(Set.of(how));
    options.addAll(Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    return FileChannel.open(file, options, owner("rw-------"));
  }

  /** Adds a text to a file, which is created if it is not there. */
  static void append(Path file, String text) throws IOException {
    try (FileChannel channel = open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      write(channel, text);
    }
  }

  /** Writes the whole of a text. */
  static void write(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Replaces a file atomically, so that no reader sees half of it. */
  static void replace(Path file, String content) throws IOException {
    String name = file.getFileName().toString();
    Path beside =
        file.resolveSibling("%s.%s-%s.new".formatted(name, PID, WRITES.incrementAndGet()));
    try {
      try (FileChannel channel = open(beside, StandardOpenOption.CREATE_NEW)) {
        write(channel, content);
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    } finally {
      forget(beside);
      // Earlier versions used one name for all temporary files.
      forget(file.resolveSibling(name + ".new"));
    }
  }

  /** Removes what a failed write has left; what cannot be removed does no harm. */
  private static void forget(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException stays) {
      return;
    }
  }

  private static FileAttribute<?>[] owner(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
