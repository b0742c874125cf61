package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.engine.account.Delays;
import dev.firstday.terminal.Browser;
import dev.firstday.terminal.FullScreen;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.widgets.Palette;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole wizard on terminals that do what terminals do on a bad day. */
class WizardTest {
  private static final String GOODBYE = "\033[?2026l\033[?2004l\033[?25h\033[?1049l";

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private LineDisciplineTerminal terminal;
  private CompletableFuture<WizardResult> wizard;

  @BeforeEach
  void a_terminal_that_never_answers() throws IOException {
    terminal =
        new LineDisciplineTerminal("rude", "xterm-256color", new Screen(), StandardCharsets.UTF_8);
    terminal.setSize(new Size(80, 24));
  }

  @AfterEach
  void close() throws IOException {
    terminal.close();
  }

  private final class Screen extends OutputStream {
    @Override
    public void write(int b) {
      synchronized (written) {
        written.write(b);
      }
    }
  }

  private String written() {
    synchronized (written) {
      return written.toString(StandardCharsets.UTF_8);
    }
  }

  private void start(Connector connector) {
    Map<String, String> environment = Map.of("TERM", "xterm-256color", "LANG", "ja_JP.UTF-8");
    WizardOptions options =
        new WizardOptions(
            connector,
            "1.0",
            "firstday",
            new DisplayPreferences(Language.EN, Palette.NORMAL),
            false,
            look -> {},
            Clock.systemUTC(),
            () -> ZoneOffset.UTC,
            new Browser(Map.of()),
            Map.of(),
            Driver.NO_FILES,
            text -> {},
            new Delays());
    FullScreen.ScreenOptions screen = new FullScreen.ScreenOptions(false, true, environment);
    wizard =
        CompletableFuture.supplyAsync(
            () -> new Wizard(options).run(events -> FullScreen.open(terminal, events, screen)),
            work -> Thread.ofPlatform().daemon().start(work));
  }

  private void type(String keys) throws IOException {
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
  }

  private void await(String text) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!written().contains(text)) {
      assertTrue(System.nanoTime() < end, "\"" + text + "\" never came: " + written());
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void assertQuits() throws Exception {
    type("q");
    assertEquals(0, wizard.get(20, TimeUnit.SECONDS).exitCode());
    assertTrue(written().endsWith(GOODBYE), "no trace is left");
  }

  @Test
  void a_terminal_that_never_answers_has_its_first_frame_before_anybody_signs_in()
      throws Exception {
    CompletableFuture<Void> seen = new CompletableFuture<>();
    start(
        () -> {
          seen.join();
          return new Small().connect();
        });
    await("\033[?2026l");
    seen.complete(null);
    await("Root");
    // What it answers at last is no key, wherever it is cut.
    String late = "\033[24;80R\033]11;rgb:ffff/ffff/ffff\007\033[?2026;2$y\033[?64;1;2c";
    for (byte one : late.getBytes(StandardCharsets.UTF_8)) {
      terminal.processInputBytes(new byte[] {one});
    }
    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    assertTrue(!wizard.isDone(), "nothing was pressed");
    assertQuits();
  }

  @Test
  void a_terminal_that_tells_no_size_is_taken_for_one_of_80_by_24() throws Exception {
    terminal.setSize(new Size(0, 0));
    start(() -> new Small().connect());
    await("Root");
    String rule = "-".repeat(79);
    assertTrue(written().contains("\033[3;1H" + rule), written());
    assertTrue(written().contains("\033[22;1H" + rule), written());
    assertQuits();
  }

  @Test
  void a_fault_of_ours_gives_the_terminal_back_first() {
    start(
        () -> {
          throw new IllegalStateException("a fault");
        });
    Exception thrown = assertThrows(Exception.class, () -> wizard.get(20, TimeUnit.SECONDS));
    assertEquals("a fault", thrown.getCause().getMessage());
    assertTrue(written().endsWith(GOODBYE), "no trace is left");
  }

  @Test
  void a_window_that_is_dragged_about_breaks_nothing_and_loses_no_key() throws Exception {
    start(() -> new Small().connect());
    await("Root");
    Random random = new Random(53);
    for (int i = 0; i < 500; i++) {
      terminal.setSize(new Size(random.nextInt(200), random.nextInt(60)));
      terminal.raise(Signal.WINCH);
      if (i % 50 == 0) {
        type("\033[B");
      }
    }
    terminal.setSize(new Size(80, 24));
    terminal.raise(Signal.WINCH);
    await("Word");
    assertQuits();
  }

  @Test
  void a_paste_over_every_page_on_the_way_to_a_plan_confirms_nothing() throws Exception {
    Small account = new Small();
    start(account::connect);
    await("Root");
    type("\033[B\033[200~a9012\r\r\033[201~");
    await("finding.state");
    type(" a");
    await("Plan");
    for (int i = 0; i < 3; i++) {
      type("\033[200~9012\r\033[201~");
      LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    }
    await("please.");
    type("\033[27u");
    assertTrue(account.written.isEmpty());
    assertQuits();
  }
}
