package dev.firstday.practice.watch;

import dev.firstday.practice.model.ConfigRecords;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ComplianceByConfigRule;
import software.amazon.awssdk.services.config.model.ComplianceType;
import software.amazon.awssdk.services.config.model.ConfigException;
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
abstract class PracticeConfigRules implements ConfigClient {
  private static final int PAGE = 25;
  final PracticeCall practiceCall;

  PracticeConfigRules(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public DescribeConfigRulesResponse describeConfigRules(DescribeConfigRulesRequest request) {
    return practiceCall.answer(
        "DescribeConfigRules",
        request,
        model -> {
          List<ConfigRule> rules =
              here(model).rules.values().stream()
                  .filter(
                      rule ->
                          request.configRuleNames().isEmpty()
                              || request.configRuleNames().contains(rule.configRuleName()))
                  .toList();
          PagedItems<ConfigRule> page = page(rules, request.nextToken());
          return DescribeConfigRulesResponse.builder()
              .configRules(page.items())
              .nextToken(page.next());
        });
  }

  @Override
  public PutConfigRuleResponse putConfigRule(PutConfigRuleRequest request) {
    return practiceCall.answer(
        "PutConfigRule",
        request,
        model -> {
          if (here(model).recorder.isEmpty()) {
            throw noRecorder();
          }
          ConfigRule rule = request.configRule();
          here(model)
              .rules
              .put(
                  rule.configRuleName(),
                  rule.toBuilder()
                      .configRuleArn(
                          "arn:aws:config:%s:%s:config-rule/config-rule-%s"
                              .formatted(
                                  practiceCall.region(),
                                  PracticeState.ACCOUNT_ID,
                                  rule.configRuleName()))
                      .configRuleState(ConfigRuleState.ACTIVE)
                      .build());
          return PutConfigRuleResponse.builder();
        });
  }

  @Override
  public DeleteConfigRuleResponse deleteConfigRule(DeleteConfigRuleRequest request) {
    return practiceCall.answer(
        "DeleteConfigRule",
        request,
        model -> {
          if (here(model).rules.remove(request.configRuleName()) == null) {
            throw error(
                "NoSuchConfigRuleException",
                "The ConfigRule '%s' provided in the request is invalid."
                    .formatted(request.configRuleName()));
          }
          return DeleteConfigRuleResponse.builder();
        });
  }

  @Override
  public DescribeComplianceByConfigRuleResponse describeComplianceByConfigRule(
      DescribeComplianceByConfigRuleRequest request) {
    return practiceCall.answer(
        "DescribeComplianceByConfigRule",
        request,
        model -> {
          ConfigRecords.RecorderRecord here = here(model);
          List<ComplianceByConfigRule> all =
              here.rules.keySet().stream().map(name -> compliance(here, name)).toList();
          PagedItems<ComplianceByConfigRule> page = page(all, request.nextToken());
          return DescribeComplianceByConfigRuleResponse.builder()
              .complianceByConfigRules(page.items())
              .nextToken(page.next());
        });
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

  ConfigRecords.RecorderRecord here(PracticeState model) {
    return model.config.in(practiceCall.region());
  }

  private <T> PagedItems<T> page(List<T> all, String token) {
    return PagedItems.of(
        all, PAGE, token, () -> error("InvalidNextTokenException", "The nextToken is invalid"));
  }

  AwsServiceException noRecorder() {
    return error(
        "NoAvailableConfigurationRecorderException",
        "Configuration recorder is not available to put delivery channel.");
  }

  AwsServiceException error(String code, String message) {
    return practiceCall.error(ConfigException.builder(), 400, code, message);
  }
}
