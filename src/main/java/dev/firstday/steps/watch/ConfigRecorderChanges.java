package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.steps.resources.LandingZone;
import dev.firstday.steps.resources.LogBucket;
import dev.firstday.steps.resources.Policies;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.DeleteConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.DeleteDeliveryChannelRequest;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsRequest;
import software.amazon.awssdk.services.config.model.MaximumExecutionFrequency;
import software.amazon.awssdk.services.config.model.PutConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.PutDeliveryChannelRequest;
import software.amazon.awssdk.services.config.model.StartConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.StopConfigurationRecorderRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;

/** What {@link ConfigRecorderStep} would write. */
final class ConfigRecorderChanges {
  private static final String SERVICE = "config.amazonaws.com";
  private static final String ROLE = "AWSServiceRoleForConfig";

  /** The name that AWS itself gives to recorders and channels. */
  private static final String NAME = "default";

  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private final Account account;
  private final Answers answers;
  private final Assessment.Builder found;
  private final String accountId;

  ConfigRecorderChanges(Account account, Answers answers, Assessment.Builder found) {
    this.account = account;
    this.answers = answers;
    this.found = found;
    accountId = account.identity().accountId();
  }

  /** The id of the change that creates a Region's recorder. */
  static String recorderId(String region) {
    return "config-recorder/%s/recorder".formatted(region);
  }

  /** Plans what the Regions that could be seen lack. */
  void plan(
      List<Account.Observed<ConfigRecorders.ObservedRecorder>> all, Optional<String> globalRegion) {
    List<ConfigRecorders.ObservedRecorder> looks =
        all.stream().flatMap(seen -> seen.value().stream()).toList();
    boolean role = looks.stream().allMatch(look -> look.recorder().isPresent()) || role();
    Optional<DeliveryChannel> elsewhere = channelElsewhere(looks);
    // One bucket for all Regions: that of a channel that is there, if there is one.
    boolean bucket = elsewhere.isPresent() || looks.isEmpty() || bucket();
    for (Account.Observed<ConfigRecorders.ObservedRecorder> seen : all) {
      boolean global = globalRegion.equals(Optional.of(seen.region()));
      seen.value()
          .filter(look -> (look.recorder().isPresent() || role))
          .filter(look -> (look.channel().isPresent() || bucket))
          .ifPresent(look -> region(seen.region(), look, global, elsewhere));
    }
  }

  private Optional<DeliveryChannel> channelElsewhere(List<ConfigRecorders.ObservedRecorder> looks) {
    return looks.stream()
        .flatMap(look -> look.channel().stream())
        .filter(channel -> !bucketName().equals(channel.s3BucketName()))
        .filter(channel -> LandingZone.of(channel.s3BucketName()).isEmpty())
        .findFirst();
  }

  private String bucketName() {
    return "firstday-config-%s-%s".formatted(accountId, account.homeRegion());
  }

  private boolean role() {
    GetRoleRequest read = GetRoleRequest.builder().roleName(ROLE).build();
    try {
      if (account.find(Reads.GET_ROLE, read, "NoSuchEntity").isEmpty()) {
        found.change(
            account
                .change(
                    "config-recorder/role",
                    CreateServiceLinkedRoleRequest.builder().awsServiceName(SERVICE).build())
                .verifiedBy(Reads.GET_ROLE, read, "/Role/Arn")
                .undoneBy(
                    Effect.DELETE, DeleteServiceLinkedRoleRequest.builder().roleName(ROLE).build())
                .build(Effect.CREATE, Note.of("role", ROLE)));
      }
      return true;
    } catch (CallFailed e) {
      found.unseen(e.problem());
      return false;
    }
  }

  private boolean bucket() {
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
    Map<String, String> ours = Map.of("aws:SourceAccount", accountId);
    return List.of(
        Policies.allow("FirstdayConfigAclCheck", SERVICE, "s3:GetBucketAcl", bucketArn, ours),
        Policies.allow("FirstdayConfigExistence", SERVICE, "s3:ListBucket", bucketArn, ours),
        Policies.allow(
            "FirstdayConfigWrite",
            SERVICE,
            "s3:PutObject",
            "%s/AWSLogs/%s/Config/*".formatted(bucketArn, accountId),
            Map.of("aws:SourceAccount", accountId, "s3:x-amz-acl", "bucket-owner-full-control")));
  }

  private void region(
      String region,
      ConfigRecorders.ObservedRecorder look,
      boolean global,
      Optional<DeliveryChannel> elsewhere) {
    String name = look.recorder().map(ConfigurationRecorder::name).orElse(NAME);
    if (!look.allTypes() || global && !look.globalTypes()) {
      found.change(recorder(region, name, look, global));
    }
    if (look.channel().isEmpty()) {
      found.change(channel(region, elsewhere));
    }
    if (!look.recording()) {
      found.change(start(region, name));
    }
  }

