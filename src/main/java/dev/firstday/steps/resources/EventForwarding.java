package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.CallFailed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * A rule in each of some Regions that brings events to the alert topic: in the home Region straight
 * to it, elsewhere through the home Region's event bus. A rule that somebody made by hand counts,
 * wherever it sends the events to.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html">Sending
 *     events between Regions</a>
 */
public final class EventForwarding {
  /**
   * Which events.
   *
   * @param name of our rules
   * @param pattern of our rules
   * @param text what the mail says
   * @param counts whether a rule with another pattern takes the same events
   * @param readable whether another text says enough
   */
  public record Events(
      String name,
      String pattern,
      InputTransformer text,
      Predicate<String> counts,
      Predicate<InputTransformer> readable) {}

  /** What becomes of the events of a Region, the best first. */
  private enum Way {
    /** They reach somebody without us. */
    STRAIGHT,
    /** They go to our topic, whose own findings say whom that reaches. */
    TOPIC,
    /** They go to the home Region's event bus. */
    HOME,
    /** They go to somebody who has not confirmed the mail yet. */
    PENDING,
    /** They go to our topic or to somebody else, but in no readable text. */
    UNREADABLE,
    NOWHERE
  }

  /** A rule of a Region that takes the events, with its targets. */
  record Taken(Rule rule, List<Target> targets) {}

  /**
   * A Region.
   *
   * @param own our rule, whatever it takes by now
   * @param taken the rules that take the events
   */
  record ObservedRules(Optional<Taken> own, List<Taken> taken, Way way) {}

  private final Account account;
  private final Events events;
  private final AlertTopic topic;
  private final EventForwardingChanges changes;

  public EventForwarding(Account account, Events events) {
    this.account = account;
    this.events = events;
    this.topic = new AlertTopic(account);
    this.changes = new EventForwardingChanges(account, events, topic);
  }

  /** Begins to read what {@link #assess} will want. */
  public static void prefetch(Account account, List<String> regions) {
    Set<String> all = new LinkedHashSet<>(regions);
    all.add(account.homeRegion());
    all.forEach(
        region -> account.prefetch(Reads.LIST_RULES, ListRulesRequest.builder().build(), region));
  }

  /** Says how the events of these Regions go, and plans what is missing. */
  public void assess(List<String> regions, Answers answers, Assessment.Builder found) {
    String home = account.homeRegion();
    Set<String> all = new LinkedHashSet<>();
    all.add(home);
    all.addAll(regions);
    topic.prefetch();
    List<Account.Observed<ObservedRules>> looks = account.inEach(List.copyOf(all), this::look);
    boolean throughHome =
        regions.contains(home)
            || looks.stream()
                .filter(seen -> !seen.region().equals(home))
                .flatMap(seen -> seen.value().stream())
                .anyMatch(look -> look.way() == Way.HOME || look.way() == Way.NOWHERE);
    List<Account.Observed<ObservedRules>> counted =
        looks.stream().filter(seen -> throughHome || !seen.region().equals(home)).toList();
    boolean topicUsed =
        counted.stream()
            .filter(seen -> seen.region().equals(home))
            .flatMap(seen -> seen.value().stream())
            .anyMatch(look -> look.way() != Way.STRAIGHT && look.way() != Way.PENDING);
    // Whatever the other Regions forward is lost without a rule in the home Region.
    if (counted.stream()
        .anyMatch(seen -> seen.region().equals(home) && seen.problem().isPresent())) {
      found.holdBack();
    }
    if (topicUsed) {
      topic.assess(found, answers.list("emails"));
    }
    if (counted.stream()
        .filter(seen -> !seen.region().equals(home))
        .flatMap(seen -> seen.value().stream())
        .anyMatch(this::needsRole)) {
      changes.role(found);
    }
    counted.forEach(seen -> fold(seen, found.in(seen.region())));
  }

  /** Whether a Region's events go on with our role, or will. */
  private boolean needsRole(ObservedRules look) {
    return look.way() == Way.NOWHERE
        || look.way() == Way.HOME
            && look.taken().stream()
                .flatMap(taken -> taken.targets().stream())
                .anyMatch(changes::withOurRole);
  }

