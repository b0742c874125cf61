package dev.firstday.practice.watch;

import dev.firstday.aws.operations.SdkJson;
import dev.firstday.practice.model.PracticeState;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.CreateTrailRequest;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.UpdateTrailRequest;

/** What a request makes of the settings of a trail. */
final class TrailSettings {
  private TrailSettings() {}

  /** A new trail. */
  static Trail created(CreateTrailRequest request, String region) {
    return SdkJson.copy(request, Trail.builder())
        .trailARN(
            "arn:aws:cloudtrail:%s:%s:trail/%s"
                .formatted(region, PracticeState.ACCOUNT_ID, request.name()))
        .homeRegion(region)
        .isMultiRegionTrail(Boolean.TRUE.equals(request.isMultiRegionTrail()))
        .includeGlobalServiceEvents(!Boolean.FALSE.equals(request.includeGlobalServiceEvents()))
        .logFileValidationEnabled(Boolean.TRUE.equals(request.enableLogFileValidation()))
        .isOrganizationTrail(false)
        .hasCustomEventSelectors(false)
        .hasInsightSelectors(false)
        .build();
  }

  /** The trail after an update: what is not sent stays as it is. */
  static Trail updated(Trail trail, UpdateTrailRequest request) {
    Trail.Builder updated = SdkJson.copy(request, trail.toBuilder()).name(trail.name());
    if (request.enableLogFileValidation() != null) {
      updated.logFileValidationEnabled(request.enableLogFileValidation());
    }
    if (request.cloudWatchLogsLogGroupArn() != null) {
      updated
          .cloudWatchLogsLogGroupArn(orNull(request.cloudWatchLogsLogGroupArn()))
          .cloudWatchLogsRoleArn(orNull(request.cloudWatchLogsRoleArn()));
    }
    return updated.build();
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
