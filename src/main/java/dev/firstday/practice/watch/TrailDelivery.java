package dev.firstday.practice.watch;

import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Roles;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** Whether CloudTrail can write where a trail says: into its bucket, and into its log group. */
record TrailDelivery(PracticeCall practiceCall) {
  /** Refuses a trail that could not be delivered. */
  void require(PracticeState model, Trail trail) {
    requireBucket(model, trail.s3BucketName());
    if (trail.cloudWatchLogsLogGroupArn() != null) {
      requireLogGroup(model, trail.cloudWatchLogsLogGroupArn());
      requireRole(model, trail.cloudWatchLogsRoleArn());
    }
  }

  private void requireBucket(PracticeState model, String bucket) {
    if (model.buckets.find(bucket).isEmpty()) {
      throw error(
          "S3BucketDoesNotExistException", "S3 bucket %s does not exist!".formatted(bucket));
    }
    if (!model.buckets.lets("cloudtrail.amazonaws.com", bucket)) {
      throw error(
          "InsufficientS3BucketPolicyException",
          "Incorrect S3 bucket policy is detected for bucket: " + bucket);
    }
  }

  /** It finds the group by the ARN of its streams only. */
  private void requireLogGroup(PracticeState model, String arn) {
    if (model.logGroups.all(practiceCall.region()).stream()
        .noneMatch(kept -> kept.group.arn().equals(arn))) {
      throw error(
          "InvalidCloudWatchLogsLogGroupArnException",
          "CloudTrail cannot validate the specified log group ARN.");
    }
  }

  private void requireRole(PracticeState model, String arn) {
    Roles.RoleRecord role =
        model
            .roles
            .assumed(arn)
            .orElseThrow(
                () ->
                    error(
                        "InvalidCloudWatchLogsRoleArnException",
                        "Access denied. Check the trust relationships for your role."));
    if (role.policies.values().stream().noneMatch(policy -> policy.contains("PutLogEvents"))) {
      throw error(
          "InvalidCloudWatchLogsLogGroupArnException",
          "Access denied. Check the permissions for your role.");
    }
  }

  private AwsServiceException error(String code, String message) {
    return practiceCall.error(CloudTrailException.builder(), 400, code, message);
  }
}
