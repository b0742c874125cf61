package dev.firstday.steps.watch.config;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.plan.Change;
import dev.firstday.steps.resources.LandingZone;
import dev.firstday.steps.resources.LogBucket;
import dev.firstday.steps.resources.Policies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.MaximumExecutionFrequency;
import software.amazon.awssdk.services.config.model.PutDeliveryChannelRequest;

/** Where AWS Config delivers to: one bucket, and a channel to it in each Region. */
final class ConfigDelivery {
  private final Account account;
  private final Answers answers;

  /** A channel that is there and delivers to another bucket than ours. */
  private final Optional<DeliveryChannel> elsewhere;

  ConfigDelivery(Account account, Answers answers, List<ObservedRecorder> recorders) {
    this.account = account;
    this.answers = answers;
    this.elsewhere =
        recorders.stream()
            .flatMap(recorder -> recorder.channel().stream())
            .filter(channel -> !bucketName().equals(channel.s3BucketName()))
            .filter(channel -> LandingZone.of(channel.s3BucketName()).isEmpty())
            .findFirst();
  }

  private String bucketName() {
    return "firstday-config-%s-%s".formatted(account.identity().accountId(), account.homeRegion());
  }

  /**
   * The one bucket for all Regions: that of a channel that is there, or else ours.
   *
   * @return whether it could be seen if it is there
   */
  boolean bucket(Assessment.Builder found) {
    if (elsewhere.isPresent()) {
      return true;
    }
    return LogBucket.assess(
        account,
        new LogBucket.Wanted(
            "config-recorder/bucket",
            bucketName(),
            account.homeRegion(),
            "",
            delivery(LogBucket.arn(account, bucketName())),
            answers.integer("expire-days")),
        found);
  }

  // https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
  private List<IamStatement> delivery(String bucketArn) {
    String accountId = account.identity().accountId();
    Map<String, String> ours = Map.of("aws:SourceAccount", accountId);
    return List.of(
        allow("FirstdayConfigAclCheck", "s3:GetBucketAcl", bucketArn, ours),
        allow("FirstdayConfigExistence", "s3:ListBucket", bucketArn, ours),
        allow(
            "FirstdayConfigWrite",
            "s3:PutObject",
            "%s/AWSLogs/%s/Config/*".formatted(bucketArn, accountId),
            Map.of("aws:SourceAccount", accountId, "s3:x-amz-acl", "bucket-owner-full-control")));
  }

  private static IamStatement allow(
      String sid, String action, String resource, Map<String, String> conditions) {
    return Policies.allow(sid, ConfigRecorderChanges.SERVICE, action, resource, conditions);
  }

  /** The channel of a Region that has none. */
  Change channel(String region) {
    String name = ConfigRecorderChanges.NAME;
    DeliveryChannel wanted = wanted(name);
    return account
        .change(
            ConfigRecorderChanges.id(region, "channel"),
            PutDeliveryChannelRequest.builder().deliveryChannel(wanted),
            region)
        .verifiedBy(
            account.query(
                Reads.DESCRIBE_DELIVERY_CHANNELS, read -> read.deliveryChannelNames(name)),
            "/DeliveryChannels/0/s3BucketName")
        .waitingFor(
            ConfigRecorderChanges.A_WHILE,
            "InsufficientDeliveryPolicyException",
            "NoAvailableConfigurationRecorderException",
            "NoSuchBucketException")
        .create(Note.of("channel", region, wanted.s3BucketName()));
  }

  private DeliveryChannel wanted(String name) {
    return DeliveryChannel.builder()
        .name(name)
        .s3BucketName(elsewhere.map(DeliveryChannel::s3BucketName).orElseGet(this::bucketName))
        .s3KeyPrefix(elsewhere.map(DeliveryChannel::s3KeyPrefix).orElse(null))
        .s3KmsKeyArn(elsewhere.map(DeliveryChannel::s3KmsKeyArn).orElse(null))
        .configSnapshotDeliveryProperties(
            every -> every.deliveryFrequency(MaximumExecutionFrequency.TWENTY_FOUR_HOURS))
        .build();
  }
}
