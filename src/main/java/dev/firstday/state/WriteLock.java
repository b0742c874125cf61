package dev.firstday.state;

import dev.firstday.catalog.Note;
import dev.firstday.engine.journal.Journal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps other processes from writing for an account, until it is closed or the process ends. */
public final class WriteLock implements Journal.Claim {
  /** The locks of this process. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private WriteLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock of a file, whose name is unique. */
  static WriteLock on(Path file) {
    // Closing any channel of a file releases this process's lock on it, so it is not even opened.
    if (!HELD.add(file)) {
      throw locked(Holder.here());
    }
    WriteLock lock = null;
    try {
      lock = lock(file);
      return lock;
    } catch (IOException e) {
      throw StateFolder.unwritable(file, e);
    } finally {
      if (lock == null) {
        HELD.remove(file);
      }
    }
  }

  private static WriteLock lock(Path file) throws IOException {
    FileChannel channel =
        PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ);
    // Where a lock keeps others from reading, they can still read who holds it.
    FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    if (lock == null) {
      channel.close();
      throw locked(Holder.in(Files.readString(file)));
    }
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Holder.here().text().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new WriteLock(file, channel);
  }

  private static StateException locked(Holder holder) {
    return new StateException(
        Note.of(StateException.IN_USE, holder.process(), holder.host(), holder.since()), null);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StateException(Note.of("state.lock", e.getMessage()), e);
    } finally {
      HELD.remove(file);
    }
  }
}
