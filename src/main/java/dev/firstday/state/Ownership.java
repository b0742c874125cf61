package dev.firstday.state;

import dev.firstday.catalog.Note;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Who owns a folder or a file, and who else can write to it. Write access to the journal decides
 * what an undo calls. The rule is that of ssh for its keys. Where files have no Unix owner, as on
 * Windows, nothing is checked.
 */
final class Ownership {
  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
  private static final int ROOT = 0;
  private static final int OTHERS_WRITE = 0002;
  private static final int GROUP_OR_OTHERS_WRITE = 0022;

  /**
   * The mode of a folder in which everybody may create files and nobody may rename those of others.
   */
  private static final int STICKY = 01000;

  private Ownership() {}

  /**
   * Requires that nobody else can write to a folder, if it is there. Links are resolved, and their
   * target is checked.
   *
   * @param root the outermost folder that must be the user's alone; those above it may belong to
   *     others, but not be writable for everybody
   * @throws StateException if somebody can; the note says where
   */
  static void require(Path folder, Path root) throws IOException {
    if (!UNIX || !Files.exists(folder)) {
      return;
    }
    Path real = folder.toRealPath();
    Path outermost = Files.exists(root) ? root.toRealPath() : real;
    for (Path one = real; one != null; one = one.getParent()) {
      if (one.startsWith(outermost) || one.equals(real)) {
        requireOurs(one);
      } else {
        int mode = (Integer) Files.getAttribute(one, "unix:mode");
        refuse((mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0, "state.parent-shared", one);
      }
    }
  }

  /**
   * Requires that a file that is to be read or added to, if it is there, is a plain one of ours.
   */
  static void requireFile(Path file) throws IOException {
    if (UNIX && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
      refuse(!plain, "state.no-file", file);
      try {
        requireOurs(file);
      } catch (NoSuchFileException e) {
        return; // It was deleted meanwhile.
      }
    }
  }

  private static void requireOurs(Path path) throws IOException {
    Map<String, Object> seen =
        Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
    int owner = (Integer) Objects.requireNonNull(seen.get("uid"));
    if (owner != ROOT && owner != Me.UID) {
      throw new StateException(
          Note.of("state.not-mine", path, Files.getOwner(path).getName()), null);
    }
    int mode = (Integer) Objects.requireNonNull(seen.get("mode"));
    refuse((mode & GROUP_OR_OTHERS_WRITE) != 0, "state.shared", path);
  }

  private static void refuse(boolean wrong, String code, Path path) {
    if (wrong) {
      throw new StateException(Note.of(code, path), null);
    }
  }

  /** The user of this process. A user may have a number and no name, as in a container. */
  private static final class Me {
    private static final int UID = uid();

    private static int uid() {
      try {
        Path self = Path.of("/proc/self");
        if (Files.exists(self)) {
          return (Integer) Files.getAttribute(self, "unix:uid");
        }
        Path file = Files.createTempFile("firstday", "");
        try {
          return (Integer) Files.getAttribute(file, "unix:uid");
        } finally {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new StateException(Note.of("state.nobody"), e);
      }
    }
  }
}
