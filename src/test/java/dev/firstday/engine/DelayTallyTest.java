package dev.firstday.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.firstday.catalog.Language;
import dev.firstday.engine.account.Delay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is said of many calls that AWS makes us wait for, by a clock that a test moves. */
class DelayTallyTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

  private List<String> said(Language language, int calls, Duration between) {
    DelayTally tally = new DelayTally(nanos::get);
    List<String> said = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      tally.add(new Delay("ec2 DescribeVpcs", 2, 3), new Texts(language)).ifPresent(said::add);
      nanos.addAndGet(between.toNanos());
    }
    return said;
  }

  @Test
  void a_slow_minute_is_one_line_however_many_calls_are_waited_for() {
    assertEquals(
        List.of("AWS is slow or throttling: trying ec2 DescribeVpcs again (2 of 3)"),
        said(Language.EN, 1448, Duration.ofMillis(40)));
  }

  @Test
  void each_further_minute_is_one_line_that_counts() {
    assertEquals(
        List.of(
            "AWS is slow or throttling: trying ec2 DescribeVpcs again (2 of 3)",
            "AWS is slow or throttling: 1,201 late answers and retries so far.",
            "AWS is slow or throttling: 2,401 late answers and retries so far."),
        said(Language.EN, 3000, Duration.ofMillis(50)));
    assertEquals(
        "AWSの遅延またはスロットリングが続いています (応答の遅れと再試行: これまでに計61回)",
        said(Language.JA, 61, Duration.ofSeconds(1)).getLast());
  }
}
