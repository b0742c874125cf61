package dev.firstday.terminal;

import dev.firstday.terminal.TerminalEvent.Closed;
import java.io.IOError;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlocking;
import org.jline.utils.NonBlockingInputStream;

/**
 * Reads the terminal. One thread does nothing but read, because a read of a Unix terminal can only
 * wait for tenths of a second; the other decodes, and so can recognise an Escape within
 * milliseconds.
 */
final class Input {
  private static final int END_OF_INPUT = -1;
  private static final int STOP = -2;
  private static final int WAKE = -3;

  private final NonBlockingInputStream source;
  private final Consumer<TerminalEvent> events;
  private final KeyDecoder decoder;
  private final int escapeMillis;
  private final BlockingQueue<Integer> bytes = new LinkedBlockingQueue<>();
  private final Thread reader = new Thread(this::read, "terminal-input");
  private final Thread decoding = new Thread(this::decode, "terminal-keys");
  private volatile boolean running = true;
  private volatile boolean discarding;

  Input(
      Terminal terminal,
      Consumer<TerminalEvent> events,
      IntConsumer cursorColumns,
      int escapeMillis) {
    this.source = NonBlocking.nonBlocking(terminal.getName(), terminal.input());
    this.events = events;
    this.decoder = new KeyDecoder(this::hand, cursorColumns);
    this.escapeMillis = escapeMillis;
  }

  void start() {
    reader.setDaemon(true);
    decoding.setDaemon(true);
    reader.start();
    decoding.start();
  }

  /** Ends both threads; returns when neither reads the terminal any more. */
  void stop() {
    running = false;
    bytes.add(STOP);
    for (Thread thread : new Thread[] {reader, decoding}) {
      if (thread != Thread.currentThread()) {
        try {
          thread.join(2000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** Drops what was typed so far and all that comes before the first pause. */
  void discard() {
    discarding = true;
    bytes.add(WAKE);
  }

  private void read() {
    try {
      while (running) {
        int next = source.read(50);
        if (next != NonBlockingInputStream.READ_EXPIRED) {
          bytes.add(next);
        }
        if (next == NonBlockingInputStream.EOF) {
          return;
        }
      }
    } catch (IOException | IOError e) {
      bytes.add(END_OF_INPUT);
    }
  }

  private void decode() {
    try {
      while (true) {
        boolean timed = discarding || decoder.waiting();
        Integer next = timed ? bytes.poll(escapeMillis, TimeUnit.MILLISECONDS) : bytes.take();
        if (next == null) {
          decoder.timeout();
          discarding = false;
        } else if (next == STOP) {
          return;
        } else if (next == END_OF_INPUT) {
          events.accept(new Closed());
          return;
        } else if (next != WAKE) {
          decoder.feed(next.byteValue());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hand(TerminalEvent event) {
    if (running && !discarding) {
      events.accept(event);
    }
  }

  /** The time that tells a lone Escape from the start of a sequence: longer over the network. */
  static int escapeMillis(Map<String, String> environment) {
    String wanted = environment.getOrDefault("FIRSTDAY_ESC_MS", "");
    if (wanted.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(wanted);
    }
    boolean remote =
        environment.containsKey("SSH_CONNECTION") || environment.containsKey("SSH_TTY");
    return remote ? 100 : 50;
  }
}
