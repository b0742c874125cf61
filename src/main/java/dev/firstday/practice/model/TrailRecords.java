package dev.firstday.practice.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** The trails of the practice account. */
public final class TrailRecords {
  private final List<TrailRecord> all = new ArrayList<>();

  /** A trail, and what it does. */
  public static final class TrailRecord {
    public Trail trail;
    public boolean logging;
    public List<EventSelector> selectors =
        List.of(
            EventSelector.builder()
                .readWriteType(ReadWriteType.ALL)
                .includeManagementEvents(true)
                .build());
    public List<AdvancedEventSelector> advanced = List.of();

    private TrailRecord(Trail trail) {
      this.trail = trail;
    }

    /** Whether a Region shows it: as its own, or as the shadow of one of another Region. */
    public boolean in(String region, boolean shadows) {
      return trail.homeRegion().equals(region)
          || shadows && Boolean.TRUE.equals(trail.isMultiRegionTrail());
    }
  }

  public TrailRecord put(Trail trail) {
    TrailRecord kept = new TrailRecord(trail);
    all.add(kept);
    return kept;
  }

  public void remove(TrailRecord kept) {
    all.remove(kept);
  }

  public List<TrailRecord> all() {
    return List.copyOf(all);
  }

  /** The trail that a Region knows by a name or an ARN. */
  public Optional<TrailRecord> find(String region, String nameOrArn) {
    return all.stream()
        .filter(
            kept ->
                kept.trail.trailARN().equals(nameOrArn)
                    || kept.trail.name().equals(nameOrArn) && kept.in(region, false))
        .findFirst();
  }
}
