package dev.firstday.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.TextGraphics;
import dev.firstday.terminal.FullScreen.ScreenOptions;
import dev.firstday.terminal.TerminalEvent.Pasted;
import dev.firstday.terminal.TerminalEvent.Pressed;
import dev.firstday.terminal.TerminalEvent.Resized;
import dev.firstday.terminal.TerminalEvent.ScreenResumed;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FullScreenTest {
  private static final String GOODBYE =
      "\033[0m\033[?1006l\033[?1000l\033[?2026l\033[?2004l\033[?25h\033[?1049l";

  private final LinkedBlockingQueue<TerminalEvent> events = new LinkedBlockingQueue<>();
  private final Map<String, String> environment = new HashMap<>();
  private EmulatedTerminal emulator;
  private FullScreen screen;
  private Runnable whileStopped = () -> {};

  @BeforeEach
  void open() throws IOException {
    environment.put("TERM", "xterm-256color");
    environment.put("LANG", "ja_JP.UTF-8");
    emulator = new EmulatedTerminal(40, 10, "\033[1;2R");
    screen = open(emulator, true);
  }

  @AfterEach
  void close() throws IOException {
    screen.close();
    emulator.close();
  }

  @Test
  void bytes_come_in_as_events() throws Exception {
    emulator.type("a\r\033[A\003あ\033[200~x\ny\033[201~\t");
    assertEquals(new Pressed(Key.of('a')), next());
    assertEquals(new Pressed(Key.ENTER), next());
    assertEquals(new Pressed(Key.UP), next());
    assertEquals(new Pressed(Key.control('c')), next());
    assertEquals(new Pressed(Key.of('あ')), next());
    assertEquals(new Pasted("x y"), next());
    assertEquals(new Pressed(Key.TAB), next());
  }

  @Test
  void an_escape_acts_within_its_limit() throws Exception {
    long start = System.nanoTime();
    emulator.type("\033");
    assertEquals(new Pressed(Key.ESCAPE), next());
    long millis = (System.nanoTime() - start) / 1_000_000;
    // A busy machine is late to notice that the time is up.
    assertTrue(millis >= 40 && millis < 1000, millis + " ms");
  }

  @Test
  void the_limit_is_longer_over_the_network_and_can_be_set() {
    assertEquals(50, Input.escapeMillis(Map.of()));
    assertEquals(100, Input.escapeMillis(Map.of("SSH_TTY", "/dev/pts/0")));
    assertEquals(100, Input.escapeMillis(Map.of("SSH_CONNECTION", "a b")));
    assertEquals(7, Input.escapeMillis(Map.of("SSH_TTY", "x", "FIRSTDAY_ESC_MS", "7")));
    assertEquals(50, Input.escapeMillis(Map.of("FIRSTDAY_ESC_MS", "no")));
  }

  @Test
  void a_frame_arrives_in_the_cells() {
    screen.paint(
        graphics -> {
          Width.draw(graphics, 1, 0, "アカウント 123456789012 𠮷田", 38);
          Width.draw(graphics, 0, 1, screen.glyphs().horizontal().repeat(39), 39);
          Width.draw(graphics, 2, 9, "q 終了", 20);
          return Caret.at(7, 9);
        });
    assertEquals(" アカウント 123456789012 𠮷田", emulator.row(0));
    assertEquals("─".repeat(39), emulator.row(1));
    assertEquals("  q 終了", emulator.row(9));
    assertArrayEquals(new int[] {7, 9}, emulator.cursor());
  }

  @Test
  void a_terminal_that_is_not_UTF_8_gets_ASCII_and_nothing_moves() throws IOException {
    environment.put("LANG", "ja_JP.eucJP");
    try (EmulatedTerminal plain = new EmulatedTerminal(40, 10, null);
        FullScreen full = open(plain, true)) {
      full.paint(
          graphics -> {
            Width.draw(graphics, 0, 0, "田中 é – … 𠮷|", 38);
            Width.draw(graphics, 20, 0, full.glyphs().vertical(), 1);
            return Caret.at(5, 0);
          });
      assertEquals("____ e - . __|      |", plain.row(0));
      assertArrayEquals(new int[] {5, 0}, plain.cursor());
      assertTrue(plain.take().chars().allMatch(c -> c < 0x80));
    }
  }

  @Test
  void a_frame_is_one_synchronised_update_that_ends_at_the_caret() {
    screen.paint(text("one", Caret.at(3, 0)));
    emulator.take();
    screen.paint(text("two", Caret.at(2, 0)));
    String frame = emulator.take();
    assertTrue(frame.startsWith("\033[?2026h\033[?25l"), frame);
    assertTrue(frame.endsWith("\033[1;3H\033[?25h\033[?2026l"), frame);
    assertFalse(frame.contains("\033[2J"), frame);
  }

  @Test
  void only_the_first_frame_and_a_wanted_one_clear_the_screen() {
    emulator.take();
    screen.paint(text("x".repeat(39), Caret.HIDDEN));
    assertTrue(emulator.take().contains("\033[2J"));
    screen.paint(graphics -> Caret.HIDDEN);
    assertFalse(emulator.take().contains("\033[2J"));
    screen.repaint();
    screen.paint(text("y", Caret.HIDDEN));
    assertTrue(emulator.take().contains("\033[2J"));
    assertEquals("y", emulator.row(0));
  }

  @Test
  void an_unchanged_frame_writes_nothing() throws Exception {
    screen.paint(text("同じ", Caret.hiddenAt(3, 1)));
    emulator.take();
    for (int i = 0; i < 50; i++) {
      screen.paint(text("同じ", Caret.hiddenAt(3, 1)));
    }
    assertEquals("", emulator.take());
    screen.paint(text("同じ", Caret.at(3, 1)));
    assertEquals("\033[?2026h\033[2;4H\033[?25h\033[?2026l", emulator.take());
  }

  @Test
  void wide_and_narrow_text_replace_each_other_cleanly() {
    Random random = new Random(48);
    for (int i = 0; i < 300; i++) {
      String line = Width.fit(Width.sanitise(WidthTest.random(random, 30)), 39);
      screen.paint(text(line, Caret.HIDDEN));
      assertEquals(line.stripTrailing(), emulator.row(0));
    }
  }

  @Test
  void what_follows_a_character_of_doubtful_width_has_its_own_address() {
    emulator.take();
    screen.paint(text("a─日b", Caret.HIDDEN));
    String frame = emulator.take();
    assertTrue(frame.contains("a─\033[1;3H日\033[1;5Hb"), frame);
  }

  @Test
  void without_colours_bold_and_reverse_stay() throws IOException {
    try (EmulatedTerminal plain = new EmulatedTerminal(40, 10, null);
        FullScreen mono = open(plain, false)) {
      mono.paint(
          graphics -> {
            graphics.setForegroundColor(TextColor.ANSI.RED);
            graphics.enableModifiers(SGR.BOLD, SGR.REVERSE);
            Width.draw(graphics, 0, 0, "focus", 10);
            return Caret.HIDDEN;
          });
      String frame = plain.take();
      assertFalse(frame.matches("(?s).*\033\\[[0-9;]*[34][0-9]m.*"), frame);
      assertTrue(frame.contains("\033[1m") && frame.contains("\033[7m"), frame);
    }
  }

  @Test
  void a_failing_painter_shows_nothing_and_harms_nothing() {
    screen.paint(text("before", Caret.HIDDEN));
    try {
      screen.paint(
          graphics -> {
            Width.draw(graphics, 0, 0, "half", 10);
            throw new IllegalStateException("no");
          });
    } catch (IllegalStateException e) {
      assertEquals("no", e.getMessage());
    }
    assertEquals("before", emulator.row(0));
    screen.paint(text("after", Caret.HIDDEN));
    assertEquals("after", emulator.row(0));
  }

  @Test
  void closing_leaves_no_trace() throws IOException {
    EmulatedTerminal fresh = new EmulatedTerminal(40, 10, "\033[1;2R");
    SignalHandler handler = signal -> {};
    fresh.terminal().handle(Signal.WINCH, handler);
    String before = fresh.terminal().getAttributes().toString();
    FullScreen full = open(fresh, true);
    assertFalse(fresh.terminal().getAttributes().getLocalFlag(LocalFlag.ICANON));
    assertFalse(fresh.terminal().getAttributes().getLocalFlag(LocalFlag.ISIG));
    String hello = fresh.take();
    assertTrue(hello.startsWith("\033[?1049h\033[?2004h\033[?25l"), hello);
    full.paint(text("x", Caret.HIDDEN));
    full.close();
    full.close();
    full.paint(text("never", Caret.HIDDEN));
    String all = fresh.take();
    assertTrue(all.endsWith("\033[?2026l" + GOODBYE), all);
    assertFalse(all.contains("\033[?1049h"), all);
    assertEquals(before, fresh.terminal().getAttributes().toString());
    assertEquals(handler, fresh.terminal().handle(Signal.WINCH, SignalHandler.SIG_DFL));
    fresh.close();
  }

  @Test
  void a_resize_is_an_event_and_the_next_frame_has_the_new_size() throws Exception {
    screen.paint(text("x", Caret.HIDDEN));
    emulator.take();
    emulator.resize(60, 12);
    assertEquals(new Resized(60, 12), next());
    screen.paint(
        graphics -> {
          assertEquals(60, graphics.getSize().getColumns());
          assertEquals(12, graphics.getSize().getRows());
          Width.draw(graphics, 50, 11, "corner", 9);
          return Caret.HIDDEN;
        });
    assertTrue(emulator.take().contains("\033[2J"));
    assertEquals(" ".repeat(50) + "corner", emulator.row(11));
  }

  @Test
  void a_size_of_nothing_is_80_by_24() throws Exception {
    emulator.resize(0, 0);
    assertEquals(new Resized(80, 24), next());
  }

  @Test
  void any_size_can_be_painted() {
    Random random = new Random(53);
    for (int i = 0; i < 500; i++) {
      emulator.resize(1 + random.nextInt(400), 1 + random.nextInt(120));
      screen.paint(
          graphics -> {
            int columns = graphics.getSize().getColumns();
            for (int row = 0; row < graphics.getSize().getRows(); row += 7) {
              Width.draw(graphics, 0, row, "アカウント ─ account ".repeat(20), columns);
            }
            return Caret.at(columns - 1, graphics.getSize().getRows() - 1);
          });
    }
  }

  @Test
  void going_outside_shows_the_normal_screen_and_comes_back_whole() throws Exception {
    screen.paint(text("inside", Caret.HIDDEN));
    emulator.take();
    assertTrue(
        screen.outside(
            () -> {
              assertEquals(GOODBYE, emulator.take());
              assertTrue(emulator.terminal().getAttributes().getLocalFlag(LocalFlag.ICANON));
              screen.paint(text("lost", Caret.HIDDEN));
              assertEquals("", emulator.take());
            }));
    assertTrue(emulator.take().startsWith("\033[?1049h"));
    screen.paint(text("inside", Caret.HIDDEN));
    assertTrue(emulator.take().contains("\033[2J"));
    assertEquals("inside", emulator.row(0));
    assertEquals(new Resized(40, 10), next());
    assertTypingWorks();
  }

  @Test
  void a_stop_restores_everything_and_going_on_says_so() throws Exception {
    whileStopped =
        () -> {
          assertTrue(emulator.take().endsWith(GOODBYE));
          assertTrue(emulator.terminal().getAttributes().getLocalFlag(LocalFlag.ECHO));
          assertEquals(
              SignalHandler.SIG_DFL,
              emulator.terminal().handle(Signal.TSTP, SignalHandler.SIG_DFL));
        };
    screen.suspend();
    assertEquals(new Resized(40, 10), next());
    assertEquals(new ScreenResumed(), next());
    assertFalse(emulator.terminal().getAttributes().getLocalFlag(LocalFlag.ECHO));
    assertTypingWorks();
    emulator.terminal().raise(Signal.TSTP);
    assertEquals(new Resized(40, 10), next());
    assertEquals(new ScreenResumed(), next());
    emulator.terminal().raise(Signal.CONT);
    assertEquals(new ScreenResumed(), next());
    assertTypingWorks();
  }

  @Test
  void a_window_resized_while_stopped_has_its_new_size_afterwards() throws Exception {
    whileStopped = () -> emulator.resize(60, 12);
    screen.suspend();
    assertEquals(new Resized(60, 12), next());
    assertEquals(new ScreenResumed(), next());
    screen.paint(text("x".repeat(60), Caret.HIDDEN));
    assertEquals("x".repeat(60), emulator.row(0));
  }

  @Test
  void a_held_key_does_not_answer_a_new_question() throws Exception {
    // Long enough that a busy machine makes no pause between two keys.
    environment.put("FIRSTDAY_ESC_MS", "1000");
    try (EmulatedTerminal held = new EmulatedTerminal(40, 10, "\033[1;2R");
        FullScreen full = open(held, true)) {
      held.type("y");
      assertEquals(new Pressed(Key.of('y')), next());
      full.drainInput();
      for (int i = 0; i < 10; i++) {
        held.type("y\033[1;2R");
      }
      assertTypingWorks(held);
    }
  }

  @Test
  void the_terminal_is_asked_how_wide_a_line_is() throws Exception {
    assertEquals(Glyphs.UNICODE, screen.glyphs());
    assertEquals(Glyphs.ASCII, glyphs("\033[1;3R"));
    assertNull(events.poll());
    screen.paint(graphics -> Caret.HIDDEN);
    assertEquals("", emulator.row(0));
  }

  @Test
  void a_terminal_that_never_answers_gets_ascii() throws Exception {
    try (EmulatedTerminal silent = new EmulatedTerminal(40, 10, null);
        FullScreen full = open(silent, true)) {
      assertEquals(Glyphs.ASCII, full.glyphs());
    }
  }

  @Test
  void an_answer_that_comes_late_is_no_key_and_mends_the_next_frame() throws Exception {
    try (EmulatedTerminal late = new EmulatedTerminal(40, 10, null);
        FullScreen full = open(late, true)) {
      assertEquals(Glyphs.ASCII, full.glyphs());
      late.type("\033[1;2Rq");
      assertEquals(new TerminalEvent.GlyphsKnown(Glyphs.UNICODE), next());
      assertEquals(new Pressed(Key.of('q')), next());
      assertEquals(Glyphs.UNICODE, full.glyphs());
    }
  }

  @Test
  void where_the_answer_is_known_the_terminal_is_not_asked() throws Exception {
    for (Map<String, String> known :
        List.of(
            Map.of("TERM", "linux", "LANG", "ja_JP.UTF-8"),
            Map.of("TERM", "xterm", "LANG", "C"),
            Map.of("TERM", "xterm", "LANG", "ja_JP.UTF-8", "LC_ALL", "ja_JP.eucJP"),
            Map.of("TERM", "xterm"),
            Map.of("LANG", "ja_JP.UTF-8"))) {
      assertEquals(Glyphs.ASCII, Glyphs.decided(false, known).orElseThrow(), known.toString());
    }
    assertEquals(Glyphs.ASCII, Glyphs.decided(true, environment).orElseThrow());
    assertTrue(Glyphs.decided(false, environment).isEmpty());
    environment.put("TERM", "vt100");
    EmulatedTerminal old = new EmulatedTerminal(40, 10, null);
    open(old, true).close();
    assertFalse(old.take().contains("\033[6n"));
  }

  @Test
  void the_end_of_input_is_an_event() throws Exception {
    EmulatedTerminal ending = new EmulatedTerminal(40, 10, "\033[1;2R");
    FullScreen full = open(ending, true);
    ending.close();
    assertEquals(new TerminalEvent.Closed(), next());
    full.close();
  }

  private Glyphs glyphs(String cursorReport) throws IOException {
    try (EmulatedTerminal other = new EmulatedTerminal(40, 10, cursorReport);
        FullScreen full = open(other, true)) {
      return full.glyphs();
    }
  }

  private FullScreen open(EmulatedTerminal emulated, boolean colour) {
    ScreenOptions options = new ScreenOptions(false, colour, environment);
    return new FullScreen(
        emulated.terminal(), events::add, options, emulated.patience(), () -> whileStopped.run());
  }

  private static FullScreen.FramePainter text(String text, Caret caret) {
    return (TextGraphics graphics) -> {
      Width.draw(graphics, 0, 0, text, graphics.getSize().getColumns());
      return caret;
    };
  }

  /** After a pause, what is typed arrives, and nothing that was typed before it. */
  private void assertTypingWorks() throws Exception {
    assertTypingWorks(emulator);
  }

  /** A key that was dropped for want of a pause is typed again, as a person does. */
  private void assertTypingWorks(EmulatedTerminal typedInto) throws Exception {
    TerminalEvent event = null;
    for (int tries = 0; event == null && tries < 5; tries++) {
      typedInto.type("k");
      event = next();
    }
    assertEquals(new Pressed(Key.of('k')), event);
  }

  private TerminalEvent next() throws InterruptedException {
    return events.poll(2, TimeUnit.SECONDS);
  }
}
