package dev.firstday.aws.client;

import dev.firstday.aws.operations.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Keeps calls inside the request rates that AWS documents, which hold for an account in a Region.
 * Where AWS gives no numbers the SDK's own retries are all there is.
 */
public final class RateLimiter {
  /** As fast as it goes. */
  public static final RateLimiter NONE = new RateLimiter(Map.of(), System::nanoTime);

  /**
   * How often an operation may be called.
   *
   * @param perSecond calls a second
   * @param burst how many of them may come at once
   */
  record Rate(int perSecond, int burst) {
    long nanosBetween() {
      return 1_000_000_000L / perSecond;
    }
  }

  private static final Rate ONE = new Rate(1, 1);
  private static final Rate THREE = new Rate(3, 3);
  private static final Rate FIVE = new Rate(5, 5);
  private static final Rate NINE = new Rate(9, 9);
  private static final Rate TEN = new Rate(10, 10);

  /**
   * By operation, or by service for all others of it.
   *
   * @see <a href="https://docs.aws.amazon.com/accounts/latest/reference/quotas.html">account</a>,
   *     where China has less, which is taken
   * @see <a
   *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html">CloudTrail</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html">CloudWatch
   *     Logs</a>; it has no number for metric filters
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html">CloudWatch</a>
   * @see <a href="https://docs.aws.amazon.com/general/latest/gr/sns.html">SNS</a>
   */
  static final Map<String, Rate> DOCUMENTED =
      Map.ofEntries(
          Map.entry("account:GetAlternateContact", new Rate(3, 5)),
          Map.entry("account:GetContactInformation", new Rate(3, 5)),
          Map.entry("account:GetAccountInformation", THREE),
          Map.entry("account:PutAlternateContact", new Rate(1, 6)),
          Map.entry("account:DeleteAlternateContact", new Rate(1, 6)),
          Map.entry("account:PutContactInformation", new Rate(1, 2)),
          Map.entry("cloudtrail:DescribeTrails", TEN),
          Map.entry("cloudtrail:GetEventSelectors", TEN),
          Map.entry("cloudtrail:GetTrailStatus", TEN),
          Map.entry("cloudtrail:ListTrails", TEN),
          Map.entry("cloudtrail", ONE),
          Map.entry("logs:CreateLogGroup", FIVE),
          Map.entry("logs:DeleteLogGroup", FIVE),
          Map.entry("logs:DescribeLogGroups", FIVE),
          Map.entry("logs:DescribeMetricFilters", FIVE),
          Map.entry("logs:PutMetricFilter", FIVE),
          Map.entry("logs:DeleteMetricFilter", FIVE),
          Map.entry("cloudwatch:DescribeAlarms", NINE),
          Map.entry("cloudwatch:PutMetricAlarm", THREE),
          Map.entry("cloudwatch:DeleteAlarms", THREE),
          Map.entry("sns:ListSubscriptionsByTopic", new Rate(30, 30)),
          Map.entry("sns:Subscribe", new Rate(100, 100)),
          Map.entry("sns:Unsubscribe", new Rate(100, 100)));

  private final Map<String, Rate> rates;
  private final LongSupplier nanos;
  private final Map<List<String>, CallQueue> lines = new ConcurrentHashMap<>();

  /** The calls of one operation in one Region, one behind the other. */
  private static final class CallQueue {
    private final Rate rate;
    private long next = Long.MIN_VALUE;

    CallQueue(Rate rate) {
      this.rate = rate;
    }

    /** Takes the next place, and tells how long it is until its turn. */
    synchronized long place(long now) {
      long slack = (rate.burst() - 1) * rate.nanosBetween();
      next = Math.max(next, now - slack);
      long wait = Math.max(0, next - now);
      next += rate.nanosBetween();
      return wait;
    }
  }

  RateLimiter(Map<String, Rate> rates, LongSupplier nanos) {
    this.rates = rates;
    this.nanos = nanos;
  }

  /** What AWS documents. */
  public static RateLimiter documented() {
    return new RateLimiter(DOCUMENTED, System::nanoTime);
  }

  /** Waits until a call may be made. */
  public void await(Operation<?, ?> operation, String region) {
    long wait = wait(operation.service().cli(), operation.name(), region);
    if (wait > 0) {
      try {
        Thread.sleep(Duration.ofNanos(wait));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw AbortedException.create("interrupted", e);
      }
    }
  }

  /** How long to wait until a call may be made, which is taken to be made then. */
  long wait(String service, String operation, String region) {
    String key = rates.containsKey(service + ":" + operation) ? service + ":" + operation : service;
    Rate rate = rates.get(key);
    return rate == null
        ? 0
        : lines
            .computeIfAbsent(List.of(key, region), line -> new CallQueue(rate))
            .place(nanos.getAsLong());
  }
}
