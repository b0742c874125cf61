package dev.firstday.practice.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The rules on the default event buses of the practice account, by Region and name. */
public final class EventRules {
  private final Map<String, Map<String, Kept>> byRegion = new HashMap<>();

  /** A rule, and its targets by id. */
  public static final class Kept {
    public Rule rule;
    public final Map<String, Target> targets = new LinkedHashMap<>();
  }

  public Map<String, Kept> in(String region) {
    return byRegion.computeIfAbsent(region, key -> new TreeMap<>());
  }

  /** Keeps a rule; the targets of one that was there stay. */
  public Kept put(String region, Rule rule) {
    Kept kept = in(region).computeIfAbsent(rule.name(), name -> new Kept());
    kept.rule = rule;
    return kept;
  }

  public static String arn(String region, String name) {
    return "arn:aws:events:%s:%s:rule/%s".formatted(region, PracticeState.ACCOUNT_ID, name);
  }
}
