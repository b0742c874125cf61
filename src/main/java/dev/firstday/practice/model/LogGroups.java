package dev.firstday.practice.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

/** The log groups of the practice account, by Region and name. */
public final class LogGroups {
  private final Map<String, Map<String, LogGroupRecord>> byRegion = new HashMap<>();

  /** A log group, and what belongs to it. */
  public static final class LogGroupRecord {
    public LogGroup group;
    public final Map<String, MetricFilter> filters = new TreeMap<>();

    private LogGroupRecord(LogGroup group) {
      this.group = group;
    }
  }

  private Map<String, LogGroupRecord> in(String region) {
    return byRegion.computeIfAbsent(region, key -> new TreeMap<>());
  }

  /** Every group of a Region, by name. */
  public Collection<LogGroupRecord> all(String region) {
    return in(region).values();
  }

  public Optional<LogGroupRecord> find(String region, String name) {
    return Optional.ofNullable(in(region).get(name));
  }

  public LogGroupRecord put(String region, LogGroup group) {
    LogGroupRecord kept = new LogGroupRecord(group);
    in(region).put(group.logGroupName(), kept);
    return kept;
  }

  public Optional<LogGroupRecord> remove(String region, String name) {
    return Optional.ofNullable(in(region).remove(name));
  }

  /** The ARN of a group, without the {@code :*} that stands for its streams. */
  public static String arn(String region, String name) {
    return "arn:aws:logs:%s:%s:log-group:%s".formatted(region, PracticeState.ACCOUNT_ID, name);
  }
}
