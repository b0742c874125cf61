package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.LandingZone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.DeleteTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.StartLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.StopLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.Tag;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.UpdateTrailRequest;

/** What {@link TrailStep} would write. */
final class TrailChanges {
  /** The id of the change that creates or completes the trail. */
  static final String TRAIL = "trail/trail";

  private static final Duration A_WHILE = Duration.ofSeconds(90);

  /** What CloudTrail says as long as a bucket's policy or a role has not reached it. */
  private static final String[] NOT_YET = {
    "InsufficientS3BucketPolicyException",
    "InvalidCloudWatchLogsLogGroupArnException",
    "InvalidCloudWatchLogsRoleArnException",
    "S3BucketDoesNotExistException"
  };

  private final Account account;
  private final Answers answers;
  private final Assessment.Builder found;
  private final TrailBucket bucket;

  TrailChanges(Account account, Answers answers, Assessment.Builder found) {
    this.account = account;
    this.answers = answers;
    this.found = found;
    this.bucket = new TrailBucket(account, answers, found);
  }

  /** The trail, where there is none to complete. */
  void create() {
    String name = answers.text("name").orElseThrow();
    String region = account.homeRegion();
    String bucketName = "firstday-trail-%s-%s".formatted(account.identity().accountId(), region);
    TrailLogs logs = new TrailLogs(account, answers, found, region);
    logs.prefetch();
    boolean seen = bucket.assess(bucketName, region, Optional.empty(), name, true);
    if (!logs.own() || !seen) {
      return;
    }
    found.change(
        account
            .change(TRAIL, createRequest(name, bucketName, logs), region)
            .verifiedBy(
                Reads.DESCRIBE_TRAILS,
                described(name),
                "/trailList/0/S3BucketName",
                "/trailList/0/IsMultiRegionTrail",
                "/trailList/0/LogFileValidationEnabled",
                "/trailList/0/CloudWatchLogsLogGroupArn")
            .undoneBy(Effect.DELETE, DeleteTrailRequest.builder().name(name).build())
            .waitingFor(A_WHILE, NOT_YET)
            .build(Effect.CREATE, Note.of("trail", name, bucketName)));
    start(name, region);
  }

  private static CreateTrailRequest createRequest(String name, String bucket, TrailLogs logs) {
    return CreateTrailRequest.builder()
        .name(name)
        .s3BucketName(bucket)
        .isMultiRegionTrail(true)
        .includeGlobalServiceEvents(true)
        .enableLogFileValidation(true)
        .cloudWatchLogsLogGroupArn(logs.groupArn() + ":*")
        .cloudWatchLogsRoleArn(logs.roleArn())
        .tagsList(Tag.builder().key("CreatedBy").value("firstday").build())
        .build();
  }

  /** What a trail of this account lacks. */
  void complete(Trails.ObservedTrail observed) {
    Trail trail = observed.trail();
    boolean landingZone = LandingZone.of(trail.name()).isPresent();
    TrailLogs logs = new TrailLogs(account, answers, found, trail.homeRegion());
    prefetch(logs, observed, landingZone);
    boolean failing = observed.failing(GetTrailStatusResponse::latestDeliveryError).isPresent();
    bucket.assess(
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

  private static void prefetch(TrailLogs logs, Trails.ObservedTrail observed, boolean landingZone) {
    boolean ours = observed.toLogs() && logs.areOf(observed.trail());
    if (ours || !observed.toLogs() && !landingZone) {
      logs.prefetch();
    }
    if (ours) {
      logs.policyAhead();
    }
  }

  private void completeOwn(Trails.ObservedTrail observed, TrailLogs logs) {
    Trail trail = observed.trail();
    update(observed, Optional.of(logs).filter(own -> !observed.toLogs() && own.own()));
    if (!observed.takesManagementEvents()) {
      GetEventSelectorsResponse selected = observed.selectors().orElseThrow();
      found.change(TrailEventSelectors.takeManagementEvents(account, trail, selected));
    }
    if (!observed.logging()) {
      start(trail.name(), trail.homeRegion());
    }
  }

  private void update(Trails.ObservedTrail observed, Optional<TrailLogs> logs) {
    Trail trail = observed.trail();
    if (observed.multiRegion() && observed.validates() && logs.isEmpty()) {
      return;
    }
    UpdateTrailRequest.Builder update = UpdateTrailRequest.builder().name(trail.name());
    UpdateTrailRequest.Builder back = UpdateTrailRequest.builder().name(trail.name());
    List<String> fields = new ArrayList<>();
    if (!observed.multiRegion()) {
      update.isMultiRegionTrail(true).includeGlobalServiceEvents(true);
      back.isMultiRegionTrail(false).includeGlobalServiceEvents(trail.includeGlobalServiceEvents());
      fields.add("/trailList/0/IsMultiRegionTrail");
    }
    if (!observed.validates()) {
      update.enableLogFileValidation(true);
      back.enableLogFileValidation(false);
      fields.add("/trailList/0/LogFileValidationEnabled");
    }
    if (logs.isPresent()) {
      update
          .cloudWatchLogsLogGroupArn(logs.get().groupArn() + ":*")
          .cloudWatchLogsRoleArn(logs.get().roleArn());
      back.cloudWatchLogsLogGroupArn("").cloudWatchLogsRoleArn("");
      fields.add("/trailList/0/CloudWatchLogsLogGroupArn");
    }
    found.change(change(trail, update.build(), back.build(), fields));
  }

  private Change change(
      Trail trail, UpdateTrailRequest update, UpdateTrailRequest undo, List<String> fields) {
    return account
        .change(TRAIL, update, trail.homeRegion())
        .verifiedBy(Reads.DESCRIBE_TRAILS, described(trail.name()), fields.toArray(String[]::new))
        .undoneBy(Effect.CHANGE, undo)
        .waitingFor(A_WHILE, NOT_YET)
        .build(Effect.CHANGE, Note.of("complete", trail.name()));
  }

  private static DescribeTrailsRequest described(String name) {
    return DescribeTrailsRequest.builder().trailNameList(name).includeShadowTrails(false).build();
  }

  private void start(String name, String region) {
    found.change(
        account
            .change("trail/logging", StartLoggingRequest.builder().name(name).build(), region)
            .verifiedBy(
                Reads.GET_TRAIL_STATUS,
                GetTrailStatusRequest.builder().name(name).build(),
                "/IsLogging")
            .undoneBy(Effect.CHANGE, StopLoggingRequest.builder().name(name).build())
            .build(Effect.CHANGE, Note.of("logging", name)));
  }
}
