package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingRequest;

/**
 * Who read a log bucket is written to a second one.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html">Logging
 *     requests with server access logging</a>
 */
public final class AccessLogging {
  private AccessLogging() {}

  /** Looks at the access logging of a bucket, and plans it with a bucket of its own. */
  public static void assess(Account account, LogBucket.Wanted source, Assessment.Builder found) {
    try {
      Optional<Bucket> present = LogBucket.find(account, source.name());
      if (present.isEmpty() && !source.ours()) {
        return;
      }
      String region = present.map(Bucket::bucketRegion).orElse(source.region());
      GetBucketLoggingRequest read =
          GetBucketLoggingRequest.builder().bucket(source.name()).build();
      String target =
          "firstday-access-logs-%s-%s".formatted(account.identity().accountId(), region);
      if (present.isPresent()) {
        var logging = account.read(Reads.GET_BUCKET_LOGGING, read, region).loggingEnabled();
        if (logging != null && !logging.targetBucket().equals(target)) {
          found.ok(Note.of("access-logged", source.name(), logging.targetBucket()));
          return;
        }
        if (logging == null) {
          found.missing(Note.of("no-access-logs", source.name()));
          if (LandingZone.keeps(source.name(), found)) {
            return;
          }
        }
        bucket(account, source, target, region, found);
        if (logging != null) {
          found.ok(Note.of("access-logged", source.name(), target));
          return;
        }
      } else {
        bucket(account, source, target, region, found);
      }
      plan(account, source, read, target, region, found);
    } catch (CallFailed e) {
      found.unseen(e.problem());
    }
  }

  private static void bucket(
      Account account,
      LogBucket.Wanted source,
      String target,
      String region,
      Assessment.Builder found) {
    LogBucket.assess(
        account,
        new LogBucket.Wanted(
            "trail/access-logs",
            target,
            region,
            "",
            List.of(
                Policies.allow(
                    "FirstdayAccessLogs",
                    "logging.s3.amazonaws.com",
                    "s3:PutObject",
                    LogBucket.arn(account, target) + "/*",
                    Map.of(
                        "aws:SourceAccount",
                        account.identity().accountId(),
                        "aws:SourceArn",
                        LogBucket.arn(account, source.name())))),
            source.expireDays()),
        found);
  }

  private static void plan(
      Account account,
      LogBucket.Wanted source,
      GetBucketLoggingRequest read,
      String target,
      String region,
      Assessment.Builder found) {
    found.change(
        account
            .change(
                source.id() + "/access-logging",
                PutBucketLoggingRequest.builder()
                    .bucket(source.name())
                    .bucketLoggingStatus(
                        status ->
                            status.loggingEnabled(
                                logging ->
                                    logging.targetBucket(target).targetPrefix(source.name() + "/")))
                    .build(),
                region)
            .verifiedBy(Reads.GET_BUCKET_LOGGING, read, "/LoggingEnabled")
            .undoneBy(
                Effect.CHANGE,
                PutBucketLoggingRequest.builder()
                    .bucket(source.name())
                    .bucketLoggingStatus(status -> {})
                    .build())
            .waitingFor(
                Duration.ofMinutes(1),
                "NoSuchBucket",
                "InvalidTargetBucketForLogging",
                "OperationAborted")
            .build(Effect.CHANGE, Note.of("access-logging", source.name(), target)));
  }
}
