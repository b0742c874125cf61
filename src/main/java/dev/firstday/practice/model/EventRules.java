package dev.firstday.practice.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The rules on the default event buses of the practice account, by Region and name. */
public final class EventRules {
  private final Map<String, Map<String, EventRuleRecord>> byRegion = new HashMap<>();

  /** A rule, and its targets by id. */
  public static final class EventRuleRecord {
    public Rule rule;

    EventRuleRecord(Rule rule) {
      this.rule = rule;
    }

    public final Map<String, Target> targets = new LinkedHashMap<>();
  }

  public Map<String, EventRuleRecord> in(String region) {
    return byRegion.computeIfAbsent(region, key -> new TreeMap<>());
  }

  /** Keeps a rule; the targets of one that was there stay. */
  public EventRuleRecord put(String region, Rule rule) {
    EventRuleRecord kept =
        in(region).computeIfAbsent(rule.name(), name -> new EventRuleRecord(rule));
    kept.rule = rule;
    return kept;
  }

  public static String arn(String region, String name) {
    return "arn:aws:events:%s:%s:rule/%s".formatted(region, PracticeState.ACCOUNT_ID, name);
  }
}
