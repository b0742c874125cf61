package dev.firstday.line.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.catalog.Language;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is heard while something runs, by a clock that a test moves. */
@Timeout(30)
class BackgroundWorkTest {
  private final StringWriter out = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger looks = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final BackgroundWork waiting;
  private final CompletableFuture<String> result;

  BackgroundWorkTest() {
    StreamLineIo talk =
        new StreamLineIo(new BufferedReader(new StringReader("")), new PrintWriter(out), false);
    waiting =
        new BackgroundWork(
            new LineWriter(talk, Language.EN, ZoneOffset.UTC),
            Duration.ofSeconds(30),
            () -> {
              looks.incrementAndGet();
              return nanos.get();
            });
    result =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return waiting.writing("line.checking", this::work, () -> {});
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    // The time that it begins with has been taken.
    looked();
  }

  private String work() {
    try {
      end.await();
      return "done";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets time go by, until it was noticed. */
  private void after(int seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    looked();
  }

  private void looked() {
    int enough = looks.get() + 3;
    while (looks.get() < enough) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private List<String> said() {
    return out.toString().lines().toList();
  }

  @Test
  void every_thirty_seconds_of_silence_it_is_said_that_it_goes_on() {
    after(29);
    assertEquals(List.of(), said());
    after(1);
    assertEquals(List.of("Still working, 30 seconds: checking"), said());
    after(29);
    assertEquals(1, said().size());
    after(1);
    assertEquals("Still working, 60 seconds: checking", said().getLast());
    end.countDown();
    assertEquals("done", result.join());
    assertEquals(2, said().size());
  }

  @Test
  void whatever_else_is_said_breaks_the_silence_and_tells_what_is_waited_for() {
    after(20);
    waiting.tell(() -> out.write("Done 1 of 2\n"));
    waiting.now("the second");
    looked();
    after(20);
    assertEquals(List.of("Done 1 of 2"), said());
    after(10);
    assertEquals(List.of("Done 1 of 2", "Still working, 50 seconds: the second"), said());
    end.countDown();
    result.join();
  }
}
