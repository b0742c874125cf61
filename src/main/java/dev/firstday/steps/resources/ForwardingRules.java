package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.ObservedRules.RuleTargets;
import dev.firstday.steps.resources.ObservedRules.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * Reads the rules that take some events, and where they send them.
 *
 * @param homeBus the ARN of the home Region's event bus
 */
record ForwardingRules(
    Account account, EventForwarding.Events events, AlertTopic topic, String homeBus) {
  /** The rules of a Region, with what becomes of the events. */
  ObservedRules look(String region) throws CallFailed {
    List<Rule> rules =
        account.query(Reads.LIST_RULES).in(region).all(ListRulesResponse::rules).stream()
            .filter(rule -> rule.eventPattern() != null)
            .toList();
    Account.requiredInEach(Reads.LIST_RULES, rules, Rule::name);
    Optional<RuleTargets> own = Optional.empty();
    List<RuleTargets> taken = new ArrayList<>();
    for (Rule rule : rules) {
      boolean ours = rule.name().equals(events.name());
      boolean takes =
          rule.state() != RuleState.DISABLED
              && (rule.eventPattern().equals(events.pattern())
                  || !ours && events.counts().test(rule.eventPattern()));
      if (ours || takes) {
        RuleTargets one = new RuleTargets(rule, targets(rule.name(), region));
        own = ours ? Optional.of(one) : own;
        if (takes) {
          taken.add(one);
        }
      }
    }
    return new ObservedRules(own, taken, way(taken, region));
  }

  private List<Target> targets(String rule, String region) throws CallFailed {
    return account
        .query(Reads.LIST_TARGETS_BY_RULE, targets -> targets.rule(rule))
        .in(region)
        .all(ListTargetsByRuleResponse::targets, Target::arn);
  }

  private Way way(List<RuleTargets> taken, String region) throws CallFailed {
    Way best = Way.NOWHERE;
    for (Target target : taken.stream().flatMap(one -> one.targets().stream()).toList()) {
      Way way = way(target, region);
      best = way.compareTo(best) < 0 ? way : best;
    }
    return best;
  }

  private Way way(Target target, String region) throws CallFailed {
    if (target.arn().contains(":event-bus/")) {
      boolean toHome = target.arn().equals(homeBus) && !region.equals(account.homeRegion());
      return toHome ? Way.HOME : Way.NOWHERE;
    }
    if (!mails(target)) {
      return Way.STRAIGHT;
    }
    if (!readable(target)) {
      return Way.UNREADABLE;
    }
    if (target.arn().equals(topic.arn())) {
      return Way.TOPIC;
    }
    return switch (TopicReach.of(account, target.arn(), region)) {
      case SOMEBODY -> Way.STRAIGHT;
      case PENDING -> Way.PENDING;
      case NOBODY -> Way.NOWHERE;
    };
  }

  /** Whether a target is a topic, which mails what it gets. */
  static boolean mails(Target target) {
    return target.arn().contains(":sns:");
  }

  /** Whether what a target mails says enough. */
  boolean readable(Target target) {
    return events
        .readable()
        .test(
            target.inputTransformer() == null
                ? InputTransformer.builder().inputTemplate("").build()
                : target.inputTransformer());
  }
}
