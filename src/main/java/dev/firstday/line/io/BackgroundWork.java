package dev.firstday.line.io;

import dev.firstday.engine.DelayTally;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.account.Delays;
import dev.firstday.engine.failure.CallFailed;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Work that takes a while, on a thread of its own. What it has to say or to ask comes back here, to
 * the one thread that talks; where it has nothing to say for long, it is said that it goes on.
 */
public final class BackgroundWork {
  private static final Duration SLICE = Duration.ofMillis(200);

  private final LineWriter writer;
  private final Duration heartbeat;
  private final BlockingQueue<Runnable> messages = new LinkedBlockingQueue<>();
  private final LongSupplier nanos;
  private DelayTally delays;
  private String now = "";

  /**
   * @param heartbeat how long to be silent
   * @param nanos what time goes by; it only grows
   */
  public BackgroundWork(LineWriter writer, Duration heartbeat, LongSupplier nanos) {
    this.writer = writer;
    this.heartbeat = heartbeat;
    this.nanos = nanos;
    this.delays = new DelayTally(nanos);
  }

  /** A call that AWS makes us wait for. */
  public void late(Delay delay) {
    messages.add(
        () ->
            delays
                .add(delay, writer.wording())
                .ifPresent(
                    line -> {
                      writer.afresh();
                      writer.say(line);
                    }));
  }

  /** Has the talking thread say something. */
  public void tell(Runnable saying) {
    messages.add(saying);
  }

  /** What is being waited for, as the heartbeat says it. */
  public void now(String what) {
    now = what;
  }

  /** Has the talking thread ask, and waits for the answer. */
  public <T> T ask(Supplier<T> question) throws InterruptedException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    messages.add(
        () -> {
          try {
            answer.complete(question.get());
          } catch (SessionEnded e) {
            answer.cancel(false);
            throw e;
          }
        });
    try {
      return answer.get();
    } catch (ExecutionException | CancellationException e) {
      throw new InterruptedException();
    }
  }

  /** Work that may call AWS. */
  @FunctionalInterface
  public interface BackgroundTask<T> {
    T run() throws CallFailed;
  }

  /**
   * Waits for work that only reads. A person may leave it with Ctrl+C, as they are told when it
   * takes long; where nobody is there, that is the end.
   *
   * @throws WaitCancelled if a person has left it
   */
  public <T> T reading(String what, BackgroundTask<T> work) throws CallFailed {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread worker = begin(what, work, result);
    try {
      return await(
          result,
          writer.attended() ? Optional.of(Delays.LEAVE_AFTER) : Optional.empty(),
          this::left);
    } catch (SessionEnded | WaitCancelled e) {
      worker.interrupt();
      throw e;
    }
  }

  private void left() {
    if (!writer.attended()) {
      throw new SessionEnded();
    }
    writer.goOn();
    throw new WaitCancelled();
  }

  /** The same for work that throws nothing. */
  public void reading(String what, Runnable work) {
    try {
      reading(
          what,
          () -> {
            work.run();
            return true;
          });
    } catch (CallFailed e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits for work that writes, to its end.
   *
   * @param leave what to do when a person wants to leave
   */
  public <T> T writing(String what, Supplier<T> work, Runnable leave) throws InterruptedException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread worker = begin(what, work::get, result);
    try {
      return await(result, Optional.empty(), leave);
    } catch (SessionEnded e) {
      leave.run();
      worker.join();
      throw e;
    } catch (CallFailed e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> Thread begin(String what, BackgroundTask<T> work, CompletableFuture<T> result) {
    now = writer.text(what);
    delays = new DelayTally(nanos);
    return Thread.ofVirtual().start(() -> run(work, result));
  }

  private <T> void run(BackgroundTask<T> work, CompletableFuture<T> result) {
    try {
      result.complete(work.run());
    } catch (Exception | Error e) {
      result.completeExceptionally(e);
    }
    // Whoever waits for a message waits no longer.
    messages.add(() -> {});
  }

  /**
   * @param offer after how long it is said that a person may leave; empty if it never is
   * @param leave what to do when a person wants to leave
   */
  private <T> T await(CompletableFuture<T> result, Optional<Duration> offer, Runnable leave)
      throws CallFailed {
    long silentSince = nanos.getAsLong();
    long begun = silentSince;
    boolean offered = offer.isEmpty();
    boolean left = false;
    while (!result.isDone() || !messages.isEmpty()) {
      Runnable message = next();
      if (message != null) {
        message.run();
        silentSince = nanos.getAsLong();
      } else if (passed(silentSince).compareTo(heartbeat) >= 0
          || !offered && passed(begun).compareTo(offer.get()) >= 0) {
        offered = true;
        writer.afresh();
        writer.tell(
            offer.isPresent() ? "line.heartbeat.leave" : "line.heartbeat",
            passed(begun).toSeconds(),
            now);
        silentSince = nanos.getAsLong();
      }
      if (writer.interrupted() && !left) {
        left = true;
        leave.run();
      }
    }
    return ended(result);
  }

  /** The result of work that has ended, or its failure. */
  private static <T> T ended(CompletableFuture<T> result) throws CallFailed {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CallFailed failed) {
        throw failed;
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private Duration passed(long since) {
    return Duration.ofNanos(nanos.getAsLong() - since);
  }

  private Runnable next() {
    try {
      return messages.poll(SLICE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new SessionEnded();
    }
  }
}
