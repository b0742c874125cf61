package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.PartLook;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketLoggingStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingRequest;

/**
 * Who read a log bucket is written to a second one.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html">Logging
 *     requests with server access logging</a>
 */
public final class AccessLogging {
  private final Account account;
  private final LogBucket.Wanted source;
  private final String region;
  private final String target;
  private final Assessment.Builder found;

  private AccessLogging(
      Account account, LogBucket.Wanted source, String region, Assessment.Builder found) {
    this.account = account;
    this.source = source;
    this.region = region;
    this.target = "firstday-access-logs-%s-%s".formatted(account.identity().accountId(), region);
    this.found = found;
  }

  /** Looks at the access logging of a bucket, and plans it with a bucket of its own. */
  public static void assess(Account account, LogBucket.Wanted source, Assessment.Builder found) {
    PartLook.at(
        found,
        () -> {
          Optional<Bucket> present = LogBucket.find(account, source.name());
          if (present.isPresent() || source.ours()) {
            String region = present.map(Bucket::bucketRegion).orElse(source.region());
            new AccessLogging(account, source, region, found).assess(present.isPresent());
          }
        });
  }

  private void assess(boolean present) throws CallFailed {
    Optional<String> targetNow = present ? targetNow() : Optional.empty();
    if (targetNow.filter(name -> !name.equals(target)).isPresent()) {
      found.ok(Note.of("access-logged", source.name(), targetNow.get()));
      return;
    }
    if (present && targetNow.isEmpty()) {
      found.missing(Note.of("no-access-logs", source.name()));
      if (LandingZone.keeps(source.name(), found)) {
        return;
      }
    }
    LogBucket.assess(account, targetBucket(), found);
    if (targetNow.isPresent()) {
      found.ok(Note.of("access-logged", source.name(), target));
    } else {
      found.change(change());
    }
  }

  /** The bucket that the access logs are written to now. */
  private Optional<String> targetNow() throws CallFailed {
    return Optional.ofNullable(logging().read().loggingEnabled()).map(LoggingEnabled::targetBucket);
  }

  private Query<GetBucketLoggingResponse> logging() {
    return account.query(Reads.GET_BUCKET_LOGGING, s3 -> s3.bucket(source.name())).in(region);
  }

  private LogBucket.Wanted targetBucket() {
    IamStatement delivery =
        Policies.allow(
            "FirstdayAccessLogs",
            "logging.s3.amazonaws.com",
            "s3:PutObject",
            LogBucket.arn(account, target) + "/*",
            Map.of(
                "aws:SourceAccount",
                account.identity().accountId(),
                "aws:SourceArn",
                LogBucket.arn(account, source.name())));
    return new LogBucket.Wanted(
        "trail/access-logs", target, region, "", List.of(delivery), source.expireDays());
  }

  private Change change() {
    return logging()
        .change(
            source.id() + "/access-logging",
            put(
                status ->
                    status.loggingEnabled(
                        to -> to.targetBucket(target).targetPrefix(source.name() + "/"))))
        .verifiedBy(logging(), "/LoggingEnabled")
        .waitingFor(
            Duration.ofMinutes(1),
            "NoSuchBucket",
            "InvalidTargetBucketForLogging",
            "OperationAborted")
        .update(Note.of("access-logging", source.name(), target), put(none -> {}));
  }

  private PutBucketLoggingRequest.Builder put(Consumer<BucketLoggingStatus.Builder> status) {
    return PutBucketLoggingRequest.builder().bucket(source.name()).bucketLoggingStatus(status);
  }
}
