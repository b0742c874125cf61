package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.guardduty.model.CreateDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.DetectorFeatureConfiguration;
import software.amazon.awssdk.services.guardduty.model.FeatureStatus;
import software.amazon.awssdk.services.guardduty.model.FindingPublishingFrequency;
import software.amazon.awssdk.services.guardduty.model.UpdateDetectorRequest;

/** What {@link GuardDutyStep} would write in a Region. */
record GuardDutyChanges(Account account, String region) {
  /** What AWS switches on where nobody says no. */
  private static final List<String> ON_BY_ITSELF =
      List.of(
          "S3_DATA_EVENTS",
          "EKS_AUDIT_LOGS",
          "EBS_MALWARE_PROTECTION",
          "RDS_LOGIN_EVENTS",
          "LAMBDA_NETWORK_LOGS",
          "AI_PROTECTION",
          "AI_ANALYST");

  /** Switches GuardDuty on, with the chosen plans alone. */
  Change create(List<String> plans) {
    Stream<String> known = Stream.concat(ON_BY_ITSELF.stream(), plans.stream()).distinct();
    return change(
            "detector",
            CreateDetectorRequest.builder()
                .enable(true)
                .findingPublishingFrequency(FindingPublishingFrequency.FIFTEEN_MINUTES)
                .features(known.map(name -> feature(name, plans.contains(name))).toList())
                .tags(Map.of("CreatedBy", "firstday")))
        .verifiedBy(account.query(Reads.LIST_DETECTORS), "/DetectorIds/0")
        .create(Note.of("detector", region));
  }

  private ChangeBuilder change(String part, AwsRequest.Builder request) {
    return account.change("guardduty/" + region + "/" + part, request, region);
  }

  private static DetectorFeatureConfiguration feature(String name, boolean on) {
    return DetectorFeatureConfiguration.builder()
        .name(name)
        .status(on ? FeatureStatus.ENABLED : FeatureStatus.DISABLED)
        .build();
  }

  /** Switches plans off that AWS switched on by itself. */
  Change switchOff(GuardDutyDetector detector, List<String> plans) {
    Note why = Note.of("plans", String.join(", ", plans), region);
    return update("plans", detector, switching(plans, false), why, switching(plans, true));
  }

  private static UpdateDetectorRequest.Builder switching(List<String> plans, boolean on) {
    return UpdateDetectorRequest.builder()
        .features(plans.stream().map(name -> feature(name, on)).toList());
  }

  /** Switches a suspended detector on again. */
  Change resume(GuardDutyDetector detector) {
    var on = UpdateDetectorRequest.builder().enable(true);
    var off = UpdateDetectorRequest.builder().enable(false);
    return update("resume", detector, on, Note.of("resume", region), off);
  }

  private Change update(
      String part,
      GuardDutyDetector detector,
      UpdateDetectorRequest.Builder update,
      Note why,
      UpdateDetectorRequest.Builder back) {
    String id = detector.id();
    return change(part, update.detectorId(id))
        .verifiedBy(
            account.query(Reads.GET_DETECTOR, read -> read.detectorId(id)),
            "/Status",
            "/Features/*/Status")
        .update(why, back.detectorId(id));
  }
}
