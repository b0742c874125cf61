package dev.firstday.aws.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private final AtomicLong now = new AtomicLong(123_456_789);
  private final RateLimiter pace =
      new RateLimiter(
          Map.of("sns:Publish", new RateLimiter.Rate(2, 3), "sns", new RateLimiter.Rate(1, 1)),
          now::get);

  private long wait(String operation, String region) {
    return pace.wait("sns", operation, region) / 1_000_000;
  }

  @Test
  void so_many_come_at_once_and_the_others_at_the_rate() {
    assertEquals(0, wait("Publish", "us-east-1"));
    assertEquals(0, wait("Publish", "us-east-1"));
    assertEquals(0, wait("Publish", "us-east-1"));
    assertEquals(500, wait("Publish", "us-east-1"));
    assertEquals(1000, wait("Publish", "us-east-1"));
  }

  @Test
  void nobody_waits_longer_for_what_was_saved_up_than_the_burst() {
    now.addAndGet(Duration.ofHours(1).toNanos());
    so_many_come_at_once_and_the_others_at_the_rate();
  }

  @Test
  void regions_and_operations_do_not_wait_for_each_other_but_the_rest_of_a_service_does() {
    assertEquals(0, wait("Subscribe", "us-east-1"));
    assertEquals(0, wait("Publish", "us-east-1"));
    assertEquals(0, wait("Subscribe", "eu-west-1"));
    assertEquals(1000, wait("Unsubscribe", "us-east-1"));
    assertEquals(0, pace.wait("iam", "ListUsers", "us-east-1"));
  }

  @Test
  void every_operation_with_a_rate_is_one_that_is_called() {
    RateLimiter.DOCUMENTED
        .keySet()
        .forEach(
            key ->
                assertTrue(
                    Stream.concat(Reads.ALL.stream(), Writes.ALL.stream())
                        .anyMatch(one -> one.key().equals(key) || one.service().cli().equals(key)),
                    key));
  }
}
