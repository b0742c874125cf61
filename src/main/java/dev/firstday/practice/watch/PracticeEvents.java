package dev.firstday.practice.watch;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.EventRules;
import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;
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
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** EventBridge. */
public final class PracticeEvents {
  private PracticeEvents() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(ListRulesRequest.class, PracticeEvents::list)
        .on(ListTargetsByRuleRequest.class, PracticeEvents::listTargets)
        .on(PutRuleRequest.class, PracticeEvents::put)
        .on(DeleteRuleRequest.class, DeleteRuleResponse::builder, PracticeEvents::delete)
        .on(PutTargetsRequest.class, PracticeEvents::putTargets)
        .on(RemoveTargetsRequest.class, PracticeEvents::removeTargets);
  }

  private static AwsResponse.Builder list(
      PracticeState model, String region, ListRulesRequest request) {
    String prefix = request.namePrefix() == null ? "" : request.namePrefix();
    List<Rule> rules =
        model.eventRules.in(region).values().stream()
            .map(kept -> kept.rule)
            .filter(rule -> rule.name().startsWith(prefix))
            .toList();
    PagedItems<Rule> page = page(rules, request.limit(), request.nextToken());
    return ListRulesResponse.builder().rules(page.items()).nextToken(page.next());
  }

  private static AwsResponse.Builder listTargets(
      PracticeState model, String region, ListTargetsByRuleRequest request) {
    List<Target> targets = List.copyOf(rule(model, region, request.rule()).targets.values());
    PagedItems<Target> page = page(targets, request.limit(), request.nextToken());
    return ListTargetsByRuleResponse.builder().targets(page.items()).nextToken(page.next());
  }

  private static AwsResponse.Builder put(
      PracticeState model, String region, PutRuleRequest request) {
    checkPattern(request.eventPattern());
    Rule rule =
        Rule.builder()
            .name(request.name())
            .arn(EventRules.arn(region, request.name()))
            .eventPattern(request.eventPattern())
            .description(request.description())
            .state(request.state() == null ? RuleState.ENABLED : request.state())
            .eventBusName("default")
            .build();
    model.eventRules.put(region, rule);
    return PutRuleResponse.builder().ruleArn(rule.arn());
  }

  private static void checkPattern(String pattern) {
    try {
      JsonNode.parser().parse(pattern);
    } catch (RuntimeException e) {
      throw error(
          400,
          "InvalidEventPatternException",
          "Event pattern is not valid. Reason: " + e.getMessage());
    }
  }

  private static void delete(PracticeState model, String region, DeleteRuleRequest request) {
    EventRules.EventRuleRecord kept = model.eventRules.in(region).get(request.name());
    if (kept != null && !kept.targets.isEmpty()) {
      throw invalid("Rule can't be deleted since it has targets.");
    }
    model.eventRules.in(region).remove(request.name());
  }

  private static AwsResponse.Builder putTargets(
      PracticeState model, String region, PutTargetsRequest request) {
    EventRules.EventRuleRecord kept = rule(model, region, request.rule());
    for (Target target : request.targets()) {
      check(model, region, target);
      kept.targets.put(target.id(), target);
    }
    return PutTargetsResponse.builder().failedEntryCount(0).failedEntries(List.of());
  }

  private static void check(PracticeState model, String region, Target target) {
    boolean bus = target.arn().contains(":event-bus/");
    if (!bus && !target.arn().contains(":" + region + ":")) {
      throw invalid("Target %s is not in the Region of the rule.", target.id());
    }
    if (bus && target.roleArn() == null) {
      throw invalid("RoleArn is required for target %s.", target.arn());
    }
    if (bus && model.roles.assumed(target.roleArn()).isEmpty()) {
      throw invalid(
          "Provided role '%s' cannot be assumed by principal 'events.amazonaws.com'.",
          target.roleArn());
    }
  }

  private static AwsResponse.Builder removeTargets(
      PracticeState model, String region, RemoveTargetsRequest request) {
    rule(model, region, request.rule()).targets.keySet().removeAll(request.ids());
    return RemoveTargetsResponse.builder().failedEntryCount(0).failedEntries(List.of());
  }

  private static EventRules.EventRuleRecord rule(PracticeState model, String region, String name) {
    EventRules.EventRuleRecord kept = model.eventRules.in(region).get(name);
    if (kept == null) {
      throw error(
          400, "ResourceNotFoundException", "Rule %s does not exist on EventBus default.", name);
    }
    return kept;
  }

  private static <T> PagedItems<T> page(
      List<T> all, @Nullable Integer size, @Nullable String token) {
    return PagedItems.of(all, size, token, () -> invalid("Invalid NextToken."));
  }

  private static AwsServiceException invalid(String message, Object... values) {
    return error(400, "ValidationException", message, values);
  }
}
