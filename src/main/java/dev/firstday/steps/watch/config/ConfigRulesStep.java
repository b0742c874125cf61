package dev.firstday.steps.watch.config;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.config.model.ComplianceByConfigRule;
import software.amazon.awssdk.services.config.model.ComplianceContributorCount;
import software.amazon.awssdk.services.config.model.ComplianceType;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.config.model.DeleteConfigRuleRequest;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesRequest;
import software.amazon.awssdk.services.config.model.PutConfigRuleRequest;
import software.amazon.awssdk.services.config.model.Tag;

/**
 * The chosen managed rules watch every chosen Region; those about IAM watch the account from one. A
 * rule is known by what it looks for, whatever its name is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html">List
 *     of AWS Config managed rules</a>
 */
public final class ConfigRulesStep implements Step<Account> {
  private static final int DAYS = 30;

  /**
   * A Region's rules.
   *
   * @param rules those of AWS that are not being deleted, by what they look for
   * @param compliance how they stand, by their names
   * @param unseen why that could not be read
   * @param recorder whether there is a recorder: without one AWS takes no rule
   * @param recording whether there is anything to evaluate
   */
  private record RegionRules(
      Map<String, ConfigRule> rules,
      Map<String, ComplianceByConfigRule> compliance,
      Optional<Problem> unseen,
      boolean recorder,
      boolean recording) {}

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    List<String> regions = account.regions(answers.list("regions"));
    List<ManagedRule> rules =
        answers.list("rules").stream().map(name -> ManagedRule.named(name).orElseThrow()).toList();
    List<Account.Observed<RegionRules>> all =
        account.inEach(regions, region -> look(account, region));
    Assessment.Builder found = Assessment.builder();
    int count = 0;
    for (Account.Observed<RegionRules> seen : all) {
      Assessment.Builder here = found.in(seen.region());
      seen.problem().ifPresent(here::unseen);
      if (seen.value().isPresent()) {
        List<ManagedRule> wanted =
            rules.stream()
                .filter(
                    rule -> !rule.wholeAccount() || place(rule, all, regions).equals(seen.region()))
                .toList();
        count += judge(account, seen.region(), seen.value().get(), rules, wanted, here);
      }
    }
    return found.quantity("evaluation", BigDecimal.valueOf((long) count * DAYS)).build();
  }

  /**
   * Says how a Region's rules stand, and plans the missing ones.
   *
   * @param wanted those of the rules that belong into this Region
   * @return how many rules are, or will be, in the Region
   */
  private static int judge(
      Account account,
      String region,
      RegionRules observed,
      List<ManagedRule> rules,
      List<ManagedRule> wanted,
      Assessment.Builder here) {
    if (!observed.recorder()) {
      here.missing(Note.of("no-recorder"));
    } else if (!observed.recording()) {
      here.missing(Note.of("not-recording"));
    }
    int count = 0;
    for (ManagedRule rule : rules) {
      if (!rule.offeredIn(region)) {
        here.info(Note.of("not-offered", rule.name()));
      } else if (observed.rules().containsKey(rule.identifier())) {
        present(rule, observed, here);
        count++;
      } else if (wanted.contains(rule)) {
        here.missing(Note.of("rule-missing", rule.name()));
        Optional<String> recorder = Optional.of(ConfigRecorderChanges.recorderId(region));
        here.behind(recorder.filter(id -> !observed.recorder())).change(put(account, rule, region));
        count++;
      }
    }
    observed.unseen().ifPresent(problem -> here.info(Note.of("results-unseen", problem.action())));
    return count;
  }

  /** Where a rule about the whole account is, or is to be: in one Region. */
  private static String place(
      ManagedRule rule, List<Account.Observed<RegionRules>> all, List<String> regions) {
    return all.stream()
        .filter(
            seen -> seen.value().filter(l -> l.rules().containsKey(rule.identifier())).isPresent())
        .map(Account.Observed::region)
        .findFirst()
        .or(() -> regions.stream().filter(rule::offeredIn).findFirst())
        .orElse("");
  }

  private static RegionRules look(Account account, String region) throws CallFailed {
    var all = DescribeComplianceByConfigRuleRequest.builder().build();
    account.prefetch(Reads.DESCRIBE_COMPLIANCE_BY_CONFIG_RULE, all, region);
    account.prefetch(Reads.DESCRIBE_CONFIGURATION_RECORDER_STATUS, ConfigRecorders.STATUS, region);
    Map<String, ConfigRule> rules = new HashMap<>();
    for (var page :
        account.pages(
            Reads.DESCRIBE_CONFIG_RULES, DescribeConfigRulesRequest.builder().build(), region)) {
      page.configRules().stream()
          .filter(rule -> rule.source() != null && rule.configRuleName() != null)
          .filter(rule -> "AWS".equals(rule.source().ownerAsString()))
          .filter(rule -> !String.valueOf(rule.configRuleStateAsString()).startsWith("DELETING"))
          .forEach(rule -> rules.putIfAbsent(rule.source().sourceIdentifier(), rule));
    }
    Map<String, ComplianceByConfigRule> compliance = new HashMap<>();
    Optional<Problem> unseen = Optional.empty();
    try {
      for (var page : account.pages(Reads.DESCRIBE_COMPLIANCE_BY_CONFIG_RULE, all, region)) {
        page.complianceByConfigRules().forEach(one -> compliance.put(one.configRuleName(), one));
      }
    } catch (CallFailed e) {
      unseen = Optional.of(e.problem());
    }
    Optional<ConfigurationRecorderStatus> recorder = ConfigRecorders.status(account, region);
    boolean recording = recorder.map(ConfigurationRecorderStatus::recording).orElse(false);
    return new RegionRules(rules, compliance, unseen, recorder.isPresent(), recording);
  }

  private static void present(ManagedRule rule, RegionRules observed, Assessment.Builder found) {
    found.ok(Note.of("rule", rule.name()));
    Optional.ofNullable(observed.rules().get(rule.identifier()))
        .map(present -> observed.compliance().get(present.configRuleName()))
        .map(ComplianceByConfigRule::compliance)
        .filter(compliance -> compliance.complianceType() == ComplianceType.NON_COMPLIANT)
        .ifPresent(
            compliance ->
                found.info(
                    Note.of(
                        "broken", rule.name(), count(compliance.complianceContributorCount()))));
  }

  private static String count(ComplianceContributorCount count) {
    if (count == null || count.cappedCount() == null) {
      return "1+";
    }
    return count.cappedCount() + (Boolean.TRUE.equals(count.capExceeded()) ? "+" : "");
  }

  private static Change put(Account account, ManagedRule rule, String region) {
    String name = "firstday-" + rule.name();
    return account
        .change(
            "config-rules/%s/%s".formatted(region, rule.name()),
            PutConfigRuleRequest.builder()
                .configRule(rule.named(ConfigRule.builder().configRuleName(name)))
                .tags(Tag.builder().key("CreatedBy").value("firstday").build())
                .build(),
            region)
        .verifiedBy(
            Reads.DESCRIBE_CONFIG_RULES,
            DescribeConfigRulesRequest.builder().configRuleNames(name).build(),
            "/ConfigRules/0/Source",
            "/ConfigRules/0/Scope")
        .undoneBy(Effect.DELETE, DeleteConfigRuleRequest.builder().configRuleName(name).build())
        .waitingFor(
            Duration.ofSeconds(30),
            "NoAvailableConfigurationRecorderException",
            "ResourceInUseException")
        .build(Effect.CREATE, Note.of("rule", rule.name(), region));
  }
}
