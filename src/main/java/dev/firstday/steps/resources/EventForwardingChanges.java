package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.PartLook;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What {@link EventForwarding} would write. */
public final class EventForwardingChanges {
  static final String ROLE_ID = "events/role";
  static final String ROLE_POLICY_ID = "events/role/policy";

  public static final String ROLE = "firstday-events";
  private static final String TARGET = "firstday";
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private final Account account;
  private final EventForwarding.Events events;
  private final AlertTopic topic;

  EventForwardingChanges(Account account, EventForwarding.Events events, AlertTopic topic) {
    this.account = account;
    this.events = events;
    this.topic = topic;
  }

  /** The event bus that every other Region sends to. */
  String homeBus() {
    return AlertTopic.arn(account, "events", account.homeRegion(), "event-bus/default");
  }

  /** The role with which other Regions' rules put events on the home Region's bus. */
  private ServiceRole serviceRole() {
    return new ServiceRole(
        account,
        ROLE_ID,
        ROLE,
        "Lets EventBridge send events to the home Region",
        Policies.trust("events.amazonaws.com").toBuilder()
            .addCondition(
                IamConditionOperator.STRING_EQUALS,
                "aws:SourceAccount",
                account.identity().accountId())
            .addCondition(
                IamConditionOperator.ARN_LIKE,
                "aws:SourceArn",
                AlertTopic.arn(account, "events", "*", "rule/firstday-*"))
            .build(),
        List.of(
            IamStatement.builder()
                .effect(IamEffect.ALLOW)
                .addAction("events:PutEvents")
                .addResource(homeBus())
                .build()));
  }

  /** Whether a target sends events on with our role. */
  boolean withOurRole(Target target) {
    return serviceRole().arn().equals(target.roleArn());
  }

  /** Looks at the role, and plans what it lacks. */
  void role(Assessment.Builder found) {
    found.uses(ROLE_ID).uses(ROLE_ID + "/trust").uses(ROLE_POLICY_ID);
    PartLook.at(found, () -> serviceRole().look().say(found));
  }

  /** Our rule of a Region, as far as it is not there. */
  List<Change> rule(ObservedRules observed, String region) {
    List<Change> changes = new ArrayList<>();
    Optional<Rule> there = observed.own().map(ObservedRules.RuleTargets::rule);
    boolean good =
        there
            .filter(rule -> rule.state() != RuleState.DISABLED)
            .filter(rule -> rule.eventPattern().equals(events.pattern()))
            .isPresent();
    if (!good) {
      changes.add(put(there, region));
    }
    Target target = target(region);
    boolean aimed =
        observed.own().stream()
            .flatMap(own -> own.targets().stream())
            .anyMatch(other -> other.arn().equals(target.arn()));
    if (!aimed) {
      changes.add(aim(target, region));
    }
    return changes;
  }

  private Change put(Optional<Rule> before, String region) {
    PutRuleRequest.Builder put =
        PutRuleRequest.builder()
            .name(events.name())
            .description("Alerts of firstday")
            .eventPattern(events.pattern())
            .state(RuleState.ENABLED);
    if (before.isEmpty()) {
      put.tags(Tag.builder().key("CreatedBy").value("firstday").build());
    }
    return account
        .change("%s/%s/rule".formatted(events.name(), region), put, region)
        .verifiedBy(
            account.query(Reads.LIST_RULES, rules -> rules.namePrefix(events.name())).in(region),
            "/Rules/0/EventPattern",
            "/Rules/0/State")
        .putOver(before, Note.of("rule", events.name(), region));
  }

  private Target target(String region) {
    return region.equals(account.homeRegion())
        ? Target.builder().id(TARGET).arn(topic.arn()).inputTransformer(events.text()).build()
        : Target.builder().id(TARGET).arn(homeBus()).roleArn(serviceRole().arn()).build();
  }

  private Change aim(Target target, String region) {
    boolean home = region.equals(account.homeRegion());
    return put(events.name(), target, "%s/%s/target".formatted(events.name(), region), region)
        .undoneBy(
            Effect.DELETE, RemoveTargetsRequest.builder().rule(events.name()).ids(TARGET).build())
        // EventBridge does not know a new role yet, and can't assume it.
        .waitingFor(A_WHILE, "ValidationException", "ResourceNotFoundException")
        .build(
            Effect.CREATE,
            home
                ? Note.of("target", events.name(), AlertTopic.NAME)
                : Note.of("target-home", region, account.homeRegion()));
  }

  /** A text for a target that sends raw data. */
  Change text(String rule, Target target, String region) {
    return put(
            rule,
            target.toBuilder().inputTransformer(events.text()).build(),
            "%s/%s/text/%s/%s".formatted(events.name(), region, rule, target.id()),
            region)
        .update(
            Note.of("text", rule, region), PutTargetsRequest.builder().rule(rule).targets(target));
  }

  private ChangeBuilder put(String rule, Target target, String id, String region) {
    return account
        .change(id, PutTargetsRequest.builder().rule(rule).targets(target), region)
        .verifiedBy(
            account.query(Reads.LIST_TARGETS_BY_RULE, targets -> targets.rule(rule)).in(region),
            "/Targets");
  }
}
