package dev.firstday.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The smoke test that judges a binary passes on the program as it is here. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SmokeTest {
  @TempDir private Path home;

  @Test
  void the_program_passes_the_smoke_test_of_a_binary() throws Exception {
    Path program = home.resolve("firstday");
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    Files.writeString(
        program,
        """
        #!/bin/sh
        exec '%s/bin/java' --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -cp '%s' \\
          dev.firstday.cli.Main "$@"
        """
            .formatted(System.getProperty("java.home"), classPath));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Process smoke =
        new ProcessBuilder("dist/native-smoke", program.toString())
            .redirectErrorStream(true)
            .start();
    smoke.getOutputStream().close();
    String said = new String(smoke.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, smoke.waitFor(), said);
    assertTrue(said.contains("ok      a frame of the wizard"), said);
    assertFalse(said.contains("FAILED"), said);
  }
}
