package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.terminal.Browser.OpenResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTest {
  private static final URI PAGE = URI.create("https://console.aws.amazon.com/iam/home?a=1&b=2#/x");

  @TempDir private Path bin;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void desktop() throws IOException {
    environment.put("PATH", bin.toString());
    environment.put("DISPLAY", ":0");
    program("xdg-open", 0);
  }

  @Test
  void the_opener_gets_the_whole_link_and_no_terminal() throws IOException {
    assertTrue(browser().available());
    assertEquals(OpenResult.OPENED, browser().open(PAGE));
    assertEquals("xdg-open " + PAGE + " notty", log());
  }

  @Test
  void the_persons_own_browser_comes_first() throws IOException {
    program("firefox", 0);
    environment.put("BROWSER", "firefox --new-window %s");
    assertEquals(OpenResult.OPENED, browser().open(PAGE));
    assertEquals("firefox --new-window " + PAGE + " notty", log());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lynx", "w3m", "links", "elinks", "www-browser"})
  void a_text_browser_is_never_started(String name) throws IOException {
    program(name, 0);
    environment.put("BROWSER", bin.resolve(name).toString());
    assertEquals(OpenResult.OPENED, browser().open(PAGE));
    assertTrue(log().startsWith("xdg-open "));
    environment.remove("DISPLAY");
    assertFalse(browser().available());
  }

  @Test
  void a_failing_opener_is_followed_by_the_next() throws IOException {
    program("broken", 3);
    environment.put("BROWSER", "broken:missing");
    assertEquals(OpenResult.OPENED, browser().open(PAGE));
    program("xdg-open", 3);
    assertEquals(OpenResult.FAILED, browser().open(PAGE));
  }

  @Test
  void an_opener_that_stays_silent_has_failed() throws IOException {
    script("xdg-open", "exec /bin/sleep 3");
    long start = System.nanoTime();
    assertEquals(
        OpenResult.FAILED,
        new Browser(new Host(environment, "Linux"), Duration.ofMillis(100)).open(PAGE));
    assertTrue(System.nanoTime() - start < 2_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FIRSTDAY_NO_BROWSER=1",
        "SSH_CONNECTION=1.2.3.4 5 6.7.8.9 22",
        "SSH_TTY=/dev/pts/1",
        "AWS_EXECUTION_ENV=CloudShell",
        "DISPLAY=",
        "PATH="
      })
  void it_is_not_offered_where_nobody_would_see_it(String variable) throws IOException {
    String[] pair = variable.split("=", 2);
    environment.put(pair[0], pair[1]);
    assertFalse(browser().available());
    assertEquals(OpenResult.FAILED, browser().open(PAGE));
    assertEquals("", log());
  }

  @Test
  void windows_under_linux_uses_its_own_openers() throws IOException {
    environment.remove("DISPLAY");
    environment.put("WSL_DISTRO_NAME", "Ubuntu");
    assertFalse(browser().available());
    program("explorer.exe", 1);
    assertEquals(OpenResult.OPENED, browser().open(PAGE));
    program("wslview", 0);
    Files.delete(bin.resolve("log"));
    assertEquals(OpenResult.OPENED, browser().open(PAGE));
    assertTrue(log().startsWith("wslview "));
  }

  @Test
  void a_mac_has_open() throws IOException {
    environment.remove("DISPLAY");
    program("open", 0);
    assertEquals(
        OpenResult.OPENED,
        new Browser(new Host(environment, "Mac OS X"), Duration.ofSeconds(5)).open(PAGE));
  }

  @Test
  void only_web_pages_are_opened() throws IOException {
    assertEquals(OpenResult.FAILED, browser().open(URI.create("file:///etc/passwd")));
    assertEquals("", log());
  }

  private Browser browser() {
    return new Browser(new Host(environment, "Linux"), Duration.ofSeconds(5));
  }

  private void program(String name, int exit) throws IOException {
    String say = "tty=notty; [ -t 0 ] && tty=tty; echo \"%s $* $tty\" >> '%s/log'; exit %d";
    script(name, say.formatted(name, bin, exit));
  }

  private void script(String name, String body) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private String log() throws IOException {
    Path log = bin.resolve("log");
    return Files.exists(log) ? Files.readString(log).strip() : "";
  }
}