  private void fold(Account.Observed<ObservedRules> seen, Assessment.Builder found) {
    seen.problem().ifPresent(found::unseen);
    if (seen.value().isEmpty()) {
      return;
    }
    ObservedRules look = seen.value().get();
    switch (look.way()) {
      case STRAIGHT, TOPIC -> found.ok(Note.of("rule"));
      case HOME ->
          found
              .ok(Note.of("rule"))
              .uses(EventForwardingChanges.ROLE_ID)
              .uses(EventForwardingChanges.ROLE_POLICY_ID);
      case PENDING ->
          found
              .missing(Note.of("rule-pending"))
              .waiting(new Waiting(Note.of("rule-pending"), Optional.empty()));
      case UNREADABLE -> unreadable(look, seen.region(), found);
      case NOWHERE -> {
        found.missing(Note.of("rule-missing"));
        changes.rule(look, seen.region()).forEach(found::change);
      }
    }
  }

  /** Gives a mail of raw data a text; one that says something else is its maker's. */
  private void unreadable(ObservedRules look, String region, Assessment.Builder found) {
    for (Taken taken : look.taken()) {
      for (Target target : taken.targets()) {
        if (!mails(target) || readable(target)) {
          continue;
        }
        String rule = taken.rule().name();
        if (LandingZone.keeps(rule, found)) {
          found.missing(Note.of("text-lacks", rule));
        } else if (target.inputTransformer() == null
            && target.input() == null
            && target.inputPath() == null) {
          found.missing(Note.of("raw", rule)).change(changes.text(rule, target, region));
        } else {
          found.missing(Note.of("text-lacks", rule));
        }
      }
    }
  }

  private ObservedRules look(String region) throws CallFailed {
    List<Rule> rules =
        account.pages(Reads.LIST_RULES, ListRulesRequest.builder().build(), region).stream()
            .flatMap(page -> page.rules().stream())
            .filter(rule -> rule.eventPattern() != null)
            .toList();
    Account.requiredInEach(Reads.LIST_RULES, rules, Rule::name);
    Optional<Taken> own = Optional.empty();
    List<Taken> taken = new ArrayList<>();
    for (Rule rule : rules) {
      boolean ours = rule.name().equals(events.name());
      boolean takes =
          rule.state() != RuleState.DISABLED
              && (rule.eventPattern().equals(events.pattern())
                  || !ours && events.counts().test(rule.eventPattern()));
      if (ours || takes) {
        Taken one = new Taken(rule, targets(rule.name(), region));
        own = ours ? Optional.of(one) : own;
        if (takes) {
          taken.add(one);
        }
      }
    }
    return new ObservedRules(own, taken, way(taken, region));
  }

  private List<Target> targets(String rule, String region) throws CallFailed {
    List<Target> targets =
        account
            .pages(
                Reads.LIST_TARGETS_BY_RULE,
                ListTargetsByRuleRequest.builder().rule(rule).build(),
                region)
            .stream()
            .flatMap(page -> page.targets().stream())
            .toList();
    return Account.requiredInEach(Reads.LIST_TARGETS_BY_RULE, targets, Target::arn);
  }

  private Way way(List<Taken> taken, String region) throws CallFailed {
    Way best = Way.NOWHERE;
    for (Taken one : taken) {
      for (Target target : one.targets()) {
        Way way = way(target, region);
        best = way.compareTo(best) < 0 ? way : best;
      }
    }
    return best;
  }

  private Way way(Target target, String region) throws CallFailed {
    if (target.arn().contains(":event-bus/")) {
      boolean toHome =
          target.arn().equals(changes.homeBus()) && !region.equals(account.homeRegion());
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
    return switch (AlertTopic.reach(account, target.arn(), region)) {
      case SOMEBODY -> Way.STRAIGHT;
      case PENDING -> Way.PENDING;
      case NOBODY -> Way.NOWHERE;
    };
  }

  private static boolean mails(Target target) {
    return target.arn().contains(":sns:");
  }

  private boolean readable(Target target) {
    return events
        .readable()
        .test(
            target.inputTransformer() == null
                ? InputTransformer.builder().inputTemplate("").build()
                : target.inputTransformer());
  }
}
