package dev.firstday;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints at the end of a run which ten test classes took longest: where a run can get shorter. */
public final class SlowestClasses implements TestExecutionListener {
  private static final int SHOWN = 10;

  private final Map<String, Long> began = new ConcurrentHashMap<>();
  private final Map<String, Duration> took = new ConcurrentHashMap<>();

  @Override
  public void executionStarted(TestIdentifier test) {
    began.put(test.getUniqueId(), System.nanoTime());
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Duration time = Duration.ofNanos(System.nanoTime() - began.remove(test.getUniqueId()));
    if (test.getSource().orElse(null) instanceof ClassSource source && test.isContainer()) {
      took.merge(source.getClassName(), time, Duration::plus);
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (took.size() > SHOWN) {
      System.out.println(
          took.entrySet().stream()
              .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
              .limit(SHOWN)
              .map(one -> "%6.1f s  %s".formatted(one.getValue().toMillis() / 1e3, one.getKey()))
              .collect(
                  Collectors.joining(
                      "\n", "The slowest of %d classes:%n".formatted(took.size()), "")));
    }
  }
}
