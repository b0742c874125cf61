package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.cloudtrail.model.TrailInfo;

/** The trails that record what happens in the account, as they stand. */
final class Trails {
  private Trails() {}

  /**
   * A trail.
   *
   * @param trail its configuration
   * @param own whether it is this account's, and not its organization's
   * @param status whether it logs, and how its deliveries go; empty if that could not be read
   * @param selectors which events it takes; empty if that could not be read
   * @param problem why something could not be read
   */
  record ObservedTrail(
      Trail trail,
      boolean own,
      Optional<GetTrailStatusResponse> status,
      Optional<GetEventSelectorsResponse> selectors,
      Optional<Problem> problem) {

    boolean logging() {
      return status.map(GetTrailStatusResponse::isLogging).orElse(false);
    }

    boolean multiRegion() {
      return Boolean.TRUE.equals(trail.isMultiRegionTrail());
    }

    boolean validates() {
      return Boolean.TRUE.equals(trail.logFileValidationEnabled());
    }

    boolean toLogs() {
      return isSet(trail.cloudWatchLogsLogGroupArn());
    }

    /** Whether it takes all management events. One that nobody chose events for does. */
    boolean takesManagementEvents() {
      return selectors
          .map(
              s ->
                  s.eventSelectors().isEmpty() && s.advancedEventSelectors().isEmpty()
                      || s.eventSelectors().stream().anyMatch(Trails::takesAll)
                      || s.advancedEventSelectors().stream().anyMatch(Trails::takesAll))
          .orElse(false);
    }

    /** Whether everything that happens in the account is in its logs. */
    boolean records() {
      return multiRegion() && logging() && takesManagementEvents();
    }

    /** Whether there is nothing about the trail itself that could be mended. */
    boolean whole() {
      return records()
          && validates()
          && toLogs()
          && failing(GetTrailStatusResponse::latestDeliveryError).isEmpty()
          && failing(GetTrailStatusResponse::latestCloudWatchLogsDeliveryError).isEmpty();
    }

    /** What the last delivery of a kind failed with. */
    Optional<String> failing(Function<GetTrailStatusResponse, String> delivery) {
      return status.map(delivery).filter(error -> !error.isBlank());
    }

    /** What it does already, the more the better; one that records comes before all that do not. */
    int worth() {
      return (multiRegion() ? 16 : 0)
          + (logging() ? 8 : 0)
          + (takesManagementEvents() ? 4 : 0)
          + (validates() ? 1 : 0)
          + (toLogs() ? 1 : 0);
    }
  }

  // Without the events of KMS nobody hears of a key that is to be deleted.
  private static boolean takesAll(EventSelector selector) {
    return !Boolean.FALSE.equals(selector.includeManagementEvents())
        && selector.readWriteType() == ReadWriteType.ALL
        && selector.excludeManagementEventSources().isEmpty();
  }

  private static boolean takesAll(AdvancedEventSelector selector) {
    List<AdvancedFieldSelector> fields = selector.fieldSelectors();
    return fields.stream().allMatch(field -> "eventCategory".equals(field.field()))
        && fields.stream().anyMatch(field -> field.equalsValue().contains("Management"));
  }

  /** Every trail that can record the account, the best first. */
  static List<ObservedTrail> look(Account account) throws CallFailed {
    List<Trail> trails = describe(account, account.homeRegion(), true);
    if (trails.isEmpty()) {
      // One of a single other Region is no shadow here, but can be made to cover all of them.
      trails = elsewhere(account, List.of());
    }
    return trails.stream()
        .map(trail -> look(account, trail))
        .sorted(
            Comparator.comparingInt((ObservedTrail observed) -> -observed.worth())
                .thenComparing(observed -> observed.trail().trailARN()))
        .toList();
  }

  /**
   * The trails of other Regions that are not seen from the home Region, because they record their
   * own alone.
   *
   * @param known those that were seen
   */
  static List<Trail> elsewhere(Account account, List<Trail> known) throws CallFailed {
    Set<String> arns = known.stream().map(Trail::trailARN).collect(Collectors.toSet());
    List<Trail> trails = new ArrayList<>();
    for (String region : otherRegions(account)) {
      describe(account, region, false).stream()
          .filter(trail -> !arns.contains(trail.trailARN()))
          .forEach(trails::add);
    }
    return trails;
  }

  private static Set<String> otherRegions(Account account) throws CallFailed {
    return account
        .query(Reads.LIST_TRAILS)
        .all(page -> page.trails(), TrailInfo::homeRegion)
        .stream()
        .map(TrailInfo::homeRegion)
        .filter(region -> !region.equals(account.homeRegion()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Trail> describe(Account account, String region, boolean shadows)
      throws CallFailed {
    return account
        .query(Reads.DESCRIBE_TRAILS, read -> read.includeShadowTrails(shadows))
        .in(region)
        .all(
            page -> page.trailList(),
            Trail::trailARN,
            Trail::name,
            Trail::homeRegion,
            Trail::s3BucketName);
  }

  private static ObservedTrail look(Account account, Trail trail) {
    boolean own = trail.trailARN().contains(":" + account.identity().accountId() + ":");
    // Its home Region knows it by its name; elsewhere, and in a member account, the ARN is needed.
    String name = own ? trail.name() : trail.trailARN();
    String region = trail.homeRegion();
    var status = account.query(Reads.GET_TRAIL_STATUS, read -> read.name(name)).in(region);
    var events = account.query(Reads.GET_EVENT_SELECTORS, read -> read.trailName(name)).in(region);
    events.prefetch();
    Optional<GetTrailStatusResponse> seen = Optional.empty();
    try {
      seen = Optional.of(status.read());
      return new ObservedTrail(trail, own, seen, Optional.of(events.read()), Optional.empty());
    } catch (CallFailed e) {
      return new ObservedTrail(trail, own, seen, Optional.empty(), Optional.of(e.problem()));
    }
  }

  /** Whether a member of a trail says something. */
  static boolean isSet(@Nullable String text) {
    return text != null && !text.isEmpty();
  }
}
