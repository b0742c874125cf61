package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.DetectorRecord;
import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PracticeState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.guardduty.model.CreateDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.CreateDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.DeleteDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.DeleteDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.DetectorFeatureConfiguration;
import software.amazon.awssdk.services.guardduty.model.DetectorStatus;
import software.amazon.awssdk.services.guardduty.model.FeatureStatus;
import software.amazon.awssdk.services.guardduty.model.GetAdministratorAccountRequest;
import software.amazon.awssdk.services.guardduty.model.GetAdministratorAccountResponse;
import software.amazon.awssdk.services.guardduty.model.GetDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsRequest;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsResponse;
import software.amazon.awssdk.services.guardduty.model.UpdateDetectorRequest;
import software.amazon.awssdk.services.guardduty.model.UpdateDetectorResponse;

/** GuardDuty. */
public final class PracticeGuardDuty {
  private PracticeGuardDuty() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(
            ListDetectorsRequest.class,
            (model, region, request) ->
                ListDetectorsResponse.builder()
                    .detectorIds(
                        model.detectors.containsKey(region) ? List.of(id(region)) : List.of()))
        .on(GetDetectorRequest.class, PracticeGuardDuty::get)
        .on(
            GetAdministratorAccountRequest.class,
            GetAdministratorAccountResponse::builder,
            (model, region, request) -> detector(model, region, request.detectorId()))
        .on(CreateDetectorRequest.class, PracticeGuardDuty::create)
        .on(UpdateDetectorRequest.class, UpdateDetectorResponse::builder, PracticeGuardDuty::update)
        .on(
            DeleteDetectorRequest.class,
            DeleteDetectorResponse::builder,
            (model, region, request) -> {
              detector(model, region, request.detectorId());
              model.detectors.remove(region);
            });
  }

  private static String id(String region) {
    byte[] name = (PracticeState.ACCOUNT_ID + region).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
  }

  private static AwsResponse.Builder get(
      PracticeState model, String region, GetDetectorRequest request) {
    DetectorRecord detector = detector(model, region, request.detectorId());
    return GetDetectorResponse.builder()
        .status(detector.enabled ? DetectorStatus.ENABLED : DetectorStatus.DISABLED)
        .createdAt(detector.created.toString())
        .tags(detector.tags)
        .features(detector.features.values());
  }

  private static AwsResponse.Builder create(
      PracticeState model, String region, CreateDetectorRequest request) {
    if (model.detectors.containsKey(region)) {
      throw bad("a detector already exists for the current account.");
    }
    DetectorRecord detector = new DetectorRecord(model.opened);
    detector.enabled = request.enable();
    detector.tags = Map.copyOf(request.tags());
    set(detector, request.features(), detector.created);
    model.detectors.put(region, detector);
    return CreateDetectorResponse.builder().detectorId(id(region));
  }

  private static void update(PracticeState model, String region, UpdateDetectorRequest request) {
    DetectorRecord detector = detector(model, region, request.detectorId());
    if (request.enable() != null) {
      detector.enabled = request.enable();
    }
    set(detector, request.features(), detector.created.plusSeconds(3600));
  }

  private static void set(
      DetectorRecord detector, List<DetectorFeatureConfiguration> features, Instant at) {
    for (DetectorFeatureConfiguration feature : features) {
      if (!detector.features.containsKey(feature.nameAsString())) {
        throw bad("an invalid feature is specified.");
      }
      detector.set(feature.nameAsString(), feature.status() == FeatureStatus.ENABLED, at);
    }
  }

  private static DetectorRecord detector(PracticeState model, String region, String id) {
    DetectorRecord detector = model.detectors.get(region);
    if (detector == null || !id.equals(id(region))) {
      throw bad("the input detectorId is not owned by the current account.");
    }
    return detector;
  }

  private static AwsServiceException bad(String reason) {
    return error(400, "BadRequestException", "The request is rejected because " + reason);
  }
}
