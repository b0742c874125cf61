package dev.firstday.practice.watch;

import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.TrailRecords;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailResponse;
import software.amazon.awssdk.services.cloudtrail.model.DeleteTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.DeleteTrailResponse;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ListTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.PutEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.PutEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.StartLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.StartLoggingResponse;
import software.amazon.awssdk.services.cloudtrail.model.StopLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.StopLoggingResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailInfo;
import software.amazon.awssdk.services.cloudtrail.model.UpdateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.UpdateTrailResponse;

/** CloudTrail. */
public final class PracticeCloudTrail implements CloudTrailClient {
  private static final int MOST = 5;
  private final PracticeCall practiceCall;

  public PracticeCloudTrail(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public DescribeTrailsResponse describeTrails(DescribeTrailsRequest request) {
    return practiceCall.answer(
        "DescribeTrails",
        request,
        model ->
            DescribeTrailsResponse.builder()
                .trailList(
                    model.trails.all().stream()
                        .filter(
                            kept ->
                                kept.in(
                                    practiceCall.region(),
                                    !Boolean.FALSE.equals(request.includeShadowTrails())))
                        .map(kept -> kept.trail)
                        .filter(
                            trail ->
                                request.trailNameList().isEmpty()
                                    || request.trailNameList().contains(trail.name())
                                    || request.trailNameList().contains(trail.trailARN()))
                        .toList()));
  }

  @Override
  public ListTrailsResponse listTrails(ListTrailsRequest request) {
    return practiceCall.answer(
        "ListTrails",
        request,
        model ->
            ListTrailsResponse.builder()
                .trails(
                    model.trails.all().stream()
                        .map(
                            kept ->
                                TrailInfo.builder()
                                    .trailARN(kept.trail.trailARN())
                                    .name(kept.trail.name())
                                    .homeRegion(kept.trail.homeRegion())
                                    .build())
                        .toList()));
  }

  @Override
  public GetTrailStatusResponse getTrailStatus(GetTrailStatusRequest request) {
    return practiceCall.answer(
        "GetTrailStatus",
        request,
        model -> {
          TrailRecords.TrailRecord kept = trail(model, request.name());
          return GetTrailStatusResponse.builder()
              .isLogging(kept.logging)
              .startLoggingTime(kept.logging ? model.opened : null)
              .latestDeliveryTime(kept.logging ? model.opened : null);
        });
  }

  @Override
  public GetEventSelectorsResponse getEventSelectors(GetEventSelectorsRequest request) {
    return practiceCall.answer(
        "GetEventSelectors",
        request,
        model -> {
          TrailRecords.TrailRecord kept = trail(model, request.trailName());
          GetEventSelectorsResponse.Builder answer =
              GetEventSelectorsResponse.builder().trailARN(kept.trail.trailARN());
          return kept.advanced.isEmpty()
              ? answer.eventSelectors(kept.selectors)
              : answer.advancedEventSelectors(kept.advanced);
        });
  }

  @Override
  public PutEventSelectorsResponse putEventSelectors(PutEventSelectorsRequest request) {
    return practiceCall.answer(
        "PutEventSelectors",
        request,
        model -> {
          TrailRecords.TrailRecord kept = trail(model, request.trailName());
          kept.selectors = request.eventSelectors();
          kept.advanced = request.advancedEventSelectors();
          return PutEventSelectorsResponse.builder().trailARN(kept.trail.trailARN());
        });
  }

  @Override
  public CreateTrailResponse createTrail(CreateTrailRequest request) {
    return practiceCall.answer(
        "CreateTrail",
        request,
        model -> {
          requireRoom(model, request.name());
          Trail trail = TrailSettings.created(request, practiceCall.region());
          new TrailDelivery(practiceCall).require(model, trail);
          model.trails.put(trail);
          return CreateTrailResponse.builder().name(trail.name()).trailARN(trail.trailARN());
        });
  }

  private void requireRoom(PracticeState model, String name) {
    if (model.trails.find(practiceCall.region(), name).isPresent()) {
      throw error(
          "TrailAlreadyExistsException", "Trail %s already exists in account".formatted(name));
    }
    if (model.trails.all().stream().filter(k -> k.in(practiceCall.region(), true)).count()
        >= MOST) {
      throw error(
          "MaximumNumberOfTrailsExceededException",
          "User: %s already has %s trails in %s."
              .formatted(PracticeState.ACCOUNT_ID, MOST, practiceCall.region()));
    }
  }

  @Override
  public UpdateTrailResponse updateTrail(UpdateTrailRequest request) {
    return practiceCall.answer(
        "UpdateTrail",
        request,
        model -> {
          TrailRecords.TrailRecord kept = trail(model, request.name());
          Trail trail = TrailSettings.updated(kept.trail, request);
          new TrailDelivery(practiceCall).require(model, trail);
          kept.trail = trail;
          return UpdateTrailResponse.builder()
              .name(kept.trail.name())
              .trailARN(kept.trail.trailARN());
        });
  }

  @Override
  public DeleteTrailResponse deleteTrail(DeleteTrailRequest request) {
    return practiceCall.answer(
        "DeleteTrail",
        request,
        model -> {
          model.trails.remove(trail(model, request.name()));
          return DeleteTrailResponse.builder();
        });
  }

  @Override
  public StartLoggingResponse startLogging(StartLoggingRequest request) {
    return practiceCall.answer(
        "StartLogging",
        request,
        model -> {
          TrailRecords.TrailRecord kept = trail(model, request.name());
          kept.logging = true;
          model.buckets.write(kept.trail.s3BucketName());
          return StartLoggingResponse.builder();
        });
  }

  @Override
  public StopLoggingResponse stopLogging(StopLoggingRequest request) {
    return practiceCall.answer(
        "StopLogging",
        request,
        model -> {
          trail(model, request.name()).logging = false;
          return StopLoggingResponse.builder();
        });
  }

  private TrailRecords.TrailRecord trail(PracticeState model, String name) {
    return model
        .trails
        .find(practiceCall.region(), name)
        .orElseThrow(
            () ->
                error(
                    "TrailNotFoundException",
                    "Unknown trail: %s for the user: %s"
                        .formatted(name, PracticeState.ACCOUNT_ID)));
  }

  private AwsServiceException error(String code, String message) {
    return practiceCall.error(CloudTrailException.builder(), 400, code, message);
  }
}
