package dev.firstday.steps.resources;

import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;

/** How long logs have to stay. */
public final class LogRetention {
  /**
   * The least number of days that logs are kept: PCI DSS 10.5.1 wants three months at hand, and an
   * intrusion is often found only after weeks.
   */
  public static final int DAYS = 90;

  private LogRetention() {}

  public static boolean enough(int days) {
    return days >= DAYS;
  }

  public static PutRetentionPolicyRequest put(String group, int days) {
    return PutRetentionPolicyRequest.builder().logGroupName(group).retentionInDays(days).build();
  }
}
