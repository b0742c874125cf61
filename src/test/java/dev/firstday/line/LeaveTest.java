package dev.firstday.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Language;
import dev.firstday.line.io.BackgroundWork;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.io.SessionEnded;
import dev.firstday.line.io.StreamLineIo;
import dev.firstday.line.io.WaitCancelled;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is heard while a look hangs, and what Ctrl+C does then, by a clock that a test moves. */
@Timeout(60)
class LeaveTest {
  private final StringWriter out = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger looks = new AtomicInteger();
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final CompletableFuture<Void> result = new CompletableFuture<>();
  private StreamLineIo talk;

  private void reading(boolean person, Language language) {
    talk = new StreamLineIo(new BufferedReader(Reader.nullReader()), new PrintWriter(out), person);
    BackgroundWork waiting =
        new BackgroundWork(
            new LineWriter(talk, language, ZoneOffset.UTC),
            Duration.ofSeconds(30),
            () -> {
              looks.incrementAndGet();
              return nanos.get();
            });
    Thread.ofVirtual()
        .uncaughtExceptionHandler((thread, end) -> result.completeExceptionally(end))
        .start(() -> waiting.reading("line.checking", this::hang));
    after(0);
  }

  private void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }

  /** Lets time go by, until it was noticed. */
  private void after(int seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    int enough = looks.get() + 5;
    while (looks.get() < enough) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private List<String> said() {
    return out.toString().lines().toList();
  }

  /** How it ends when Ctrl+C is pressed. */
  private Throwable ended() throws InterruptedException {
    talk.interrupt();
    Throwable end = assertThrows(CompletionException.class, result::join).getCause();
    interrupted.await();
    return end;
  }

  @Test
  void after_ten_seconds_a_person_is_told_how_to_leave_a_look_and_can() throws Exception {
    reading(true, Language.EN);
    after(9);
    assertEquals(List.of(), said());
    after(1);
    assertEquals(
        List.of("Still waiting, 10 seconds: checking. Ctrl+C goes on without it."), said());
    after(29);
    assertEquals(1, said().size());
    after(1);
    assertEquals(
        "Still waiting, 40 seconds: checking. Ctrl+C goes on without it.", said().getLast());
    assertInstanceOf(WaitCancelled.class, ended());
    assertFalse(talk.interrupted(), "the next question is asked as ever");
  }

  @Test
  void the_offer_is_made_in_japanese_too() throws Exception {
    reading(true, Language.JA);
    after(12);
    assertEquals(List.of("応答を待っています。12秒経過: 確認。Ctrl+Cで待たずに先へ進みます。"), said());
    ended();
  }

  @Test
  void where_nobody_reads_along_nothing_is_offered_and_control_c_ends_it() throws Exception {
    reading(false, Language.EN);
    after(12);
    assertEquals(List.of(), said());
    assertInstanceOf(SessionEnded.class, ended());
    assertTrue(talk.interrupted());
  }
}