  private Change recorder(
      String region, String name, ConfigRecorders.ObservedRecorder look, boolean global) {
    String frequency = answers.text("frequency").orElseThrow().toUpperCase(Locale.ROOT);
    PutConfigurationRecorderRequest put =
        PutConfigurationRecorderRequest.builder()
            .configurationRecorder(
                look.recorder()
                    .map(ConfigRecorderChanges::asItIs)
                    .orElseGet(
                        () ->
                            ConfigurationRecorder.builder()
                                .name(NAME)
                                .roleARN(roleArn())
                                .recordingMode(mode -> mode.recordingFrequency(frequency))
                                .build())
                    .copy(
                        recorder ->
                            recorder.recordingGroup(
                                group ->
                                    group
                                        .allSupported(true)
                                        .includeGlobalResourceTypes(global || look.globalTypes()))))
            .build();
    ChangeBuilder change =
        account
            .change(recorderId(region), put, region)
            .verifiedBy(
                Reads.DESCRIBE_CONFIGURATION_RECORDERS,
                DescribeConfigurationRecordersRequest.builder()
                    .configurationRecorderNames(name)
                    .build(),
                "/ConfigurationRecorders/0/recordingGroup")
            .waitingFor(A_WHILE, "InvalidRoleException");
    if (look.recorder().isEmpty()) {
      return change
          .undoneBy(
              Effect.DELETE,
              DeleteConfigurationRecorderRequest.builder().configurationRecorderName(name).build())
          .build(Effect.CREATE, Note.of("recorder", region));
    }
    return change
        .undoneBy(
            Effect.CHANGE,
            PutConfigurationRecorderRequest.builder()
                .configurationRecorder(asItIs(look.recorder().get()))
                .build())
        .build(Effect.CHANGE, Note.of("complete", region, name));
  }

  /** What of a recorder can be written: a write replaces all of it. */
  private static ConfigurationRecorder asItIs(ConfigurationRecorder recorder) {
    return ConfigurationRecorder.builder()
        .name(recorder.name())
        .roleARN(recorder.roleARN())
        .recordingGroup(recorder.recordingGroup())
        .recordingMode(recorder.recordingMode())
        .build();
  }

  private String roleArn() {
    return "arn:%s:iam::%s:role/aws-service-role/%s/%s"
        .formatted(account.identity().partition(), accountId, SERVICE, ROLE);
  }

  private Change channel(String region, Optional<DeliveryChannel> like) {
    DeliveryChannel.Builder channel =
        DeliveryChannel.builder()
            .name(NAME)
            .s3BucketName(like.map(DeliveryChannel::s3BucketName).orElseGet(this::bucketName))
            .s3KeyPrefix(like.map(DeliveryChannel::s3KeyPrefix).orElse(null))
            .s3KmsKeyArn(like.map(DeliveryChannel::s3KmsKeyArn).orElse(null))
            .configSnapshotDeliveryProperties(
                every -> every.deliveryFrequency(MaximumExecutionFrequency.TWENTY_FOUR_HOURS));
    DeliveryChannel wanted = channel.build();
    return account
        .change(
            "config-recorder/%s/channel".formatted(region),
            PutDeliveryChannelRequest.builder().deliveryChannel(wanted).build(),
            region)
        .verifiedBy(
            Reads.DESCRIBE_DELIVERY_CHANNELS,
            DescribeDeliveryChannelsRequest.builder().deliveryChannelNames(NAME).build(),
            "/DeliveryChannels/0/s3BucketName")
        .undoneBy(
            Effect.DELETE, DeleteDeliveryChannelRequest.builder().deliveryChannelName(NAME).build())
        .waitingFor(
            A_WHILE,
            "InsufficientDeliveryPolicyException",
            "NoAvailableConfigurationRecorderException",
            "NoSuchBucketException")
        .build(Effect.CREATE, Note.of("channel", region, wanted.s3BucketName()));
  }

  private Change start(String region, String name) {
    return account
        .change(
            "config-recorder/%s/recording".formatted(region),
            StartConfigurationRecorderRequest.builder().configurationRecorderName(name).build(),
            region)
        .verifiedBy(
            Reads.DESCRIBE_CONFIGURATION_RECORDER_STATUS,
            DescribeConfigurationRecorderStatusRequest.builder()
                .configurationRecorderNames(name)
                .build(),
            "/ConfigurationRecordersStatus/0/recording")
        .undoneBy(
            Effect.CHANGE,
            StopConfigurationRecorderRequest.builder().configurationRecorderName(name).build())
        .waitingFor(
            A_WHILE,
            "NoAvailableConfigurationRecorderException",
            "NoAvailableDeliveryChannelException")
        .build(Effect.CHANGE, Note.of("recording", region));
  }
}
