package dev.firstday.steps.watch;

import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Judgement;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.TopicReach;
import dev.firstday.steps.watch.Trails.ObservedTrail;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What auditors ask of each {@link Monitor}, whether it was chosen or not: that somebody hears of
 * it, and that its filters are worded as prescribed.
 */
record MonitoringFacts(WatchedLogGroup group, Assessment.Builder found) {
  /** Monitors that no list of controls knows. */
  private static final Set<Monitor> OUR_OWN =
      Set.of(
          Monitor.ACCESS_KEY_CREATED,
          Monitor.IAM_ROLE_CHANGE,
          Monitor.IAM_USER_CREATED,
          Monitor.KMS_KEY_USE_ERROR,
          Monitor.SWITCH_ROLE_ERRORS);

  /** Auditors want an alarm at the first event. */
  private static final int FIRST = 1;

  /** The trail that is watched has to see all Regions. */
  static void ofTrail(Optional<ObservedTrail> trail, Assessment.Builder found) {
    boolean records = trail.filter(observed -> observed.records() && observed.toLogs()).isPresent();
    boolean unseen = trail.flatMap(ObservedTrail::problem).isPresent();
    found.fact("records", !records && unseen ? Judgement.NOT_JUDGED : Judgement.of(records));
  }

  void ofMonitors() {
    for (Monitor monitor : Monitor.values()) {
      if (!OUR_OWN.contains(monitor)) {
        ObservedMonitor observed = group.look(monitor, FIRST);
        Judgement heard =
            observed.lacking().isEmpty() ? heard(observed.reach()) : Judgement.NOT_MET;
        found.fact(monitor.id(), heard);
        found.fact(monitor.id() + "-as-prescribed", asPrescribed(observed));
      }
    }
  }

  private Judgement heard(AlarmReach reach) {
    return switch (reach.to()) {
      case SOMEBODY -> Judgement.MET;
      case OUR_TOPIC -> topicReaches();
      case UNSEEN -> Judgement.NOT_JUDGED;
      case PENDING, NOBODY -> Judgement.NOT_MET;
    };
  }

  private Judgement topicReaches() {
    try {
      TopicReach reach =
          TopicReach.of(group.account(), group.topic().arn(), group.place().region());
      return Judgement.of(reach == TopicReach.SOMEBODY);
    } catch (CallFailed e) {
      return Judgement.NOT_JUDGED;
    }
  }

  /** Where somebody worded the filters otherwise, each auditor has its own mind of that. */
  private Judgement asPrescribed(ObservedMonitor observed) {
    for (WatchedLogGroup.Metric metric : prescribed(observed.monitor())) {
      if (heard(group.reach(Set.of(metric), FIRST)) == Judgement.MET) {
        return Judgement.MET;
      }
    }
    return observed.reach().to() == AlarmReach.To.NOBODY ? Judgement.NOT_MET : Judgement.NOT_JUDGED;
  }

  /** The metrics that every prescribed filter of a monitor feeds. */
  private Set<WatchedLogGroup.Metric> prescribed(Monitor monitor) {
    Set<WatchedLogGroup.Metric> metrics = new HashSet<>(fedBy(monitor.patterns().getFirst()));
    monitor.patterns().forEach(pattern -> metrics.retainAll(fedBy(pattern)));
    return metrics;
  }

  private Set<WatchedLogGroup.Metric> fedBy(String pattern) {
    return group.filters().stream()
        .filter(filter -> pattern.equals(filter.filterPattern()))
        .flatMap(filter -> filter.metricTransformations().stream())
        .map(one -> new WatchedLogGroup.Metric(one.metricNamespace(), one.metricName()))
        .collect(Collectors.toSet());
  }
}
