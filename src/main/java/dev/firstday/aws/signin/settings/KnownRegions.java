package dev.firstday.aws.signin.settings;

import dev.firstday.engine.answers.RegionRule;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/** The Regions that the SDK knows, of all partitions. */
public final class KnownRegions {
  /** Names Regions that are newer than this firstday, with commas between them. */
  public static final String NEWER = "FIRSTDAY_NEW_REGIONS";

  private KnownRegions() {}

  /**
   * The rule with these Regions.
   *
   * @param newer the value of {@link #NEWER}; empty if it is not set
   */
  public static RegionRule rule(String newer) {
    Set<String> more =
        Stream.of(newer.split("[,\\s]+"))
            .filter(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"))
            .collect(Collectors.toUnmodifiableSet());
    return new RegionRule(Optional.of(KnownRegions::ids), KnownRegions::description, more);
  }

  private static Set<String> ids() {
    return Region.regions().stream()
        .filter(region -> !region.isGlobalRegion())
        .map(Region::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String description(String id) {
    RegionMetadata metadata = RegionMetadata.of(Region.of(id));
    return metadata == null ? "" : metadata.description();
  }
}
