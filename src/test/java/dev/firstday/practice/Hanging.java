package dev.firstday.practice;

import dev.firstday.aws.operations.CallListener;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.AbortedException;

/** AWS not answering some calls: they hang until they are given up, or AWS answers again. */
public final class Hanging implements CallListener {
  private final AtomicInteger hung = new AtomicInteger();
  private final CountDownLatch answers = new CountDownLatch(1);
  private volatile Set<String> operations;

  public Hanging(String... operations) {
    this.operations = Set.of(operations);
  }

  /** From now on these operations hang, and no others. */
  public void hang(String... others) {
    operations = Set.of(others);
  }

  @Override
  public void calling(String service, String operation, String region) {
    if (operations.contains(operation)) {
      hung.incrementAndGet();
      try {
        answers.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw AbortedException.create("interrupted", e);
      }
    }
  }

  /** How many calls have hung so far. */
  public int hung() {
    return hung.get();
  }

  /** From now on every call is answered. */
  public void answer() {
    answers.countDown();
  }
}
