package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.ConfigRecords;
import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.config.model.ComplianceByConfigRule;
import software.amazon.awssdk.services.config.model.ComplianceType;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigRuleState;
import software.amazon.awssdk.services.config.model.DeleteConfigRuleRequest;
import software.amazon.awssdk.services.config.model.DeleteConfigRuleResponse;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleRequest;
import software.amazon.awssdk.services.config.model.DescribeComplianceByConfigRuleResponse;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesRequest;
import software.amazon.awssdk.services.config.model.DescribeConfigRulesResponse;
import software.amazon.awssdk.services.config.model.PutConfigRuleRequest;
import software.amazon.awssdk.services.config.model.PutConfigRuleResponse;

/** The part of AWS Config that is about rules, and about what complies with them. */
final class PracticeConfigRules {
  private static final int PAGE = 25;

  private PracticeConfigRules() {}

  static void handlers(Handlers handlers) {
    handlers
        .on(DescribeConfigRulesRequest.class, PracticeConfigRules::describe)
        .on(PutConfigRuleRequest.class, PutConfigRuleResponse::builder, PracticeConfigRules::put)
        .on(
            DeleteConfigRuleRequest.class,
            DeleteConfigRuleResponse::builder,
            PracticeConfigRules::delete)
        .on(DescribeComplianceByConfigRuleRequest.class, PracticeConfigRules::describeCompliance);
  }

  private static AwsResponse.Builder describe(
      PracticeState model, String region, DescribeConfigRulesRequest request) {
    List<String> names = request.configRuleNames();
    List<ConfigRule> rules =
        model.config.in(region).rules.values().stream()
            .filter(rule -> names.isEmpty() || names.contains(rule.configRuleName()))
            .toList();
    PagedItems<ConfigRule> page = page(rules, request.nextToken());
    return DescribeConfigRulesResponse.builder().configRules(page.items()).nextToken(page.next());
  }

  private static void put(PracticeState model, String region, PutConfigRuleRequest request) {
    PracticeConfig.requireRecorder(model, region);
    String name = request.configRule().configRuleName();
    String arn =
        "arn:aws:config:%s:%s:config-rule/config-rule-%s"
            .formatted(region, PracticeState.ACCOUNT_ID, name);
    ConfigRule rule =
        request
            .configRule()
            .copy(one -> one.configRuleArn(arn).configRuleState(ConfigRuleState.ACTIVE));
    model.config.in(region).rules.put(name, rule);
  }

  private static void delete(PracticeState model, String region, DeleteConfigRuleRequest request) {
    if (model.config.in(region).rules.remove(request.configRuleName()) == null) {
      throw error(
          400,
          "NoSuchConfigRuleException",
          "The ConfigRule '%s' provided in the request is invalid.",
          request.configRuleName());
    }
  }

  private static AwsResponse.Builder describeCompliance(
      PracticeState model, String region, DescribeComplianceByConfigRuleRequest request) {
    ConfigRecords.RecorderRecord here = model.config.in(region);
    List<ComplianceByConfigRule> all =
        here.rules.keySet().stream().map(name -> compliance(here, name)).toList();
    PagedItems<ComplianceByConfigRule> page = page(all, request.nextToken());
    return DescribeComplianceByConfigRuleResponse.builder()
        .complianceByConfigRules(page.items())
        .nextToken(page.next());
  }

  private static ComplianceByConfigRule compliance(ConfigRecords.RecorderRecord here, String rule) {
    int broken = here.broken.getOrDefault(rule, 0);
    return ComplianceByConfigRule.builder()
        .configRuleName(rule)
        .compliance(
            compliance -> {
              if (!here.recording) {
                compliance.complianceType(ComplianceType.INSUFFICIENT_DATA);
              } else if (broken == 0) {
                compliance.complianceType(ComplianceType.COMPLIANT);
              } else {
                compliance
                    .complianceType(ComplianceType.NON_COMPLIANT)
                    .complianceContributorCount(
                        count ->
                            count.cappedCount(Math.min(broken, PAGE)).capExceeded(broken > PAGE));
              }
            })
        .build();
  }

  private static <T> PagedItems<T> page(List<T> all, @Nullable String token) {
    return PagedItems.of(
        all,
        PAGE,
        token,
        () -> error(400, "InvalidNextTokenException", "The nextToken is invalid"));
  }
}
