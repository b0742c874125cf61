package dev.firstday.practice.watch;

import dev.firstday.practice.model.DetectorRecord;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.BadRequestException;
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
public final class PracticeGuardDuty implements GuardDutyClient {
  private final PracticeCall practiceCall;

  public PracticeGuardDuty(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private String id() {
    byte[] name =
        (PracticeState.ACCOUNT_ID + practiceCall.region()).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
  }

  @Override
  public ListDetectorsResponse listDetectors(ListDetectorsRequest request) {
    return practiceCall.answer(
        "ListDetectors",
        request,
        model ->
            ListDetectorsResponse.builder()
                .detectorIds(
                    model.detectors.containsKey(practiceCall.region())
                        ? List.of(id())
                        : List.of()));
  }

  @Override
  public GetDetectorResponse getDetector(GetDetectorRequest request) {
    return practiceCall.answer(
        "GetDetector",
        request,
        model -> {
          DetectorRecord detector = detector(model, request.detectorId());
          return GetDetectorResponse.builder()
              .status(detector.enabled ? DetectorStatus.ENABLED : DetectorStatus.DISABLED)
              .createdAt(detector.created.toString())
              .tags(detector.tags)
              .features(detector.features.values());
        });
  }

  @Override
  public GetAdministratorAccountResponse getAdministratorAccount(
      GetAdministratorAccountRequest request) {
    return practiceCall.answer(
        "GetAdministratorAccount",
        request,
        model -> {
          detector(model, request.detectorId());
          return GetAdministratorAccountResponse.builder();
        });
  }

  @Override
  public CreateDetectorResponse createDetector(CreateDetectorRequest request) {
    return practiceCall.answer(
        "CreateDetector",
        request,
        model -> {
          if (model.detectors.containsKey(practiceCall.region())) {
            throw bad(
                "The request is rejected because a detector already exists for the current"
                    + " account.");
          }
          DetectorRecord detector = new DetectorRecord(model.opened);
          detector.enabled = request.enable();
          detector.tags = Map.copyOf(request.tags());
          set(detector, request.features(), detector.created);
          model.detectors.put(practiceCall.region(), detector);
          return CreateDetectorResponse.builder().detectorId(id());
        });
  }

  @Override
  public UpdateDetectorResponse updateDetector(UpdateDetectorRequest request) {
    return practiceCall.answer(
        "UpdateDetector",
        request,
        model -> {
          DetectorRecord detector = detector(model, request.detectorId());
          if (request.enable() != null) {
            detector.enabled = request.enable();
          }
          set(detector, request.features(), detector.created.plusSeconds(3600));
          return UpdateDetectorResponse.builder();
        });
  }

  private void set(
      DetectorRecord detector, List<DetectorFeatureConfiguration> features, Instant at) {
    for (DetectorFeatureConfiguration feature : features) {
      if (!detector.features.containsKey(feature.nameAsString())) {
        throw bad("The request is rejected because an invalid feature is specified.");
      }
      detector.set(feature.nameAsString(), feature.status() == FeatureStatus.ENABLED, at);
    }
  }

  @Override
  public DeleteDetectorResponse deleteDetector(DeleteDetectorRequest request) {
    return practiceCall.answer(
        "DeleteDetector",
        request,
        model -> {
          detector(model, request.detectorId());
          model.detectors.remove(practiceCall.region());
          return DeleteDetectorResponse.builder();
        });
  }

  private DetectorRecord detector(PracticeState model, String id) {
    DetectorRecord detector = model.detectors.get(practiceCall.region());
    if (detector == null || !id.equals(id())) {
      throw bad(
          "The request is rejected because the input detectorId is not owned by the current"
              + " account.");
    }
    return detector;
  }

  private AwsServiceException bad(String message) {
    return practiceCall.error(BadRequestException.builder(), 400, "BadRequestException", message);
  }
}
