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
import java.util.Optional;

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
   * What is wrong with a folder that is there, under {@code state.} in the messages; empty if
   * nothing. Links are resolved, and their target is checked.
   *
   * @param root the outermost folder that must be the user's alone; those above it may belong to
   *     others, but not be writable for everybody
   */
  static Optional<Note> wrong(Path folder, Path root) throws IOException {
    if (!UNIX || !Files.exists(folder)) {
      return Optional.empty();
    }
    Path real = folder.toRealPath();
    Path outermost = Files.exists(root) ? root.toRealPath() : real;
    for (Path one = real; one != null; one = one.getParent()) {
      Optional<Note> wrong = one.startsWith(outermost) || one.equals(real) ? ours(one) : above(one);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  /** What is wrong with a file that is to be read or added to; empty if nothing is there. */
  static Optional<Note> wrongFile(Path file) throws IOException {
    if (!UNIX) {
      return Optional.empty();
    }
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          ? ours(file)
          : Optional.of(Note.of("state.no-file", file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Optional<Note> ours(Path path) throws IOException {
    Map<String, Object> seen =
        Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
    int owner = (Integer) Objects.requireNonNull(seen.get("uid"));
    if (owner != ROOT && owner != Me.UID) {
      return Optional.of(Note.of("state.not-mine", path, Files.getOwner(path).getName()));
    }
    boolean others =
        ((Integer) Objects.requireNonNull(seen.get("mode")) & GROUP_OR_OTHERS_WRITE) != 0;
    return others ? Optional.of(Note.of("state.shared", path)) : Optional.empty();
  }

  private static Optional<Note> above(Path path) throws IOException {
    int mode = (Integer) Files.getAttribute(path, "unix:mode");
    boolean swappable = (mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0;
    return swappable ? Optional.of(Note.of("state.parent-shared", path)) : Optional.empty();
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
