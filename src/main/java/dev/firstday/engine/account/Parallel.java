package dev.firstday.engine.account;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Looks that are had at the same time. */
public final class Parallel {
  private Parallel() {}

  /**
   * Has all these looks, and returns when the last has ended.
   *
   * @throws InterruptedException if this thread is to end: then so are they
   */
  public static void all(Collection<? extends FutureTask<?>> looks) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(looks.stream().map(Executors::callable).toList());
    }
  }

  /** What a look that has ended has shown; what went wrong in it goes wrong here. */
  public static <T> T seen(FutureTask<T> look) {
    if (look.state() == Future.State.SUCCESS) {
      return look.resultNow();
    }
    switch (look.exceptionNow()) {
      case RuntimeException fault -> throw fault;
      case Error fault -> throw fault;
      case Throwable fault -> throw new IllegalStateException(fault);
    }
  }
}
