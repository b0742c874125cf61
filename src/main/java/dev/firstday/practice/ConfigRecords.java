package dev.firstday.practice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.DeliveryChannel;

/** AWS Config in the practice account, by Region. */
final class ConfigRecords {
  private final Map<String, Kept> byRegion = new HashMap<>();

  /** A Region's recorder, where it delivers to, and the rules. */
  static final class Kept {
    Optional<ConfigurationRecorder> recorder = Optional.empty();
    boolean recording;
    Optional<DeliveryChannel> channel = Optional.empty();
    final Map<String, ConfigRule> rules = new TreeMap<>();

    /** How many resources break a rule, by its name. */
    final Map<String, Integer> broken = new TreeMap<>();
  }

  Kept in(String region) {
    return byRegion.computeIfAbsent(region, key -> new Kept());
  }
}
