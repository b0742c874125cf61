package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.AccessLogging;
import dev.firstday.steps.resources.LandingZone;
import dev.firstday.steps.resources.LogBucket;
import dev.firstday.steps.resources.Policies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.DeleteTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.PutEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.StartLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.StopLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.Tag;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.UpdateTrailRequest;

/** What {@link TrailStep} would write. */
final class TrailChanges {
  /** The id of the change that creates or completes the trail. */
  static final String TRAIL = "trail/trail";

  private static final String SERVICE = "cloudtrail.amazonaws.com";
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

  TrailChanges(Account account, Answers answers, Assessment.Builder found) {
    this.account = account;
    this.answers = answers;
    this.found = found;
  }

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
    CreateTrailRequest create =
        CreateTrailRequest.builder()
            .name(name)
            .s3BucketName(bucket)
            .isMultiRegionTrail(true)
            .includeGlobalServiceEvents(true)
            .enableLogFileValidation(true)
            .cloudWatchLogsLogGroupArn(logs.groupArn() + ":*")
            .cloudWatchLogsRoleArn(logs.roleArn())
            .tagsList(Tag.builder().key("CreatedBy").value("firstday").build())
            .build();
    found.change(
        account
            .change(TRAIL, create, region)
            .verifiedBy(
                Reads.DESCRIBE_TRAILS,
                described(name),
                "/trailList/0/S3BucketName",
                "/trailList/0/IsMultiRegionTrail",
                "/trailList/0/LogFileValidationEnabled",
                "/trailList/0/CloudWatchLogsLogGroupArn")
            .undoneBy(Effect.DELETE, DeleteTrailRequest.builder().name(name).build())
            .waitingFor(A_WHILE, NOT_YET)
            .build(Effect.CREATE, Note.of("trail", name, bucket)));
    start(name, region);
  }

  /** What a trail of this account lacks. */
  void complete(Trails.ObservedTrail look) {
    Trail trail = look.trail();
    boolean landingZone = LandingZone.of(trail.name()).isPresent();
    boolean failing = look.failing(GetTrailStatusResponse::latestDeliveryError).isPresent();
    TrailLogs logs = new TrailLogs(account, answers, found, trail.homeRegion());
    if (!look.toLogs() && !landingZone || look.toLogs() && logs.areOf(trail)) {
      logs.prefetch();
    }
    if (look.toLogs() && logs.areOf(trail)) {
      logs.policyAhead();
    }
    bucket(
        trail.s3BucketName(),
        trail.homeRegion(),
        Optional.ofNullable(trail.s3KeyPrefix()).filter(prefix -> !prefix.isEmpty()),
        trail.name(),
        failing || !look.logging());
    if (look.toLogs()) {
      logs.of(trail);
    }
    if (landingZone) {
      // A second trail of our own would be paid for, event by event: nobody asked for one.
      if (!look.whole()) {
        LandingZone.keeps(trail.name(), found);
        found.info(Note.of("no-second-trail"));
      }
      return;
    }
    update(look, Optional.of(logs).filter(own -> !look.toLogs() && own.own()));
    if (!look.takesManagementEvents()) {
      select(trail, look.selectors().orElseThrow());
    }
    if (!look.logging()) {
      start(trail.name(), trail.homeRegion());
    }
  }

  /**
   * The bucket.
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
    String trailArn =
        "arn:%s:cloudtrail:%s:%s:trail/%s"
            .formatted(
                account.identity().partition(), region, account.identity().accountId(), trail);
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

  private void update(Trails.ObservedTrail look, Optional<TrailLogs> logs) {
    Trail trail = look.trail();
    if (look.multiRegion() && look.validates() && logs.isEmpty()) {
      return;
    }
    UpdateTrailRequest.Builder update = UpdateTrailRequest.builder().name(trail.name());
    UpdateTrailRequest.Builder back = UpdateTrailRequest.builder().name(trail.name());
    List<String> fields = new ArrayList<>();
    if (!look.multiRegion()) {
      update.isMultiRegionTrail(true).includeGlobalServiceEvents(true);
      back.isMultiRegionTrail(false).includeGlobalServiceEvents(trail.includeGlobalServiceEvents());
      fields.add("/trailList/0/IsMultiRegionTrail");
    }
    if (!look.validates()) {
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
    found.change(
        account
            .change(TRAIL, update.build(), trail.homeRegion())
            .verifiedBy(
                Reads.DESCRIBE_TRAILS, described(trail.name()), fields.toArray(String[]::new))
            .undoneBy(Effect.CHANGE, back.build())
            .waitingFor(A_WHILE, NOT_YET)
            .build(Effect.CHANGE, Note.of("complete", trail.name())));
  }

  private static DescribeTrailsRequest described(String name) {
    return DescribeTrailsRequest.builder().trailNameList(name).includeShadowTrails(false).build();
  }

  /** All management events, beside what was chosen. */
  private void select(Trail trail, GetEventSelectorsResponse selected) {
    PutEventSelectorsRequest.Builder put =
        PutEventSelectorsRequest.builder().trailName(trail.name());
    PutEventSelectorsRequest.Builder back =
        PutEventSelectorsRequest.builder().trailName(trail.name());
    if (!selected.advancedEventSelectors().isEmpty()) {
      List<AdvancedEventSelector> selectors = new ArrayList<>(selected.advancedEventSelectors());
      selectors.add(
          AdvancedEventSelector.builder()
              // Prowler knows it by this name only.
              .name("Management events selector")
              .fieldSelectors(
                  AdvancedFieldSelector.builder()
                      .field("eventCategory")
                      .equalsValue("Management")
                      .build())
              .build());
      put.advancedEventSelectors(selectors);
      back.advancedEventSelectors(selected.advancedEventSelectors());
    } else {
      List<EventSelector> selectors = new ArrayList<>();
      // A selector of management events alone is a part of the new one.
      selected.eventSelectors().stream()
          .filter(selector -> !selector.dataResources().isEmpty())
          .forEach(selectors::add);
      selectors.add(
          EventSelector.builder()
              .readWriteType(ReadWriteType.ALL)
              .includeManagementEvents(true)
              .build());
      put.eventSelectors(selectors);
      back.eventSelectors(selected.eventSelectors());
    }
    found.change(
        account
            .change("trail/events", put.build(), trail.homeRegion())
            .verifiedBy(
                Reads.GET_EVENT_SELECTORS,
                GetEventSelectorsRequest.builder().trailName(trail.name()).build(),
                "/EventSelectors",
                "/AdvancedEventSelectors")
            .undoneBy(Effect.CHANGE, back.build())
            .build(Effect.CHANGE, Note.of("events", trail.name())));
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
