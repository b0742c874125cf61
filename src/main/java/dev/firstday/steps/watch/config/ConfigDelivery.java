package dev.firstday.steps.watch.config;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.LandingZone;
import dev.firstday.steps.resources.LogBucket;
import dev.firstday.steps.resources.Policies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.config.model.DeleteDeliveryChannelRequest;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsRequest;
import software.amazon.awssdk.services.config.model.MaximumExecutionFrequency;
import software.amazon.awssdk.services.config.model.PutDeliveryChannelRequest;

/** Where AWS Config delivers to: one bucket, and a channel to it in each Region. */
final class ConfigDelivery {
  private final Account account;
  private final Answers answers;

  /** A channel that is there and delivers to another bucket than ours. */
  private final Optional<DeliveryChannel> elsewhere;

  ConfigDelivery(
      Account account, Answers answers, List<ConfigRecorders.ObservedRecorder> recorders) {
    this.account = account;
    this.answers = answers;
    this.elsewhere = channelElsewhere(recorders);
  }

  private Optional<DeliveryChannel> channelElsewhere(
      List<ConfigRecorders.ObservedRecorder> recorders) {
    return recorders.stream()
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
        Policies.allow(
            "FirstdayConfigAclCheck",
            ConfigRecorderChanges.SERVICE,
            "s3:GetBucketAcl",
            bucketArn,
            ours),
        Policies.allow(
            "FirstdayConfigExistence",
            ConfigRecorderChanges.SERVICE,
            "s3:ListBucket",
            bucketArn,
            ours),
        Policies.allow(
            "FirstdayConfigWrite",
            ConfigRecorderChanges.SERVICE,
            "s3:PutObject",
            "%s/AWSLogs/%s/Config/*".formatted(bucketArn, accountId),
            Map.of("aws:SourceAccount", accountId, "s3:x-amz-acl", "bucket-owner-full-control")));
  }

  /** The channel of a Region that has none. */
  Change channel(String region) {
    DeliveryChannel wanted = wanted();
    return account
        .change(
            "config-recorder/%s/channel".formatted(region),
            PutDeliveryChannelRequest.builder().deliveryChannel(wanted).build(),
            region)
        .verifiedBy(
            Reads.DESCRIBE_DELIVERY_CHANNELS,
            DescribeDeliveryChannelsRequest.builder()
                .deliveryChannelNames(ConfigRecorderChanges.NAME)
                .build(),
            "/DeliveryChannels/0/s3BucketName")
        .undoneBy(
            Effect.DELETE,
            DeleteDeliveryChannelRequest.builder()
                .deliveryChannelName(ConfigRecorderChanges.NAME)
                .build())
        .waitingFor(
            ConfigRecorderChanges.A_WHILE,
            "InsufficientDeliveryPolicyException",
            "NoAvailableConfigurationRecorderException",
            "NoSuchBucketException")
        .build(Effect.CREATE, Note.of("channel", region, wanted.s3BucketName()));
  }

  private DeliveryChannel wanted() {
    return DeliveryChannel.builder()
        .name(ConfigRecorderChanges.NAME)
        .s3BucketName(elsewhere.map(DeliveryChannel::s3BucketName).orElseGet(this::bucketName))
        .s3KeyPrefix(elsewhere.map(DeliveryChannel::s3KeyPrefix).orElse(null))
        .s3KmsKeyArn(elsewhere.map(DeliveryChannel::s3KmsKeyArn).orElse(null))
        .configSnapshotDeliveryProperties(
            every -> every.deliveryFrequency(MaximumExecutionFrequency.TWENTY_FOUR_HOURS))
        .build();
  }
}
