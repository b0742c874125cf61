package dev.firstday.dist;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The edition of the program that the tests start: the plain one, or the native binary that the
 * system property {@code firstday.binary} names. Tests with the tag {@code binary} start it only by
 * this class, and pass with either.
 */
public final class Edition {
  private static final String BINARY = System.getProperty("firstday.binary", "");

  private Edition() {}

  /** How it is run, without its arguments. */
  public static List<String> command() {
    return onJvm() ? Packed.command() : List.of(binary().toString());
  }

  /** Whether it runs on a JVM, which faults of ours and logs of loaded classes need. */
  public static boolean onJvm() {
    return BINARY.isEmpty();
  }

  /** The native binary. */
  public static Path binary() {
    Path binary = Path.of(BINARY).toAbsolutePath();
    assertTrue(
        Files.isRegularFile(binary) && Files.isExecutable(binary),
        () -> "firstday.binary names no program: " + binary);
    return binary;
  }

  /** Writes a program that runs it. */
  public static void script(Path file) throws IOException {
    Files.writeString(file, "#!/bin/sh\nexec %s \"$@\"\n".formatted(Packed.inShell(command())));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
