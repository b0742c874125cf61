package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.References;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.guardduty.model.CreateDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.DeleteDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.DetectorFeatureConfiguration;
import software.amazon.awssdk.services.guardduty.model.FeatureStatus;
import software.amazon.awssdk.services.guardduty.model.FindingPublishingFrequency;
import software.amazon.awssdk.services.guardduty.model.GetDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsRequest;
import software.amazon.awssdk.services.guardduty.model.UpdateDetectorRequest;

/** What {@link GuardDutyStep} would write. */
record GuardDutyChanges(Account account) {
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

  /** Switches GuardDuty on in a Region, with the chosen plans alone. */
  Change create(String region, List<String> plans) {
    CreateDetectorRequest create =
        CreateDetectorRequest.builder()
            .enable(true)
            .findingPublishingFrequency(FindingPublishingFrequency.FIFTEEN_MINUTES)
            .features(
                Stream.concat(ON_BY_ITSELF.stream(), plans.stream())
                    .distinct()
                    .map(name -> feature(name, plans.contains(name)))
                    .toList())
            .tags(Map.of("CreatedBy", "firstday"))
            .build();
    String id = "guardduty/" + region + "/detector";
    Note why = Note.of("detector", region);
    Change plain = account.change(id, create, region).build(Effect.CREATE, why);
    return account
        .change(id, create, region)
        .verifiedBy(Reads.LIST_DETECTORS, ListDetectorsRequest.builder().build(), "/DetectorIds/0")
        .undoneBy(
            Effect.DELETE,
            DeleteDetectorRequest.builder().detectorId(References.to(plain, "/DetectorId")).build())
        .build(Effect.CREATE, why);
  }

  private static DetectorFeatureConfiguration feature(String name, boolean on) {
    return DetectorFeatureConfiguration.builder()
        .name(name)
        .status(on ? FeatureStatus.ENABLED : FeatureStatus.DISABLED)
        .build();
  }

  /** Switches plans off that AWS switched on by itself. */
  Change switchOff(GuardDutyDetector detector, List<String> plans, String region) {
    return update(
        "plans",
        detector,
        switching(plans, false),
        switching(plans, true),
        region,
        Note.of("plans", String.join(", ", plans), region));
  }

  private static UpdateDetectorRequest.Builder switching(List<String> plans, boolean on) {
    return UpdateDetectorRequest.builder()
        .features(plans.stream().map(name -> feature(name, on)).toList());
  }

  /** Switches a suspended detector on again. */
  Change resume(GuardDutyDetector detector, String region) {
    return update(
        "resume",
        detector,
        UpdateDetectorRequest.builder().enable(true),
        UpdateDetectorRequest.builder().enable(false),
        region,
        Note.of("resume", region));
  }

  private Change update(
      String what,
      GuardDutyDetector detector,
      UpdateDetectorRequest.Builder update,
      UpdateDetectorRequest.Builder undo,
      String region,
      Note why) {
    return account
        .change(
            "guardduty/%s/%s".formatted(region, what),
            update.detectorId(detector.id()).build(),
            region)
        .verifiedBy(
            Reads.GET_DETECTOR,
            GetDetectorRequest.builder().detectorId(detector.id()).build(),
            "/Status",
            "/Features/*/Status")
        .undoneBy(Effect.CHANGE, undo.detectorId(detector.id()).build())
        .build(Effect.CHANGE, why);
  }
}
