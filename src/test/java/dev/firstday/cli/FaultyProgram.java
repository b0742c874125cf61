package dev.firstday.cli;

import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Writes;
import dev.firstday.cli.run.RunEnvironment;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The program, with a fault of ours in its third write, or with slow writes. */
public final class FaultyProgram {
  private static final int WRITE = 3;
  private static final Duration SLOW = Duration.ofMillis(300);

  private FaultyProgram() {}

  /** Runs it; the variable {@code FAULT} says what goes wrong. */
  public static void main(String[] arguments) {
    Main.setProperties();
    String fault = System.getenv("FAULT");
    AtomicInteger writes = new AtomicInteger();
    RunEnvironment world =
        Main.world(
            (service, operation, region) -> {
              if (!isWrite(operation)) {
                return;
              }
              if (fault.equals("slow")) {
                LockSupport.parkNanos(SLOW.toNanos());
              } else if (writes.incrementAndGet() == WRITE) {
                fail(fault);
              }
            });
    System.exit(Cli.run(world, arguments));
  }

  private static boolean isWrite(String operation) {
    return Writes.ALL.stream().map(Operation::name).anyMatch(operation::equals);
  }

  private static void fail(String fault) {
    switch (fault) {
      case "exception" -> throw new IllegalStateException("a fault of ours");
      case "memory" -> System.err.println(new long[Integer.MAX_VALUE].length);
      default -> throw new IllegalArgumentException(fault);
    }
  }
}
