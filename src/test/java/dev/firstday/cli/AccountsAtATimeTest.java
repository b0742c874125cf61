package dev.firstday.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.cli.commands.ManyAccounts;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many accounts there are, few are in memory. */
class AccountsAtATimeTest {
  @Test
  @Timeout(30)
  void sixteen_accounts_are_looked_at_at_a_time_and_no_more() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    // Sixteen have to meet before any of them goes on.
    CyclicBarrier together = new CyclicBarrier(16);
    Callable<Integer> look =
        () -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          together.await();
          return now.decrementAndGet();
        };
    List<Integer> seen = ManyAccounts.fewAtATime(Collections.nCopies(48, look));
    assertEquals(48, seen.size());
    assertEquals(16, most.get());
  }
}
