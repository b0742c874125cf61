package dev.firstday.steps.watch.config;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.PartLook;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.PutConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.StartConfigurationRecorderRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;

/** What {@link ConfigRecorderStep} would write. */
record ConfigRecorderChanges(Account account, Answers answers, Assessment.Builder found) {
  static final String SERVICE = "config.amazonaws.com";
  private static final String ROLE = "AWSServiceRoleForConfig";

  /** The name that AWS itself gives to recorders and channels. */
  static final String NAME = "default";

  static final Duration A_WHILE = Duration.ofMinutes(1);

  /** The id of the change that creates a Region's recorder. */
  static String recorderId(String region) {
    return id(region, "recorder");
  }

  static String id(String region, String part) {
    return "config-recorder/%s/%s".formatted(region, part);
  }

  /** The role that AWS Config itself keeps up to date. */
  static String roleArn(Account account) {
    return account.identity().arnOf("iam", "", "role/aws-service-role/" + SERVICE + "/" + ROLE);
  }

  /** Plans what the Regions lack. */
  void plan(List<ObservedRecorder> recorders, String globalRegion) {
    ConfigDelivery delivery = new ConfigDelivery(account, answers, recorders);
    boolean role =
        recorders.stream().allMatch(observed -> observed.recorder().isPresent())
            || PartLook.at(found, this::role);
    boolean bucket = recorders.isEmpty() || delivery.bucket(found);
    for (ObservedRecorder observed : recorders) {
      if ((observed.recorder().isPresent() || role) && (observed.channel().isPresent() || bucket)) {
        plan(observed, observed.region().equals(globalRegion), delivery);
      }
    }
  }

  private void role() throws CallFailed {
    var role = account.query(Reads.GET_ROLE, read -> read.roleName(ROLE));
    if (role.find("NoSuchEntity").isEmpty()) {
      found.change(
          role.change(
                  "config-recorder/role",
                  CreateServiceLinkedRoleRequest.builder().awsServiceName(SERVICE))
              .verifiedBy(role, "/Role/Arn")
              .create(Note.of("role", ROLE)));
    }
  }

  private void plan(ObservedRecorder observed, boolean global, ConfigDelivery delivery) {
    String name = observed.recorder().map(ConfigurationRecorder::name).orElse(NAME);
    if (!observed.allTypes() || global && !observed.globalTypes()) {
      found.change(recorder(name, observed, global));
    }
    if (observed.channel().isEmpty()) {
      found.change(delivery.channel(observed.region()));
    }
    if (!observed.recording()) {
      found.change(start(observed.region(), name));
    }
  }

  private Change recorder(String name, ObservedRecorder observed, boolean global) {
    String region = observed.region();
    boolean globalTypes = global || observed.globalTypes();
    ConfigurationRecorder wanted =
        observed
            .recorder()
            .orElseGet(this::newRecorder)
            .copy(
                recorder ->
                    recorder.recordingGroup(
                        group -> group.allSupported(true).includeGlobalResourceTypes(globalTypes)));
    ChangeBuilder change =
        account
            .change(recorderId(region), put(wanted), region)
            .verifiedBy(
                account.query(
                    Reads.DESCRIBE_CONFIGURATION_RECORDERS,
                    read -> read.configurationRecorderNames(name)),
                "/ConfigurationRecorders/0/recordingGroup")
            .waitingFor(A_WHILE, "InvalidRoleException");
    return observed.recorder().isPresent()
        ? change.update(Note.of("complete", region, name), put(observed.recorder().get()))
        : change.create(Note.of("recorder", region));
  }

  /** What of a recorder can be written: a write replaces all of it. */
  private static AwsRequest.Builder put(ConfigurationRecorder recorder) {
    return PutConfigurationRecorderRequest.builder()
        .configurationRecorder(
            some ->
                some.name(recorder.name())
                    .roleARN(recorder.roleARN())
                    .recordingGroup(recorder.recordingGroup())
                    .recordingMode(recorder.recordingMode()));
  }

  private ConfigurationRecorder newRecorder() {
    String frequency = answers.text("frequency").orElseThrow().toUpperCase(Locale.ROOT);
    return ConfigurationRecorder.builder()
        .name(NAME)
        .roleARN(roleArn(account))
        .recordingMode(mode -> mode.recordingFrequency(frequency))
        .build();
  }

  private Change start(String region, String name) {
    return account
        .change(
            id(region, "recording"),
            StartConfigurationRecorderRequest.builder().configurationRecorderName(name),
            region)
        .verifiedBy(
            account.query(
                Reads.DESCRIBE_CONFIGURATION_RECORDER_STATUS,
                read -> read.configurationRecorderNames(name)),
            "/ConfigurationRecordersStatus/0/recording")
        .waitingFor(
            A_WHILE,
            "NoAvailableConfigurationRecorderException",
            "NoAvailableDeliveryChannelException")
        .update(Note.of("recording", region));
  }
}
