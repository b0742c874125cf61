package dev.firstday.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The smoke test that judges a binary passes on the program as it is here. */
@Tag("binary")
@EnabledOnOs({OS.LINUX, OS.MAC})
class SmokeIT {
  @TempDir private Path home;

  @Test
  void the_program_passes_the_smoke_test_of_a_binary() throws Exception {
    Path program = home.resolve("firstday");
    Edition.script(program);
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
