package dev.firstday.steps.watch.config;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.config.model.ComplianceByConfigRule;
import software.amazon.awssdk.services.config.model.ComplianceContributorCount;
import software.amazon.awssdk.services.config.model.ComplianceType;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;

/**
 * A Region's rules.
 *
 * @param rules those of AWS that are not being deleted, by what they look for
 * @param compliance how they stand, by their names
 * @param unseen why that could not be read
 * @param recorder whether there is a recorder: without one AWS takes no rule
 * @param recording whether there is anything to evaluate
 */
record RegionRules(
    String region,
    Map<String, ConfigRule> rules,
    Map<String, ComplianceByConfigRule> compliance,
    Optional<Problem> unseen,
    boolean recorder,
    boolean recording) {
  static RegionRules read(Account account, String region) throws CallFailed {
    var results = account.query(Reads.DESCRIBE_COMPLIANCE_BY_CONFIG_RULE).in(region);
    var status = ObservedRecorder.status(account, region);
    results.prefetch();
    status.prefetch();
    Map<String, ConfigRule> rules = new HashMap<>();
    account.query(Reads.DESCRIBE_CONFIG_RULES).in(region).all(page -> page.configRules()).stream()
        .filter(rule -> rule.source() != null && rule.configRuleName() != null)
        .filter(rule -> "AWS".equals(rule.source().ownerAsString()))
        .filter(rule -> !String.valueOf(rule.configRuleStateAsString()).startsWith("DELETING"))
        .forEach(rule -> rules.putIfAbsent(rule.source().sourceIdentifier(), rule));
    Map<String, ComplianceByConfigRule> compliance = new HashMap<>();
    Optional<Problem> unseen = Optional.empty();
    try {
      results
          .all(page -> page.complianceByConfigRules())
          .forEach(one -> compliance.put(one.configRuleName(), one));
    } catch (CallFailed e) {
      unseen = Optional.of(e.problem());
    }
    List<ConfigurationRecorderStatus> recorders =
        status.all(page -> page.configurationRecordersStatus());
    boolean recording = recorders.stream().anyMatch(one -> Boolean.TRUE.equals(one.recording()));
    return new RegionRules(region, rules, compliance, unseen, !recorders.isEmpty(), recording);
  }

  boolean has(ManagedRule rule) {
    return rules.containsKey(rule.identifier());
  }

  /** What breaks a rule that is there; empty if nothing does. */
  Optional<Note> broken(ManagedRule rule) {
    return Optional.ofNullable(rules.get(rule.identifier()))
        .map(present -> compliance.get(present.configRuleName()))
        .map(ComplianceByConfigRule::compliance)
        .filter(result -> result.complianceType() == ComplianceType.NON_COMPLIANT)
        .map(result -> Note.of("broken", rule.name(), count(result.complianceContributorCount())));
  }

  private static String count(ComplianceContributorCount count) {
    if (count == null || count.cappedCount() == null) {
      return "1+";
    }
    return count.cappedCount() + (Boolean.TRUE.equals(count.capExceeded()) ? "+" : "");
  }
}
