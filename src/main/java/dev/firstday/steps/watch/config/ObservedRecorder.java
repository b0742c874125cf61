package dev.firstday.steps.watch.config;

import dev.firstday.aws.Account;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.LandingZone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusResponse;
import software.amazon.awssdk.services.config.model.RecorderStatus;
import software.amazon.awssdk.services.config.model.RecordingFrequency;
import software.amazon.awssdk.services.config.model.RecordingGroup;

/**
 * AWS Config's recorder of a Region, as it stands.
 *
 * @param recorder the recorder; empty if there is none
 * @param status whether it records, and how that goes
 * @param channel where to; empty if it is not said
 */
record ObservedRecorder(
    String region,
    Optional<ConfigurationRecorder> recorder,
    Optional<ConfigurationRecorderStatus> status,
    Optional<DeliveryChannel> channel) {
  private static final Set<String> GLOBAL_TYPES =
      Set.of("AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role", "AWS::IAM::Policy");

  static ObservedRecorder read(Account account, String region) throws CallFailed {
    var status = status(account, region);
    var channels = account.query(Reads.DESCRIBE_DELIVERY_CHANNELS).in(region);
    status.prefetch();
    channels.prefetch();
    List<ConfigurationRecorder> recorders =
        account
            .query(Reads.DESCRIBE_CONFIGURATION_RECORDERS)
            .in(region)
            .all(page -> page.configurationRecorders());
    return new ObservedRecorder(
        region,
        recorders.stream().findFirst(),
        status.all(page -> page.configurationRecordersStatus()).stream().findFirst(),
        channels.all(page -> page.deliveryChannels(), DeliveryChannel::s3BucketName).stream()
            .findFirst());
  }

  /** The read that shows whether a Region's recorder records. */
  static Query<DescribeConfigurationRecorderStatusResponse> status(Account account, String region) {
    return account.query(Reads.DESCRIBE_CONFIGURATION_RECORDER_STATUS).in(region);
  }

  /** The Region that records the global types, if one of these does. */
  static Optional<String> recordingGlobalTypes(List<ObservedRecorder> recorders) {
    return recorders.stream()
        .filter(ObservedRecorder::globalTypes)
        .map(ObservedRecorder::region)
        .findFirst();
  }

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
    String arn = ConfigRecorderChanges.roleArn(account);
    return recorder.map(ConfigurationRecorder::roleARN).filter(arn::equals).isPresent();
  }

  boolean allTypes() {
    return group().filter(ObservedRecorder::all).isPresent();
  }

  boolean globalTypes() {
    return group().map(RecordingGroup::includeGlobalResourceTypes).orElse(false);
  }

  private Optional<RecordingGroup> group() {
    return recorder.map(ConfigurationRecorder::recordingGroup);
  }

  // To leave out the global types alone is how the console records them in one Region.
  private static boolean all(RecordingGroup group) {
    return Boolean.TRUE.equals(group.allSupported())
        || group.exclusionByResourceTypes() != null
            && !group.exclusionByResourceTypes().resourceTypes().isEmpty()
            && GLOBAL_TYPES.containsAll(group.exclusionByResourceTypes().resourceTypesAsStrings());
  }

  /** Whether it lacks nothing, in the Region that records the global types or in another. */
  boolean good(boolean global) {
    return allTypes()
        && (globalTypes() || !global)
        && channel.isPresent()
        && recording()
        && failure().isEmpty();
  }

  boolean daily() {
    return recorder
        .map(ConfigurationRecorder::recordingMode)
        .filter(mode -> mode.recordingFrequency() == RecordingFrequency.DAILY)
        .isPresent();
  }
}
