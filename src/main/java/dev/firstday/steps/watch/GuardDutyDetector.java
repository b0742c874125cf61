package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.guardduty.model.DetectorFeatureConfigurationResult;
import software.amazon.awssdk.services.guardduty.model.DetectorStatus;
import software.amazon.awssdk.services.guardduty.model.FeatureStatus;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;

/**
 * GuardDuty in a Region.
 *
 * @param administrator who runs it for the whole organization
 */
record GuardDutyDetector(String id, GetDetectorResponse state, Optional<String> administrator) {
  /** What GuardDuty can't be without, and what has no plan of its own. */
  private static final Set<String> FOUNDATION = Set.of("CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS");

  /** The detector of a Region; empty if there is none. */
  static Optional<GuardDutyDetector> read(Account account, String region) throws CallFailed {
    Optional<String> found =
        account.query(Reads.LIST_DETECTORS).in(region).all(page -> page.detectorIds()).stream()
            .findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String id = found.get();
    var administrator =
        account.query(Reads.GET_ADMINISTRATOR_ACCOUNT, read -> read.detectorId(id)).in(region);
    administrator.prefetch();
    var state = account.query(Reads.GET_DETECTOR, read -> read.detectorId(id)).in(region).read();
    return Optional.of(
        new GuardDutyDetector(
            id,
            state,
            Optional.ofNullable(administrator.read().administrator()).map(who -> who.accountId())));
  }

  boolean enabled() {
    return state.status() == DetectorStatus.ENABLED;
  }

  /** The protection plans that are on, but for the chosen ones. */
  List<DetectorFeatureConfigurationResult> plansBeside(List<String> chosen) {
    return state.features().stream()
        .filter(feature -> feature.status() == FeatureStatus.ENABLED)
        .filter(feature -> feature.nameAsString() != null)
        .filter(feature -> !FOUNDATION.contains(feature.nameAsString()))
        .filter(feature -> !chosen.contains(feature.nameAsString()))
        .toList();
  }

  /** Whether AWS switched a plan on when we made the detector; a person does so later. */
  boolean switchedOnByItself(DetectorFeatureConfigurationResult feature) {
    return "firstday".equals(state.tags().get("CreatedBy"))
        && feature.updatedAt() != null
        && feature
            .updatedAt()
            .isBefore(Instant.parse(state.createdAt()).plus(Duration.ofMinutes(1)));
  }
}
