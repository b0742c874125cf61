package dev.firstday.practice.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.RecordingGroup;
import software.amazon.awssdk.services.config.model.RecordingStrategyType;

/** AWS Config in the practice account, by Region. */
public final class ConfigRecords {
  private final Map<String, RecorderRecord> byRegion = new HashMap<>();

  /** A Region's recorder, where it delivers to, and the rules. */
  public static final class RecorderRecord {
    public Optional<ConfigurationRecorder> recorder = Optional.empty();
    public boolean recording;
    public Optional<DeliveryChannel> channel = Optional.empty();
    public final Map<String, ConfigRule> rules = new TreeMap<>();

    /** How many resources break a rule, by its name. */
    public final Map<String, Integer> broken = new TreeMap<>();
  }

  public RecorderRecord in(String region) {
    return byRegion.computeIfAbsent(region, key -> new RecorderRecord());
  }

  /** A recorder as AWS tells it: with the strategy that follows from the rest. */
  public static ConfigurationRecorder whole(ConfigurationRecorder recorder) {
    return recorder.copy(r -> r.recordingGroup(whole(recorder.recordingGroup())));
  }

  private static RecordingGroup whole(RecordingGroup group) {
    if (group == null || Boolean.TRUE.equals(group.allSupported())) {
      boolean global = group != null && Boolean.TRUE.equals(group.includeGlobalResourceTypes());
      return RecordingGroup.builder()
          .allSupported(true)
          .includeGlobalResourceTypes(global)
          .resourceTypes(List.of())
          .exclusionByResourceTypes(exclusion -> exclusion.resourceTypes(List.of()))
          .recordingStrategy(s -> s.useOnly(RecordingStrategyType.ALL_SUPPORTED_RESOURCE_TYPES))
          .build();
    }
    return group.recordingStrategy() != null
        ? group
        : group.copy(
            g ->
                g.exclusionByResourceTypes(exclusion -> exclusion.resourceTypes(List.of()))
                    .recordingStrategy(
                        s -> s.useOnly(RecordingStrategyType.INCLUSION_BY_RESOURCE_TYPES)));
  }
}
