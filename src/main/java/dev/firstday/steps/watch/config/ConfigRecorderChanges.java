package dev.firstday.steps.watch.config;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.DeleteConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecorderStatusRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersRequest;
import software.amazon.awssdk.services.config.model.PutConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.StartConfigurationRecorderRequest;
import software.amazon.awssdk.services.config.model.StopConfigurationRecorderRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;

/** What {@link ConfigRecorderStep} would write. */
final class ConfigRecorderChanges {
  static final String SERVICE = "config.amazonaws.com";
  private static final String ROLE = "AWSServiceRoleForConfig";

  /** The name that AWS itself gives to recorders and channels. */
  static final String NAME = "default";

  static final Duration A_WHILE = Duration.ofMinutes(1);

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
    List<ConfigRecorders.ObservedRecorder> recorders =
        all.stream().flatMap(seen -> seen.value().stream()).toList();
    ConfigDelivery delivery = new ConfigDelivery(account, answers, recorders);
    boolean role =
        recorders.stream().allMatch(observed -> observed.recorder().isPresent()) || role();
    boolean bucket = recorders.isEmpty() || delivery.bucket(found);
    for (Account.Observed<ConfigRecorders.ObservedRecorder> seen : all) {
      boolean global = globalRegion.equals(Optional.of(seen.region()));
      seen.value()
          .filter(observed -> (observed.recorder().isPresent() || role))
          .filter(observed -> (observed.channel().isPresent() || bucket))
          .ifPresent(observed -> region(seen.region(), observed, global, delivery));
    }
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

  private void region(
      String region,
      ConfigRecorders.ObservedRecorder observed,
      boolean global,
      ConfigDelivery delivery) {
    String name = observed.recorder().map(ConfigurationRecorder::name).orElse(NAME);
    if (!observed.allTypes() || global && !observed.globalTypes()) {
      found.change(recorder(region, name, observed, global));
    }
    if (observed.channel().isEmpty()) {
      found.change(delivery.channel(region));
    }
    if (!observed.recording()) {
      found.change(start(region, name));
    }
  }

  private Change recorder(
      String region, String name, ConfigRecorders.ObservedRecorder observed, boolean global) {
    ChangeBuilder change =
        account
            .change(recorderId(region), put(wanted(observed, global)), region)
            .verifiedBy(
                Reads.DESCRIBE_CONFIGURATION_RECORDERS,
                DescribeConfigurationRecordersRequest.builder()
                    .configurationRecorderNames(name)
                    .build(),
                "/ConfigurationRecorders/0/recordingGroup")
            .waitingFor(A_WHILE, "InvalidRoleException");
    if (observed.recorder().isPresent()) {
      return change
          .undoneBy(Effect.CHANGE, put(asItIs(observed.recorder().get())))
          .build(Effect.CHANGE, Note.of("complete", region, name));
    }
    return change
        .undoneBy(
            Effect.DELETE,
            DeleteConfigurationRecorderRequest.builder().configurationRecorderName(name).build())
        .build(Effect.CREATE, Note.of("recorder", region));
  }

  private static PutConfigurationRecorderRequest put(ConfigurationRecorder recorder) {
    return PutConfigurationRecorderRequest.builder().configurationRecorder(recorder).build();
  }

  /** The recorder that is there, or a new one, with all types. */
  private ConfigurationRecorder wanted(ConfigRecorders.ObservedRecorder observed, boolean global) {
    boolean globalTypes = global || observed.globalTypes();
    return observed
        .recorder()
        .map(ConfigRecorderChanges::asItIs)
        .orElseGet(this::newRecorder)
        .copy(
            recorder ->
                recorder.recordingGroup(
                    group -> group.allSupported(true).includeGlobalResourceTypes(globalTypes)));
  }

  private ConfigurationRecorder newRecorder() {
    String frequency = answers.text("frequency").orElseThrow().toUpperCase(Locale.ROOT);
    return ConfigurationRecorder.builder()
        .name(NAME)
        .roleARN(roleArn())
        .recordingMode(mode -> mode.recordingFrequency(frequency))
        .build();
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
