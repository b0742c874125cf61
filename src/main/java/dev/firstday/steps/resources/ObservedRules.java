package dev.firstday.steps.resources;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * The rules of a Region that take some events.
 *
 * @param own our rule, whatever it takes by now
 * @param taking the rules that take the events
 * @param way what becomes of the events
 */
record ObservedRules(Optional<RuleTargets> own, List<RuleTargets> taking, Way way) {
  /** What becomes of the events of a Region, the best first. */
  enum Way {
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

  /** A rule with its targets. */
  record RuleTargets(Rule rule, List<Target> targets) {}
}
