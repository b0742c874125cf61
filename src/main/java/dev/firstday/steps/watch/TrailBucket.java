package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.steps.resources.AccessLogging;
import dev.firstday.steps.resources.LogBucket;
import dev.firstday.steps.resources.Policies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/** The bucket that a trail delivers to. */
record TrailBucket(Account account, Answers answers, Assessment.Builder found) {
  private static final String SERVICE = "cloudtrail.amazonaws.com";

  /**
   * Says how the bucket stands, and plans what it lacks.
   *
   * @param delivery whether its policy has to be seen to let CloudTrail write: while that works, it
   *     does, however it is worded
   * @return whether it could be seen if it is there
   */
  boolean assess(
      String bucket, String region, Optional<String> prefix, String trail, boolean delivery) {
    String folder =
        prefix.map(text -> text + "/").orElse("")
            + "AWSLogs/%s/".formatted(account.identity().accountId());
    LogBucket.Wanted wanted =
        new LogBucket.Wanted(
            "trail/bucket",
            bucket,
            region,
            bucket.startsWith("firstday-") ? "" : folder,
            delivery ? delivery(LogBucket.arn(account, bucket), folder, region, trail) : List.of(),
            answers.integer("expire-days"));
    boolean seen = LogBucket.assess(account, wanted, found);
    if (answers.flag("bucket-access-logging")) {
      AccessLogging.assess(account, wanted, found.apart());
    }
    return seen;
  }

  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
  private List<IamStatement> delivery(
      String bucketArn, String folder, String region, String trail) {
    String trailArn = account.identity().arnOf("cloudtrail", region, "trail/" + trail);
    return List.of(
        Policies.allow(
            "FirstdayCloudTrailAclCheck",
            SERVICE,
            "s3:GetBucketAcl",
            bucketArn,
            Map.of("aws:SourceArn", trailArn)),
        Policies.allow(
            "FirstdayCloudTrailWrite",
            SERVICE,
            "s3:PutObject",
            bucketArn + "/" + folder + "*",
            Map.of("aws:SourceArn", trailArn, "s3:x-amz-acl", "bucket-owner-full-control")));
  }
}
