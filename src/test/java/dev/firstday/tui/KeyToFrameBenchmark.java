package dev.firstday.tui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.CallListener;
import dev.firstday.catalog.Language;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.WriteLog;
import dev.firstday.terminal.Browser;
import dev.firstday.terminal.FullScreen;
import java.io.ByteArrayOutputStream;
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

  /** A key, and how the frame ends that answers it. */
  private record Press(String key, String answer) {}

  /** The cursor tells which page is seen: in a field it shows, on the key bar it rests there. */
  private static final List<Press> ROUND =
      List.of(
          new Press("/", "\033[?25h" + SYNC_END),
          new Press("\033[27u", "\033[?25l" + SYNC_END),
          new Press("?", "\033[?25h" + SYNC_END),
          new Press("\033[27u", "\033[?25l" + SYNC_END),
          new Press("\t", "\033[35;2H\033[?25l" + SYNC_END));

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private String written() {
    synchronized (written) {
      return written.toString(StandardCharsets.UTF_8);
    }
  }

  private final class Screen extends OutputStream {
    @Override
    public void write(int b) {
      synchronized (written) {
        written.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      synchronized (written) {
        written.write(bytes, from, length);
      }
    }
  }

  @Test
  void prints_how_long_a_key_takes() throws Exception {
    try (LineDisciplineTerminal terminal =
        new LineDisciplineTerminal(
            "bench", "xterm-256color", new Screen(), StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(120, 35));
      Thread wizard = Thread.ofPlatform().start(() -> run(terminal));
      await("ap-northeast-1");
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
    FullScreen.Options screen =
        new FullScreen.Options(
            true, true, Map.of("TERM", "xterm-256color", "FIRSTDAY_ESC_MS", "5"));
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
        new Look(Language.JA, Palette.NORMAL),
        false,
        look -> {},
        clock,
        new Browser(Map.of()),
        Map.of(),
        Driver.NO_FILES,
        text -> {});
  }

  private double measure(Press press, LineDisciplineTerminal terminal) throws IOException {
    synchronized (written) {
      written.reset();
    }
    long start = System.nanoTime();
    type(press.key(), terminal);
    while (!written().contains(press.answer())) {
      assertTrue(System.nanoTime() - start < 5_000_000_000L, "no answer to " + press);
      Thread.onSpinWait();
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static void type(String keys, LineDisciplineTerminal terminal) throws IOException {
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
  }

  private void await(String text) {
    while (!written().contains(text)) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Bytes written in two seconds, once the last look has ended. */
  private int idle() {
    LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
    synchronized (written) {
      written.reset();
    }
    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    return written().length();
  }

  private static void print(List<Double> millis, int idle) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "key to frame, 120x35, steps being looked at: p50 %.2f ms, p99 %.2f ms, most %.2f ms (%d"
            + " keys)%nbytes written in 2 s of idleness: %d%n",
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast(),
        sorted.size(),
        idle);
  }
}
