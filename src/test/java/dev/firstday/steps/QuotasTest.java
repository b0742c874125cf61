package dev.firstday.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.firstday.aws.client.RateLimiter;
import dev.firstday.engine.apply.Outcome;
import dev.firstday.practice.PracticeAccount;
import dev.firstday.practice.Scenario;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** An account that throttles as AWS documents it. */
class QuotasTest {
  /**
   * Calls a second and how many may come at once, from AWS's pages of quotas. Each operation has a
   * bucket of its own.
   */
  private static final Map<String, double[]> QUOTAS =
      Map.ofEntries(
          Map.entry("account:GetAlternateContact", new double[] {10, 15}),
          Map.entry("account:GetContactInformation", new double[] {10, 15}),
          Map.entry("account:GetAccountInformation", new double[] {3, 3}),
          Map.entry("account:PutAlternateContact", new double[] {5, 8}),
          Map.entry("cloudtrail:DescribeTrails", new double[] {10, 10}),
          Map.entry("cloudtrail:GetEventSelectors", new double[] {10, 10}),
          Map.entry("cloudtrail:GetTrailStatus", new double[] {10, 10}),
          Map.entry("cloudtrail:ListTrails", new double[] {10, 10}),
          Map.entry("cloudtrail:CreateTrail", new double[] {1, 1}),
          Map.entry("cloudtrail:StartLogging", new double[] {1, 1}),
          Map.entry("logs:CreateLogGroup", new double[] {5, 5}),
          Map.entry("logs:DescribeLogGroups", new double[] {5, 5}),
          Map.entry("logs:PutMetricFilter", new double[] {5, 5}),
          Map.entry("logs:DescribeMetricFilters", new double[] {5, 5}),
          Map.entry("cloudwatch:DescribeAlarms", new double[] {9, 9}),
          Map.entry("cloudwatch:PutMetricAlarm", new double[] {3, 3}),
          Map.entry("sns:ListSubscriptionsByTopic", new double[] {30, 30}),
          Map.entry("sns:Subscribe", new double[] {100, 100}));

  private final Queue<String> throttled = new ConcurrentLinkedQueue<>();

  /** What is left of a quota. */
  private static final class Bucket {
    private final double rate;
    private final double most;
    private double tokens;
    private long at = System.nanoTime();

    Bucket(double[] quota) {
      rate = quota[0];
      most = quota[1];
      tokens = most;
    }

    synchronized boolean take() {
      long now = System.nanoTime();
      tokens = Math.min(most, tokens + (now - at) / 1e9 * rate);
      at = now;
      // A busy machine wakes sleepers late, and several then at once: two more than that may come.
      boolean enough = tokens > -1.05;
      tokens -= enough ? 1 : 0;
      return enough;
    }
  }

  private void limit(PracticeAccount practice) {
    Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    practice.add(
        (service, operation) -> {
          String key = service + ":" + operation;
          if (!QUOTAS.containsKey(key)
              || buckets.computeIfAbsent(key, k -> new Bucket(QUOTAS.get(k))).take()) {
            return Optional.empty();
          }
          throttled.add(key);
          return Optional.of(
              AwsServiceException.builder()
                  .statusCode(400)
                  .awsErrorDetails(
                      AwsErrorDetails.builder()
                          .errorCode("ThrottlingException")
                          .errorMessage("Rate exceeded")
                          .serviceName(service)
                          .build())
                  .build());
        });
  }

  private Outcome checkAndApply(RateLimiter pace) {
    Map<String, String> answers = new HashMap<>(Bench.ANSWERS);
    answers.put("regions", "home");
    Bench bench =
        new Bench(
            listener -> {
              PracticeAccount practice = Bench.practice(Scenario.NEW, listener);
              limit(practice);
              return practice;
            },
            answers,
            Clock.systemUTC(),
            Thread::sleep,
            pace);
    return bench.apply("alternate-contacts", "trail", "monitoring", "service-logs");
  }

  @Test
  void a_check_and_an_apply_stay_inside_the_rates_that_AWS_documents() {
    Outcome.Ending ending = checkAndApply(RateLimiter.documented()).ending();
    assertEquals(List.of(), List.copyOf(throttled));
    assertEquals(Outcome.Ending.COMPLETED, ending);
  }

  @Test
  void without_a_pace_they_would_not() {
    checkAndApply(RateLimiter.NONE);
    assertNotEquals(List.of(), List.copyOf(throttled));
  }
}
