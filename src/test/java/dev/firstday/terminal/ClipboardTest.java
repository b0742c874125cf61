package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.terminal.Clipboard.CopyResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipboardTest {
  @TempDir private Path bin;
  private final Map<String, String> environment = new HashMap<>();
  private final StringBuilder sent = new StringBuilder();

  @BeforeEach
  void desktop() {
    environment.put("PATH", bin.toString());
    environment.put("TERM", "xterm");
    environment.put("DISPLAY", ":0");
  }

  @Test
  void a_tool_that_ends_well_has_copied() throws IOException {
    tool("xclip", 0);
    assertEquals(CopyResult.COPIED, copy("日本 {}\n"));
    assertEquals("日本 {}\n", Files.readString(bin.resolve("copied")));
    assertEquals("", sent.toString());
  }

  @Test
  void without_a_tool_that_works_the_terminal_is_asked() throws IOException {
    tool("xclip", 1);
    assertEquals(CopyResult.SENT, copy("日本"));
    assertEquals("\033]52;c;5pel5pys\007", sent.toString());
  }

  @Test
  void over_the_network_the_tools_of_the_other_machine_are_no_use() throws IOException {
    tool("xclip", 0);
    environment.put("SSH_TTY", "/dev/pts/1");
    assertEquals(CopyResult.SENT, copy("x"));
  }

  @Test
  void windows_gets_its_own_encoding() throws IOException {
    tool("clip.exe", 0);
    environment.put("WSL_DISTRO_NAME", "Ubuntu");
    assertEquals(CopyResult.COPIED, copy("あ"));
    assertEquals("\ufeffあ", Files.readString(bin.resolve("copied"), StandardCharsets.UTF_16LE));
  }

  @Test
  void where_neither_helps_there_is_none() {
    environment.put("TERM", "linux");
    assertEquals(CopyResult.NONE, copy("x"));
    environment.put("TERM", "xterm");
    assertEquals(CopyResult.NONE, copy("x".repeat(100_000)));
    assertEquals("", sent.toString());
  }

  private CopyResult copy(String text) {
    return new Clipboard(new Host(environment, "Linux"), sent::append).copy(text);
  }

  private void tool(String name, int exit) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n/bin/cat > '" + bin + "/copied'\nexit " + exit + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }
}
