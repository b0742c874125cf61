package dev.firstday.line.io;

import dev.firstday.terminal.AlternateScreen;
import dev.firstday.terminal.Width;
import dev.firstday.terminal.Wrap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Plain lines in and out, without a single control character: for screen readers, dumb terminals
 * and pipes. A thread of its own reads, so that Ctrl+C is noticed while nothing is typed.
 */
public final class StreamLineIo implements LineIo {
  private static final int COLUMNS = 79;

  private final BufferedReader in;
  private final PrintWriter out;
  private final boolean person;
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private boolean reading;

  /**
   * @param person whether a person types, so that the terminal shows what is typed; else it is
   *     repeated, so that the transcript can be read
   */
  public StreamLineIo(BufferedReader in, PrintWriter out, boolean person) {
    this.in = in;
    this.out = out;
    this.person = person;
  }

  @Override
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public Optional<TypedLine> ask(String prompt, boolean kept) {
    Optional<TypedLine> typed = wait(prompt);
    if (!person) {
      typed.map(TypedLine::text).ifPresentOrElse(text -> repeat(prompt, text), out::println);
      out.flush();
    }
    return typed;
  }

  @Override
  public Optional<TypedLine> askQuietly(String prompt) {
    Optional<TypedLine> typed = wait(prompt);
    if (!person) {
      out.println();
      out.flush();
    }
    return typed;
  }

  @Override
  public Optional<AlternateScreen> alternateScreen() {
    return Optional.empty();
  }

  private void repeat(String prompt, String text) {
    String said = Width.sanitise(text);
    if (Width.of(prompt) + 1 + Width.of(said) <= COLUMNS) {
      out.println(said);
    } else {
      out.println();
      Wrap.lines(said, COLUMNS).forEach(out::println);
    }
  }

  private Optional<TypedLine> wait(String prompt) {
    out.print(prompt + " ");
    out.flush();
    startReading();
    try {
      return interrupted.get()
          ? Optional.empty()
          : lines.take().map(text -> new TypedLine(text, false));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void startReading() {
    if (!reading) {
      reading = true;
      Thread.ofPlatform().daemon().name("line-reader").start(this::read);
    }
  }

  private void read() {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(Optional.of(line));
      }
    } catch (IOException e) {
      // A terminal that is gone has nothing more to say.
    }
    // Every further question finds the end too.
    lines.add(Optional.empty());
    lines.add(Optional.empty());
  }

  /** Ctrl+C: whoever waits for a line waits no more. */
  public synchronized void interrupt() {
    if (!interrupted.getAndSet(true)) {
      lines.add(Optional.empty());
    }
  }

  @Override
  public boolean interrupted() {
    return interrupted.get();
  }

  @Override
  public synchronized void goOn() {
    if (interrupted.getAndSet(false)) {
      lines.remove(Optional.<String>empty());
    }
  }

  @Override
  public boolean readAlong() {
    return person;
  }
}
