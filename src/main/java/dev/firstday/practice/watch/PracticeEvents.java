package dev.firstday.practice.watch;

import dev.firstday.practice.model.EventRules;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** EventBridge. */
public final class PracticeEvents implements EventBridgeClient {
  private final PracticeCall practiceCall;

  public PracticeEvents(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public ListRulesResponse listRules(ListRulesRequest request) {
    return practiceCall.answer(
        "ListRules",
        request,
        model -> {
          String prefix = request.namePrefix() == null ? "" : request.namePrefix();
          List<Rule> rules =
              model.eventRules.in(practiceCall.region()).values().stream()
                  .map(kept -> kept.rule)
                  .filter(rule -> rule.name().startsWith(prefix))
                  .toList();
          PagedItems<Rule> page = page(rules, request.limit(), request.nextToken());
          return ListRulesResponse.builder().rules(page.items()).nextToken(page.next());
        });
  }

  @Override
  public ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest request) {
    return practiceCall.answer(
        "ListTargetsByRule",
        request,
        model -> {
          List<Target> targets = List.copyOf(rule(model, request.rule()).targets.values());
          PagedItems<Target> page = page(targets, request.limit(), request.nextToken());
          return ListTargetsByRuleResponse.builder().targets(page.items()).nextToken(page.next());
        });
  }

  @Override
  public PutRuleResponse putRule(PutRuleRequest request) {
    return practiceCall.answer(
        "PutRule",
        request,
        model -> {
          checkPattern(request.eventPattern());
          String arn = EventRules.arn(practiceCall.region(), request.name());
          model.eventRules.put(
              practiceCall.region(),
              Rule.builder()
                  .name(request.name())
                  .arn(arn)
                  .eventPattern(request.eventPattern())
                  .description(request.description())
                  .state(request.state() == null ? RuleState.ENABLED : request.state())
                  .eventBusName("default")
                  .build());
          return PutRuleResponse.builder().ruleArn(arn);
        });
  }

  private void checkPattern(String pattern) {
    try {
      JsonNode.parser().parse(pattern);
    } catch (RuntimeException e) {
      throw practiceCall.error(
          InvalidEventPatternException.builder(),
          400,
          "InvalidEventPatternException",
          "Event pattern is not valid. Reason: " + e.getMessage());
    }
  }

  @Override
  public DeleteRuleResponse deleteRule(DeleteRuleRequest request) {
    return practiceCall.answer(
        "DeleteRule",
        request,
        model -> {
          EventRules.EventRuleRecord kept =
              model.eventRules.in(practiceCall.region()).get(request.name());
          if (kept != null && !kept.targets.isEmpty()) {
            throw invalid("Rule can't be deleted since it has targets.");
          }
          model.eventRules.in(practiceCall.region()).remove(request.name());
          return DeleteRuleResponse.builder();
        });
  }

  @Override
  public PutTargetsResponse putTargets(PutTargetsRequest request) {
    return practiceCall.answer(
        "PutTargets",
        request,
        model -> {
          EventRules.EventRuleRecord kept = rule(model, request.rule());
          for (Target target : request.targets()) {
            check(model, target);
            kept.targets.put(target.id(), target);
          }
          return PutTargetsResponse.builder().failedEntryCount(0).failedEntries(List.of());
        });
  }

  private void check(PracticeState model, Target target) {
    boolean bus = target.arn().contains(":event-bus/");
    if (!bus && !target.arn().contains(":" + practiceCall.region() + ":")) {
      throw invalid("Target %s is not in the Region of the rule.".formatted(target.id()));
    }
    if (bus && target.roleArn() == null) {
      throw invalid("RoleArn is required for target %s.".formatted(target.arn()));
    }
    if (bus && model.roles.assumed(target.roleArn()).isEmpty()) {
      throw invalid(
          "Provided role '%s' cannot be assumed by principal 'events.amazonaws.com'."
              .formatted(target.roleArn()));
    }
  }

  @Override
  public RemoveTargetsResponse removeTargets(RemoveTargetsRequest request) {
    return practiceCall.answer(
        "RemoveTargets",
        request,
        model -> {
          rule(model, request.rule()).targets.keySet().removeAll(request.ids());
          return RemoveTargetsResponse.builder().failedEntryCount(0).failedEntries(List.of());
        });
  }

  private EventRules.EventRuleRecord rule(PracticeState model, String name) {
    EventRules.EventRuleRecord kept = model.eventRules.in(practiceCall.region()).get(name);
    if (kept == null) {
      throw practiceCall.error(
          ResourceNotFoundException.builder(),
          400,
          "ResourceNotFoundException",
          "Rule %s does not exist on EventBus default.".formatted(name));
    }
    return kept;
  }

  private <T> PagedItems<T> page(List<T> all, Integer size, String token) {
    return PagedItems.of(all, size, token, () -> invalid("Invalid NextToken."));
  }

  private AwsServiceException invalid(String message) {
    return practiceCall.error(EventBridgeException.builder(), 400, "ValidationException", message);
  }
}
