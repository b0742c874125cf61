package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.steps.resources.AccessLogging;
import dev.firstday.steps.resources.LandingZone;
import dev.firstday.steps.resources.LogBucket;
import dev.firstday.steps.resources.Policies;
import dev.firstday.steps.watch.Trails.ObservedTrail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.StartLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.Tag;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.UpdateTrailRequest;

/** What {@link TrailStep} would write. */
record TrailChanges(Account account, Answers answers, Assessment.Builder found) {
  /** The id of the change that creates or completes the trail. */
  static final String TRAIL = "trail/trail";

  private static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";
  private static final String BUCKET = "/trailList/0/S3BucketName";
  private static final String ALL_REGIONS = "/trailList/0/IsMultiRegionTrail";
  private static final String VALIDATION = "/trailList/0/LogFileValidationEnabled";
  private static final String LOG_GROUP = "/trailList/0/CloudWatchLogsLogGroupArn";

  /** The trail, where there is none to complete. */
  void create() {
    String name = answers.text("name").orElseThrow();
    String region = account.homeRegion();
    String bucket = "firstday-trail-%s-%s".formatted(account.identity().accountId(), region);
    TrailLogs logs = new TrailLogs(account, answers, found, region);
    logs.prefetch();
    boolean seen = bucket(bucket, region, Optional.empty(), name, true);
    if (!logs.own() || !seen) {
      return;
    }
    CreateTrailRequest.Builder create =
        CreateTrailRequest.builder()
            .name(name)
            .s3BucketName(bucket)
            .isMultiRegionTrail(true)
            .includeGlobalServiceEvents(true)
            .enableLogFileValidation(true)
            .cloudWatchLogsLogGroupArn(logs.groupArn() + ":*")
            .cloudWatchLogsRoleArn(logs.roleArn())
            .tagsList(Tag.builder().key("CreatedBy").value("firstday").build());
    found.change(
        trail(name, create, region, List.of(BUCKET, ALL_REGIONS, VALIDATION, LOG_GROUP))
            .create(Note.of("trail", name, bucket)));
    start(name, region);
  }

  private ChangeBuilder trail(
      String name, AwsRequest.Builder request, String region, List<String> fields) {
    return account
        .change(TRAIL, request, region)
        .verifiedBy(
            account.query(
                Reads.DESCRIBE_TRAILS, read -> read.trailNameList(name).includeShadowTrails(false)),
            fields.toArray(String[]::new))
        // What CloudTrail says as long as a bucket's policy or a role has not reached it.
        .waitingFor(
            Duration.ofSeconds(90),
            "InsufficientS3BucketPolicyException",
            "InvalidCloudWatchLogsLogGroupArnException",
            "InvalidCloudWatchLogsRoleArnException",
            "S3BucketDoesNotExistException");
  }

  private void start(String name, String region) {
    found.change(
        account
            .change("trail/logging", StartLoggingRequest.builder().name(name), region)
            .verifiedBy(
                account.query(Reads.GET_TRAIL_STATUS, read -> read.name(name)), "/IsLogging")
            .update(Note.of("logging", name)));
  }

  /** What a trail of this account lacks. */
  void complete(ObservedTrail observed) {
    Trail trail = observed.trail();
    boolean landingZone = LandingZone.of(trail.name()).isPresent();
    TrailLogs logs = new TrailLogs(account, answers, found, trail.homeRegion());
    prefetch(logs, observed, landingZone);
    boolean failing = observed.failing(GetTrailStatusResponse::latestDeliveryError).isPresent();
    bucket(
        trail.s3BucketName(),
        trail.homeRegion(),
        Optional.ofNullable(trail.s3KeyPrefix()).filter(prefix -> !prefix.isEmpty()),
        trail.name(),
        failing || !observed.logging());
    if (observed.toLogs()) {
      logs.of(trail);
    }
    if (!landingZone) {
      completeOwn(observed, logs);
    } else if (!observed.whole()) {
      // A second trail of our own would be paid for, event by event: nobody asked for one.
      LandingZone.keeps(trail.name(), found);
      found.info(Note.of("no-second-trail"));
    }
  }

  private static void prefetch(TrailLogs logs, ObservedTrail observed, boolean landingZone) {
    boolean ours = observed.toLogs() && logs.areOf(observed.trail());
    if (ours || !observed.toLogs() && !landingZone) {
      logs.prefetch();
    }
    if (ours) {
      logs.policyAhead();
    }
  }

  private void completeOwn(ObservedTrail observed, TrailLogs logs) {
    Trail trail = observed.trail();
    update(observed, Optional.of(logs).filter(own -> !observed.toLogs() && own.own()));
    if (!observed.takesManagementEvents()) {
      var selected = observed.selectors().orElseThrow();
      found.change(TrailEventSelectors.takeManagementEvents(account, trail, selected));
    }
    if (!observed.logging()) {
      start(trail.name(), trail.homeRegion());
    }
  }

  private void update(ObservedTrail observed, Optional<TrailLogs> logs) {
    Trail trail = observed.trail();
    var update = UpdateTrailRequest.builder().name(trail.name());
    var back = UpdateTrailRequest.builder().name(trail.name());
    List<String> fields = new ArrayList<>();
    if (!observed.multiRegion()) {
      update.isMultiRegionTrail(true).includeGlobalServiceEvents(true);
      back.isMultiRegionTrail(false).includeGlobalServiceEvents(trail.includeGlobalServiceEvents());
      fields.add(ALL_REGIONS);
    }
    if (!observed.validates()) {
      update.enableLogFileValidation(true);
      back.enableLogFileValidation(false);
      fields.add(VALIDATION);
    }
    if (logs.isPresent()) {
      update.cloudWatchLogsLogGroupArn(logs.get().groupArn() + ":*");
      update.cloudWatchLogsRoleArn(logs.get().roleArn());
      back.cloudWatchLogsLogGroupArn("").cloudWatchLogsRoleArn("");
      fields.add(LOG_GROUP);
    }
    if (!fields.isEmpty()) {
      found.change(
          trail(trail.name(), update, trail.homeRegion(), fields)
              .update(Note.of("complete", trail.name()), back));
    }
  }

  /**
   * Says how the bucket stands, and plans what it lacks.
   *
   * @param delivery whether its policy has to be seen to let CloudTrail write: while that works, it
   *     does, however it is worded
   * @return whether it could be seen if it is there
   */
  private boolean bucket(
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
            CLOUDTRAIL,
            "s3:GetBucketAcl",
            bucketArn,
            Map.of("aws:SourceArn", trailArn)),
        Policies.allow(
            "FirstdayCloudTrailWrite",
            CLOUDTRAIL,
            "s3:PutObject",
            bucketArn + "/" + folder + "*",
            Map.of("aws:SourceArn", trailArn, "s3:x-amz-acl", "bucket-owner-full-control")));
  }
}
