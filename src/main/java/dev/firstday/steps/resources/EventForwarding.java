package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.steps.resources.ObservedRules.RuleTargets;
import dev.firstday.steps.resources.ObservedRules.Way;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
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

  private final Account account;
  private final AlertTopic topic;
  private final EventForwardingChanges changes;
  private final ForwardingRules rules;

  public EventForwarding(Account account, Events events) {
    this.account = account;
    this.topic = new AlertTopic(account);
    this.changes = new EventForwardingChanges(account, events, topic);
    this.rules = new ForwardingRules(account, events, topic, changes.homeBus());
  }

  /** Begins to read what {@link #assess} will want. */
  public static void prefetch(Account account, List<String> regions) {
    Set<String> all = new LinkedHashSet<>(regions);
    all.add(account.homeRegion());
    all.forEach(region -> account.query(Reads.LIST_RULES).in(region).prefetch());
  }

  /** Says how the events of these Regions go, and plans what is missing. */
  public void assess(List<String> regions, Answers answers, Assessment.Builder found) {
    topic.prefetch();
    List<Account.Observed<ObservedRules>> all = look(regions);
    List<Account.Observed<ObservedRules>> home = all.stream().filter(this::isHome).toList();
    List<Account.Observed<ObservedRules>> others =
        all.stream().filter(seen -> !isHome(seen)).toList();
    // Whatever the other Regions forward is lost without a rule in the home Region.
    if (home.stream().anyMatch(seen -> seen.problem().isPresent())) {
      found.holdBack();
    }
    if (any(home, observed -> observed.way() != Way.STRAIGHT && observed.way() != Way.PENDING)) {
      topic.assess(found, answers.list("emails"));
    }
    if (any(others, this::needsRole)) {
      changes.role(found);
    }
    all.forEach(seen -> fold(seen, found.in(seen.region())));
  }

  /** These Regions, after the home Region if events of others go through it. */
  private List<Account.Observed<ObservedRules>> look(List<String> regions) {
    Set<String> all = new LinkedHashSet<>();
    all.add(account.homeRegion());
    all.addAll(regions);
    List<Account.Observed<ObservedRules>> seen = account.inEach(List.copyOf(all), rules::look);
    boolean throughHome =
        any(
            seen.stream().filter(one -> !isHome(one)).toList(),
            observed -> observed.way() == Way.HOME || observed.way() == Way.NOWHERE);
    return regions.contains(account.homeRegion()) || throughHome
        ? seen
        : seen.stream().filter(one -> !isHome(one)).toList();
  }

  private boolean isHome(Account.Observed<?> seen) {
    return seen.region().equals(account.homeRegion());
  }

  private static boolean any(
      List<Account.Observed<ObservedRules>> regions, Predicate<ObservedRules> holds) {
    return regions.stream().flatMap(seen -> seen.value().stream()).anyMatch(holds);
  }

  /** Whether a Region's events go on with our role, or will. */
  private boolean needsRole(ObservedRules observed) {
    return observed.way() == Way.NOWHERE
        || observed.way() == Way.HOME
            && observed.taking().stream()
                .flatMap(rule -> rule.targets().stream())
                .anyMatch(changes::withOurRole);
  }

  private void fold(Account.Observed<ObservedRules> seen, Assessment.Builder found) {
    seen.problem().ifPresent(found::unseen);
    if (seen.value().isEmpty()) {
      return;
    }
    ObservedRules observed = seen.value().get();
    switch (observed.way()) {
      case STRAIGHT, TOPIC -> found.ok(Note.of("rule"));
      case HOME ->
          found
              .ok(Note.of("rule"))
              .uses(EventForwardingChanges.ROLE_ID)
              .uses(EventForwardingChanges.ROLE_POLICY_ID);
      case PENDING -> found.pending(Note.of("rule-pending"));
      case UNREADABLE -> unreadable(observed, seen.region(), found);
      case NOWHERE -> {
        found.missing(Note.of("rule-missing"));
        changes.rule(observed, seen.region()).forEach(found::change);
      }
    }
  }

  /** Gives a mail of raw data a text; one that says something else is its maker's. */
  private void unreadable(ObservedRules observed, String region, Assessment.Builder found) {
    for (RuleTargets taking : observed.taking()) {
      String rule = taking.rule().name();
      for (Target target : taking.targets()) {
        if (!ForwardingRules.mails(target) || rules.readable(target)) {
          continue;
        }
        boolean raw =
            target.inputTransformer() == null
                && target.input() == null
                && target.inputPath() == null;
        if (!LandingZone.keeps(rule, found) && raw) {
          found.missing(Note.of("raw", rule)).change(changes.text(rule, target, region));
        } else {
          found.missing(Note.of("text-lacks", rule));
        }
      }
    }
  }
}
