package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.operations.CallListener;
import dev.firstday.catalog.Language;
import dev.firstday.engine.account.Delays;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.WriteLog;
import dev.firstday.terminal.Browser;
import dev.firstday.terminal.FullScreen;
import dev.firstday.tui.model.DisplayPreferences;
import dev.firstday.tui.widgets.Palette;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;

/**
 * How long it takes from a key's byte to the last byte of the frame that answers it, at 120x35 and
 * while every step is being looked at; and what is written while nobody does anything. It prints
 * what it measures: {@code mvn -Pbench verify}.
 */
class KeyToFrameBenchmark {
  private static final int WARM_UP = 400;
  private static final int KEYS = 1200;
  private static final String SYNC_END = "\033[?2026l";

  /** A key, and what only the frame that answers it says. */
  private record Press(String key, String answer) {}

  private static final String THE_LIST = "ルートユーザーとアカウント";

  private static final List<Press> ROUND =
      List.of(
          new Press("/", "検索"),
          new Press("\033[27u", THE_LIST),
          new Press("?", "個のキー"),
          new Press("\033[27u", THE_LIST),
          new Press("\t", "で実行、"));

  private final Screen written = new Screen();

  /** What the wizard writes; it knows when the frame that is waited for has come. */
  private static final class Screen extends OutputStream {
    private final StringBuilder text = new StringBuilder();
    private String answer = "";
    private CountDownLatch complete = new CountDownLatch(0);
    private long at;

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      text.append(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
      // It comes byte by byte: to search all of it each time took longer than to paint it.
      if (!answer.isEmpty() && endsFrame()) {
        int found = text.indexOf(answer);
        if (found >= 0) {
          at = System.nanoTime();
          answer = "";
          complete.countDown();
        }
      }
    }

    private boolean endsFrame() {
      int start = text.length() - SYNC_END.length();
      return start >= 0 && text.indexOf(SYNC_END, start) == start;
    }

    synchronized CountDownLatch expect(String frame) {
      text.setLength(0);
      // As bytes, since a write may end within a character.
      answer = new String(frame.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      complete = new CountDownLatch(1);
      return complete;
    }

    synchronized long at() {
      return at;
    }

    synchronized int length() {
      return text.length();
    }
  }

  @Test
  void prints_how_long_a_key_takes() throws Exception {
    try (LineDisciplineTerminal terminal =
        new LineDisciplineTerminal("bench", "xterm-256color", written, StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(120, 35));
      CountDownLatch list = written.expect("ap-northeast-1");
      Thread wizard = Thread.ofPlatform().start(() -> run(terminal));
      assertTrue(list.await(30, TimeUnit.SECONDS), "no first frame");
      LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
      List<Double> millis = new ArrayList<>();
      for (int i = 0; i < WARM_UP + KEYS; i++) {
        if (i % 50 == 0) {
          type("R", terminal);
        }
        double took = measure(ROUND.get(i % ROUND.size()), terminal);
        if (i >= WARM_UP) {
          millis.add(took);
        }
      }
      print(millis, idle());
      type("q", terminal);
      wizard.join(5000);
      assertTrue(!wizard.isAlive(), "q ends it");
    }
  }

  private static void run(LineDisciplineTerminal terminal) {
    FullScreen.ScreenOptions screen =
        new FullScreen.ScreenOptions(
            true,
            true,
            Map.of("TERM", "xterm-256color", "LANG", "ja_JP.UTF-8", "FIRSTDAY_ESC_MS", "5"));
    new Wizard(options()).run(events -> FullScreen.open(terminal, events, screen));
  }

  private static WizardOptions options() {
    Clock clock = Clock.system(ZoneOffset.ofHours(9));
    return new WizardOptions(
        () ->
            Accounts.session(
                Accounts.ALL,
                new PracticeAccount(
                    Scenario.NEW,
                    WriteLog.NONE,
                    CallListener.NONE,
                    Duration.ofMillis(20),
                    clock,
                    true),
                Accounts.ANSWERS,
                clock,
                false),
        "1.0",
        "firstday",
        new DisplayPreferences(Language.JA, Palette.NORMAL),
        false,
        look -> {},
        clock,
        clock::getZone,
        new Browser(Map.of()),
        Map.of(),
        Driver.NO_FILES,
        text -> {},
        new Delays());
  }

  private double measure(Press press, LineDisciplineTerminal terminal)
      throws IOException, InterruptedException {
    CountDownLatch complete = written.expect(press.answer());
    long start = System.nanoTime();
    type(press.key(), terminal);
    assertTrue(
        complete.await(5, TimeUnit.SECONDS), () -> "no answer to " + press + " in " + written.text);
    return (written.at() - start) / 1e6;
  }

  private static void type(String keys, LineDisciplineTerminal terminal) throws IOException {
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
  }

  /** Characters written in two seconds, once the last look has ended. */
  private int idle() {
    LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
    written.expect("");
    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    return written.length();
  }

  private static void print(List<Double> millis, int idle) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "key to frame, 120x35, steps being looked at: p50 %.2f ms, p99 %.2f ms, most %.2f ms (%d"
            + " keys)%ncharacters written in 2 s of idleness: %d%n",
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast(),
        sorted.size(),
        idle);
  }
}
