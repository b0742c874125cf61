package dev.firstday.steps;

import dev.firstday.aws.Clients;
import dev.firstday.steps.resources.Policies;
import java.util.List;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscriptionFrequency;
import software.amazon.awssdk.services.costexplorer.model.MonitorDimension;
import software.amazon.awssdk.services.costexplorer.model.MonitorType;
import software.amazon.awssdk.services.costexplorer.model.Subscriber;
import software.amazon.awssdk.services.costexplorer.model.SubscriberType;

/** What somebody set up by hand, or left behind. */
public final class ByHand {
  private static final String GROUP = "arn:aws:logs:ap-northeast-1:123456789012:log-group:mine:*";

  private ByHand() {}

  /** Everything is there, and each thing lacks what guards it. */
  static void open(Clients there) {
    trail(there);
    costs(there);
    for (String role : new String[] {"firstday-events", "firstday-flow-logs"}) {
      there
          .iam()
          .createRole(
              r ->
                  r.roleName(role).assumeRolePolicyDocument(Policies.of(List.of(elsewhere(role)))));
    }
    there.guardDuty().createDetector(r -> r.enable(false));
  }

  /** A trail whose bucket has lost its policy and its block, and whose log group forgets. */
  private static void trail(Clients there) {
    there
        .s3()
        .createBucket(
            r ->
                r.bucket("mine")
                    .createBucketConfiguration(c -> c.locationConstraint("ap-northeast-1")));
    there.s3().putBucketPolicy(r -> r.bucket("mine").policy(LET_IN));
    there.logs().createLogGroup(r -> r.logGroupName("mine"));
    there.logs().putRetentionPolicy(r -> r.logGroupName("mine").retentionInDays(1));
    there
        .iam()
        .createRole(
            r ->
                r.roleName("mine")
                    .assumeRolePolicyDocument(
                        Policies.of(List.of(Policies.trust("cloudtrail.amazonaws.com")))));
    there
        .iam()
        .putRolePolicy(
            r ->
                r.roleName("mine")
                    .policyName("mine")
                    .policyDocument(
                        """
                        {"Version": "2012-10-17", "Statement":
                          {"Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "*"}}
                        """));
    patiently(
        () ->
            there
                .cloudTrail()
                .createTrail(
                    r ->
                        r.name("mine")
                            .s3BucketName("mine")
                            .isMultiRegionTrail(true)
                            .includeGlobalServiceEvents(true)
                            .enableLogFileValidation(true)
                            .cloudWatchLogsLogGroupArn(GROUP)
                            .cloudWatchLogsRoleArn("arn:aws:iam::123456789012:role/mine")));
    there
        .cloudTrail()
        .putEventSelectors(
            r ->
                r.trailName("mine")
                    .eventSelectors(
                        EventSelector.builder()
                            .readWriteType(ReadWriteType.WRITE_ONLY)
                            .includeManagementEvents(true)
                            .build()));
    there.s3().deleteBucketPolicy(r -> r.bucket("mine"));
    there.s3().deletePublicAccessBlock(r -> r.bucket("mine"));
  }

  /** Trust in the service, as long as it acts for somebody else. */
  private static IamStatement elsewhere(String role) {
    String service = role.equals("firstday-events") ? "events" : "vpc-flow-logs";
    return Policies.trust(service + ".amazonaws.com").toBuilder()
        .addCondition(IamConditionOperator.STRING_EQUALS, "aws:SourceAccount", "210987654321")
        .build();
  }

  /** Somebody who tries again: a new role can't be assumed at once. */
  public static void patiently(Runnable call) {
    for (int attempt = 1; ; attempt++) {
      try {
        call.run();
        return;
      } catch (CloudTrailException e) {
        if (attempt == 5) {
          throw e;
        }
      }
    }
  }

  private static final String LET_IN =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"},
         "Action": "s3:*", "Resource": ["arn:aws:s3:::mine", "arn:aws:s3:::mine/*"]}]}
      """;

  /** Our subscription, which somebody has given to somebody else. */
  private static void costs(Clients there) {
    String monitor =
        there
            .costExplorer()
            .createAnomalyMonitor(
                r ->
                    r.anomalyMonitor(
                        m ->
                            m.monitorName("firstday-services")
                                .monitorType(MonitorType.DIMENSIONAL)
                                .monitorDimension(MonitorDimension.SERVICE)))
            .monitorArn();
    there
        .costExplorer()
        .createAnomalySubscription(
            r ->
                r.anomalySubscription(
                    s ->
                        s.subscriptionName("firstday-cost-anomalies")
                            .monitorArnList(monitor)
                            .frequency(AnomalySubscriptionFrequency.DAILY)
                            .thresholdExpression(
                                e ->
                                    e.dimensions(
                                        d ->
                                            d.key("ANOMALY_TOTAL_IMPACT_ABSOLUTE")
                                                .matchOptionsWithStrings("GREATER_THAN_OR_EQUAL")
                                                .values("100")))
                            .subscribers(
                                Subscriber.builder()
                                    .type(SubscriberType.EMAIL)
                                    .address("ren@example.com")
                                    .build())));
  }
}
