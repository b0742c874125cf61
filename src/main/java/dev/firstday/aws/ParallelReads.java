package dev.firstday.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.AbortedException;

/** Reads several things at the same time. */
final class ParallelReads {
  private ParallelReads() {}

  /** What each of them gave, in their order. */
  static <K, T> List<T> of(List<K> things, Function<K, T> look) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> looks =
          things.stream().map(thing -> threads.submit(() -> look.apply(thing))).toList();
      return all(looks);
    }
  }

  private static <T> List<T> all(List<Future<T>> looks) {
    try {
      List<T> all = new ArrayList<>();
      for (Future<T> one : looks) {
        all.add(one.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      // The threads that are still looking are stopped with this one.
      Thread.currentThread().interrupt();
      throw AbortedException.create("interrupted", e);
    }
  }
}
