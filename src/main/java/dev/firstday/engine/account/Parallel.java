package dev.firstday.engine.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Work that is done at the same time. */
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

  /**
   * Runs all these tasks, each once those before it have ended, however they did; returns when the
   * last has ended.
   *
   * @param before the tasks before each, by its key; no task stands before itself
   * @throws InterruptedException if this thread is to end: then so are they
   */
  public static <K, T extends FutureTask<?>> void ordered(Map<K, T> tasks, Map<K, List<K>> before)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(
          tasks.keySet().stream()
              .map(key -> after(before.getOrDefault(key, List.of()), tasks, key))
              .toList());
    }
  }

  private static <K, T extends FutureTask<?>> Callable<Boolean> after(
      List<K> before, Map<K, T> tasks, K key) {
    return () -> {
      for (K earlier : before) {
        ended(Objects.requireNonNull(tasks.get(earlier)));
      }
      Objects.requireNonNull(tasks.get(key)).run();
      return true;
    };
  }

  private static void ended(FutureTask<?> task) throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException | CancellationException e) {
      // It has ended; what went wrong is told by whoever asks for its result.
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
