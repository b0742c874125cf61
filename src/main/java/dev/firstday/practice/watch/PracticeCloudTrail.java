package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.TrailRecords.TrailRecord;
import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;
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
public final class PracticeCloudTrail {
  private static final int MOST = 5;

  private PracticeCloudTrail() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(DescribeTrailsRequest.class, PracticeCloudTrail::describe)
        .on(ListTrailsRequest.class, PracticeCloudTrail::list)
        .on(GetTrailStatusRequest.class, PracticeCloudTrail::status)
        .on(GetEventSelectorsRequest.class, PracticeCloudTrail::selectors)
        .on(PutEventSelectorsRequest.class, PracticeCloudTrail::putSelectors)
        .on(CreateTrailRequest.class, PracticeCloudTrail::create)
        .on(UpdateTrailRequest.class, PracticeCloudTrail::update)
        .on(
            DeleteTrailRequest.class,
            DeleteTrailResponse::builder,
            (model, region, request) -> model.trails.remove(trail(model, region, request.name())))
        .on(StartLoggingRequest.class, StartLoggingResponse::builder, PracticeCloudTrail::start)
        .on(
            StopLoggingRequest.class,
            StopLoggingResponse::builder,
            (model, region, request) -> trail(model, region, request.name()).logging = false);
  }

  private static AwsResponse.Builder describe(
      PracticeState model, String region, DescribeTrailsRequest request) {
    boolean shadows = !Boolean.FALSE.equals(request.includeShadowTrails());
    List<String> names = request.trailNameList();
    return DescribeTrailsResponse.builder()
        .trailList(
            model.trails.all().stream()
                .filter(kept -> kept.in(region, shadows))
                .map(kept -> kept.trail)
                .filter(
                    trail ->
                        names.isEmpty()
                            || names.contains(trail.name())
                            || names.contains(trail.trailARN()))
                .toList());
  }

  private static AwsResponse.Builder list(PracticeState model, ListTrailsRequest request) {
    return ListTrailsResponse.builder()
        .trails(
            model.trails.all().stream()
                .map(
                    kept ->
                        TrailInfo.builder()
                            .trailARN(kept.trail.trailARN())
                            .name(kept.trail.name())
                            .homeRegion(kept.trail.homeRegion())
                            .build())
                .toList());
  }

  private static AwsResponse.Builder status(
      PracticeState model, String region, GetTrailStatusRequest request) {
    TrailRecord kept = trail(model, region, request.name());
    return GetTrailStatusResponse.builder()
        .isLogging(kept.logging)
        .startLoggingTime(kept.logging ? model.opened : null)
        .latestDeliveryTime(kept.logging ? model.opened : null);
  }

  private static AwsResponse.Builder selectors(
      PracticeState model, String region, GetEventSelectorsRequest request) {
    TrailRecord kept = trail(model, region, request.trailName());
    GetEventSelectorsResponse.Builder answer =
        GetEventSelectorsResponse.builder().trailARN(kept.trail.trailARN());
    return kept.advanced.isEmpty()
        ? answer.eventSelectors(kept.selectors)
        : answer.advancedEventSelectors(kept.advanced);
  }

  private static AwsResponse.Builder putSelectors(
      PracticeState model, String region, PutEventSelectorsRequest request) {
    TrailRecord kept = trail(model, region, request.trailName());
    kept.selectors = request.eventSelectors();
    kept.advanced = request.advancedEventSelectors();
    return PutEventSelectorsResponse.builder().trailARN(kept.trail.trailARN());
  }

  private static AwsResponse.Builder create(
      PracticeState model, String region, CreateTrailRequest request) {
    requireRoom(model, region, request.name());
    Trail trail = TrailSettings.created(request, region);
    new TrailDelivery(model, region).require(trail);
    model.trails.put(trail);
    return CreateTrailResponse.builder().name(trail.name()).trailARN(trail.trailARN());
  }

  private static void requireRoom(PracticeState model, String region, String name) {
    if (model.trails.find(region, name).isPresent()) {
      throw error(400, "TrailAlreadyExistsException", "Trail %s already exists in account", name);
    }
    if (model.trails.all().stream().filter(kept -> kept.in(region, true)).count() >= MOST) {
      throw error(
          400,
          "MaximumNumberOfTrailsExceededException",
          "User: %s already has %s trails in %s.",
          PracticeState.ACCOUNT_ID,
          MOST,
          region);
    }
  }

  private static AwsResponse.Builder update(
      PracticeState model, String region, UpdateTrailRequest request) {
    TrailRecord kept = trail(model, region, request.name());
    Trail trail = TrailSettings.updated(kept.trail, request);
    new TrailDelivery(model, region).require(trail);
    kept.trail = trail;
    return UpdateTrailResponse.builder().name(trail.name()).trailARN(trail.trailARN());
  }

  private static void start(PracticeState model, String region, StartLoggingRequest request) {
    TrailRecord kept = trail(model, region, request.name());
    kept.logging = true;
    model.buckets.write(kept.trail.s3BucketName());
  }

  private static TrailRecord trail(PracticeState model, String region, String name) {
    return model
        .trails
        .find(region, name)
        .orElseThrow(
            () ->
                error(
                    400,
                    "TrailNotFoundException",
                    "Unknown trail: %s for the user: %s",
                    name,
                    PracticeState.ACCOUNT_ID));
  }
}
