package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Roles;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** Whether CloudTrail can write where a trail says: into its bucket, and into its log group. */
record TrailDelivery(PracticeState model, String region) {
  /** Refuses a trail that could not be delivered. */
  void require(Trail trail) {
    requireBucket(trail.s3BucketName());
    if (trail.cloudWatchLogsLogGroupArn() != null) {
      requireLogGroup(trail.cloudWatchLogsLogGroupArn());
      requireRole(trail.cloudWatchLogsRoleArn());
    }
  }

  private void requireBucket(String bucket) {
    if (model.buckets.find(bucket).isEmpty()) {
      throw error(400, "S3BucketDoesNotExistException", "S3 bucket %s does not exist!", bucket);
    }
    if (!model.buckets.lets("cloudtrail.amazonaws.com", bucket)) {
      throw error(
          400,
          "InsufficientS3BucketPolicyException",
          "Incorrect S3 bucket policy is detected for bucket: %s",
          bucket);
    }
  }

  /** It finds the group by the ARN of its streams only. */
  private void requireLogGroup(String arn) {
    if (model.logGroups.all(region).stream().noneMatch(kept -> kept.group.arn().equals(arn))) {
      throw error(
          400,
          "InvalidCloudWatchLogsLogGroupArnException",
          "CloudTrail cannot validate the specified log group ARN.");
    }
  }

  private void requireRole(String arn) {
    Roles.RoleRecord role =
        model
            .roles
            .assumed(arn)
            .orElseThrow(
                () ->
                    error(
                        400,
                        "InvalidCloudWatchLogsRoleArnException",
                        "Access denied. Check the trust relationships for your role."));
    if (role.policies.values().stream().noneMatch(policy -> policy.contains("PutLogEvents"))) {
      throw error(
          400,
          "InvalidCloudWatchLogsLogGroupArnException",
          "Access denied. Check the permissions for your role.");
    }
  }
}
