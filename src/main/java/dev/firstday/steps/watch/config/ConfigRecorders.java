package dev.firstday.steps.watch.config;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.LandingZone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersRequest;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsRequest;
import software.amazon.awssdk.services.config.model.RecorderStatus;
import software.amazon.awssdk.services.config.model.RecordingFrequency;
import software.amazon.awssdk.services.config.model.RecordingGroup;

/** AWS Config's recorders, one in each Region, as they stand. */
final class ConfigRecorders {
  /** Regions of after February 2022: they record no IAM users, groups, roles and policies. */
  // https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html
  private static final Set<String> WITHOUT_GLOBAL_TYPES =
      Set.of(
          "ap-east-2",
          "ap-south-2",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-west-1",
          "eu-central-2",
          "eu-south-2",
          "il-central-1",
          "me-central-1",
          "mx-central-1");

  private static final Set<String> GLOBAL_TYPES =
      Set.of("AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role", "AWS::IAM::Policy");

  private ConfigRecorders() {}

  /**
   * A Region's recorder.
   *
   * @param recorder the recorder; empty if there is none
   * @param status whether it records, and how that goes
   * @param channel where to; empty if it is not said
   */
  record ObservedRecorder(
      Optional<ConfigurationRecorder> recorder,
      Optional<ConfigurationRecorderStatus> status,
      Optional<DeliveryChannel> channel) {

    /** The name of a recorder that a landing zone made. */
    Optional<String> ofLandingZone() {
      return recorder
          .map(ConfigurationRecorder::name)
          .filter(name -> LandingZone.of(name).isPresent());
    }

    boolean recording() {
      return status.map(ConfigurationRecorderStatus::recording).orElse(false);
    }

    /** What went wrong the last time; empty if nothing. */
    Optional<String> failure() {
      return status
          .filter(s -> s.lastStatus() == RecorderStatus.FAILURE)
          .map(s -> s.lastErrorCode() == null ? "" : s.lastErrorCode());
    }

    /** Whether it looks with the role that AWS Config itself keeps up to date. */
    boolean hasServiceLinkedRole(Account account) {
      String arn =
          "arn:%s:iam::%s:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
              .formatted(account.identity().partition(), account.identity().accountId());
      return recorder.map(ConfigurationRecorder::roleARN).filter(arn::equals).isPresent();
    }

    boolean allTypes() {
      return recorder
          .map(ConfigurationRecorder::recordingGroup)
          .filter(ObservedRecorder::all)
          .isPresent();
    }

    boolean globalTypes() {
      return recorder
          .map(ConfigurationRecorder::recordingGroup)
          .map(RecordingGroup::includeGlobalResourceTypes)
          .orElse(false);
    }

    boolean daily() {
      return recorder
          .map(ConfigurationRecorder::recordingMode)
          .filter(mode -> mode.recordingFrequency() == RecordingFrequency.DAILY)
          .isPresent();
    }

    // To leave out the global types alone is how the console records them in one Region.
    private static boolean all(RecordingGroup group) {
      return Boolean.TRUE.equals(group.allSupported())
          || group.exclusionByResourceTypes() != null
              && !group.exclusionByResourceTypes().resourceTypes().isEmpty()
              && GLOBAL_TYPES.containsAll(
                  group.exclusionByResourceTypes().resourceTypesAsStrings());
    }
  }

  static final DescribeConfigurationRecorderStatusRequest STATUS =
      DescribeConfigurationRecorderStatusRequest.builder().build();
  private static final DescribeDeliveryChannelsRequest CHANNELS =
      DescribeDeliveryChannelsRequest.builder().build();

  static ObservedRecorder look(Account account, String region) throws CallFailed {
    account.prefetch(Reads.DESCRIBE_CONFIGURATION_RECORDER_STATUS, STATUS, region);
    account.prefetch(Reads.DESCRIBE_DELIVERY_CHANNELS, CHANNELS, region);
    List<ConfigurationRecorder> recorders =
        account
            .read(
                Reads.DESCRIBE_CONFIGURATION_RECORDERS,
                DescribeConfigurationRecordersRequest.builder().build(),
                region)
            .configurationRecorders();
    Optional<ConfigurationRecorderStatus> status = status(account, region);
    List<DeliveryChannel> channels =
        account.read(Reads.DESCRIBE_DELIVERY_CHANNELS, CHANNELS, region).deliveryChannels();
    Account.requiredInEach(
        Reads.DESCRIBE_DELIVERY_CHANNELS, channels, DeliveryChannel::s3BucketName);
    return new ObservedRecorder(
        recorders.stream().findFirst(), status, channels.stream().findFirst());
  }

  static Optional<ConfigurationRecorderStatus> status(Account account, String region)
      throws CallFailed {
    return account
        .read(Reads.DESCRIBE_CONFIGURATION_RECORDER_STATUS, STATUS, region)
        .configurationRecordersStatus()
        .stream()
        .findFirst();
  }

  /** Where the types that belong to no Region are recorded: the first of these that can. */
  static Optional<String> forGlobalTypes(List<String> regions) {
    return regions.stream().filter(region -> !WITHOUT_GLOBAL_TYPES.contains(region)).findFirst();
  }
}
