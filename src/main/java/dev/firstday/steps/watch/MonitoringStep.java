package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Waiting;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.steps.resources.AlertTopic;
import dev.firstday.steps.resources.LandingZone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

/**
 * The chosen {@link Monitor}s watch the trail's log group: each has its filters, and an alarm on
 * their metric that reaches somebody. A filter or an alarm that somebody made by hand counts.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html">Creating
 *     CloudWatch alarms for CloudTrail events</a>
 */
public final class MonitoringStep implements Step<Account> {
  private static final Pattern BETWEEN_TERMS = Pattern.compile("&&|\\|\\||[(){}]");

  /** Where the trail's events are: a Region and a log group in it. */
  record Place(String region, String logGroup) {}

  /** A metric, by which an alarm finds its filters. */
  record Metric(String namespace, String name) {}

  /** How an alarm of a monitor stands. */
  sealed interface Told {
    record Reaches() implements Told {}

    /** It goes to our topic, whose own findings say whom that reaches. */
    record Ours() implements Told {}

    record Pending() implements Told {}

    record Unseen(Problem problem) implements Told {}

    record None() implements Told {}
  }

  /** How a monitor stands. */
  record ObservedMonitor(Monitor monitor, Metric metric, List<String> lacking, Told told) {
    boolean needsTopic() {
      return told instanceof Told.Ours || told instanceof Told.None;
    }
  }

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    List<Trails.ObservedTrail> trails = Trails.look(account);
    Optional<Trails.ObservedTrail> own =
        trails.stream()
            .filter(Trails.ObservedTrail::own)
            .min(Comparator.comparing(trail -> !(trail.records() && trail.toLogs())));
    if (own.isEmpty() && trails.stream().anyMatch(trail -> trail.records() || trail.toLogs())) {
      return Assessment.notApplicable(Note.of("elsewhere", trails.getFirst().trail().name()));
    }
    Place place = place(account, own);
    say(own, place, found);
    MonitoringFacts.ofTrail(own, found);
    List<Monitor> monitors =
        answers.list("monitors").stream().flatMap(id -> Monitor.of(id).stream()).toList();
    try {
      look(account, answers, own, place, monitors, found);
    } catch (CallFailed e) {
      found.unseen(e.problem());
    }
    return found.build();
  }

  /** The log group that is watched: the trail's, or the one that its step will give it. */
  private static Place place(Account account, Optional<Trails.ObservedTrail> trail) {
    return trail
        .filter(Trails.ObservedTrail::toLogs)
        .map(look -> look.trail().cloudWatchLogsLogGroupArn())
        .map(arn -> new Place(part(arn, 3), part(arn, 6)))
        .orElse(
            new Place(
                trail.map(look -> look.trail().homeRegion()).orElse(account.homeRegion()),
                TrailLogs.GROUP));
  }

  private static void say(
      Optional<Trails.ObservedTrail> trail, Place place, Assessment.Builder found) {
    trail.flatMap(Trails.ObservedTrail::problem).ifPresent(found::unseen);
    boolean seen = trail.flatMap(Trails.ObservedTrail::status).isPresent();
    if (trail.isPresent() && trail.get().toLogs() && trail.get().logging()) {
      found.ok(Note.of("log-group", place.logGroup()));
    } else if (trail.isEmpty() || seen) {
      found.missing(Note.of("no-log-group"));
    }
  }

  /** A part of an ARN, as 3 for the Region. */
  private static String part(String arn, int index) {
    return arn.split(":")[index];
  }

  private static void look(
      Account account,
      Answers answers,
      Optional<Trails.ObservedTrail> trail,
      Place place,
      List<Monitor> monitors,
      Assessment.Builder found)
      throws CallFailed {
    AlertTopic topic = new AlertTopic(account, place.region());
    topic.prefetch();
    account.prefetch(Reads.DESCRIBE_ALARMS, ALARMS, place.region());
    Optional<List<MetricFilter>> there = filters(account, place);
    List<MetricFilter> filters = there.orElse(List.of());
    Assessment.Builder behind = found.behind(first(trail, there.isPresent()));
    List<MetricAlarm> alarms = alarms(account, place);
    MonitoringChanges changes = new MonitoringChanges(account, place, filters, alarms, topic);
    List<ObservedMonitor> looks = new ArrayList<>();
    for (Monitor monitor : monitors) {
      looks.add(look(account, monitor, filters, alarms, topic, threshold(monitor, answers)));
    }
    new MonitoringFacts(account, topic, filters, alarms, found).ofMonitors();
    if (looks.stream().anyMatch(ObservedMonitor::needsTopic)) {
      topic.assess(behind, answers.list("emails"));
    }
    boolean landingZone =
        looks.stream().anyMatch(look -> !look.lacking().isEmpty())
            && LandingZone.keeps(place.logGroup(), found);
    for (ObservedMonitor look : looks) {
      say(look, found.apart());
      if (landingZone && !look.lacking().isEmpty()) {
        continue;
      }
      look.lacking().forEach(p -> behind.change(changes.filter(look.monitor(), p, look.metric())));
      if (look.told() instanceof Told.None) {
        int threshold = threshold(look.monitor(), answers);
        behind.change(changes.alarm(look.monitor(), look.metric(), threshold));
      }
    }
  }

  /**
   * Which change of the trail's step comes before all of this one: else there is nothing to see.
   */
  private static Optional<String> first(Optional<Trails.ObservedTrail> trail, boolean group) {
    if (!group) {
      return Optional.of(TrailLogs.CREATE_GROUP);
    }
    return trail.filter(Trails.ObservedTrail::toLogs).isPresent()
        ? Optional.empty()
        : Optional.of(TrailChanges.TRAIL);
  }

  private static void say(ObservedMonitor look, Assessment.Builder found) {
    String id = look.monitor().id();
    boolean filtered = look.lacking().isEmpty();
    if (!filtered) {
      found.missing(Note.of(id + "-missing"));
    }
    switch (look.told()) {
      case Told.Reaches() when filtered -> found.ok(Note.of(id));
      case Told.Ours() when filtered -> found.ok(Note.of(id));
      case Told.Reaches() -> {}
      case Told.Ours() -> {}
      case Told.None() when !filtered -> {}
      case Told.None() -> found.missing(Note.of("no-alarm", look.metric().name()));
      case Told.Unseen(Problem problem) -> found.unseen(problem);
      case Told.Pending() ->
          found
              .missing(Note.of("alarm-pending", look.metric().name()))
              .waiting(
                  new Waiting(Note.of("alarm-pending", look.metric().name()), Optional.empty()));
    }
  }

  private static int threshold(Monitor monitor, Answers answers) {
    return monitor == Monitor.SWITCH_ROLE_ERRORS
        ? answers.integer("switch-role-errors-threshold")
        : 1;
  }

  private static final DescribeAlarmsRequest ALARMS =
      DescribeAlarmsRequest.builder().alarmTypes(AlarmType.METRIC_ALARM).build();

  /** The log group's filters; empty if there is no such group. */
  private static Optional<List<MetricFilter>> filters(Account account, Place place)
      throws CallFailed {
    try {
      List<MetricFilter> filters =
          account
              .pages(
                  Reads.DESCRIBE_METRIC_FILTERS,
                  DescribeMetricFiltersRequest.builder().logGroupName(place.logGroup()).build(),
                  place.region())
              .stream()
              .flatMap(page -> page.metricFilters().stream())
              .toList();
      return Optional.of(
          Account.requiredInEach(Reads.DESCRIBE_METRIC_FILTERS, filters, MetricFilter::filterName));
    } catch (CallFailed e) {
      if (e.problem().code().equals("ResourceNotFoundException")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static List<MetricAlarm> alarms(Account account, Place place) throws CallFailed {
    return account.pages(Reads.DESCRIBE_ALARMS, ALARMS, place.region()).stream()
        .flatMap(page -> page.metricAlarms().stream())
        .toList();
  }

  static ObservedMonitor look(
      Account account,
      Monitor monitor,
      List<MetricFilter> filters,
      List<MetricAlarm> alarms,
      AlertTopic topic,
      int threshold) {
    List<MetricFilter> serving =
        filters.stream()
            .filter(f -> monitor.alternatives().stream().anyMatch(p -> sees(f.filterPattern(), p)))
            .filter(MonitoringStep::counts)
            .toList();
    boolean byHand =
        serving.stream().anyMatch(f -> !f.filterName().startsWith(MonitoringChanges.NAME));
    List<String> lacking =
        monitor.patterns().stream()
            .filter(
                pattern ->
                    !byHand && filters.stream().noneMatch(f -> same(f.filterPattern(), pattern)))
            .toList();
    Metric own = new Metric(MonitoringChanges.NAMESPACE, monitor.metric());
    List<Metric> metrics =
        serving.stream()
            .flatMap(filter -> filter.metricTransformations().stream())
            .map(metric -> new Metric(metric.metricNamespace(), metric.metricName()))
            .sorted(Comparator.comparing(metric -> !metric.equals(own)))
            .toList();
    List<MetricAlarm> candidates =
        alarms.stream()
            .filter(alarm -> metrics.contains(new Metric(alarm.namespace(), alarm.metricName())))
            .filter(alarm -> Boolean.TRUE.equals(alarm.actionsEnabled()) && fires(alarm, threshold))
            .toList();
    Metric metric = metrics.isEmpty() ? own : metrics.getFirst();
    return new ObservedMonitor(monitor, metric, lacking, told(account, candidates, topic));
  }

  /** Whether a filter counts what it sees: one whose value is 0 does not. */
  private static boolean counts(MetricFilter filter) {
    return filter.metricTransformations().stream()
        .anyMatch(metric -> !String.valueOf(metric.metricValue()).matches("-?0*[.]?0*"));
  }

  /** Whether so many events make the alarm speak. */
  static boolean fires(MetricAlarm alarm, int events) {
    if (alarm.threshold() == null) {
      return false;
    }
    boolean counts = alarm.statistic() == Statistic.SUM || alarm.statistic() == Statistic.MAXIMUM;
    // What happens once is in one period; one that waits for more never speaks.
    Integer periods =
        alarm.datapointsToAlarm() == null ? alarm.evaluationPeriods() : alarm.datapointsToAlarm();
    return counts
        && (periods == null || periods <= 1)
        && switch (alarm.comparisonOperator()) {
          case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> alarm.threshold() <= events;
          case GREATER_THAN_THRESHOLD -> alarm.threshold() < events;
          case null, default -> false;
        };
  }

  static Told told(Account account, List<MetricAlarm> alarms, AlertTopic topic) {
    Told best = new Told.None();
    for (MetricAlarm alarm : alarms) {
      for (String action : alarm.alarmActions()) {
        if (action.equals(topic.arn())) {
          return new Told.Ours();
        }
        if (!action.contains(":sns:")) {
          continue;
        }
        try {
          switch (AlertTopic.reach(account, action, part(action, 3))) {
            case SOMEBODY -> {
              return new Told.Reaches();
            }
            case PENDING -> best = new Told.Pending();
            case NOBODY -> {}
          }
        } catch (CallFailed e) {
          best = new Told.Unseen(e.problem());
        }
      }
    }
    return best;
  }

  private static boolean same(String pattern, String wanted) {
    return plain(pattern).equals(plain(wanted));
  }

  /** Whether a pattern sees all that the wanted one does: no term fewer, no narrowing more. */
  private static boolean sees(String pattern, String wanted) {
    return terms(pattern).containsAll(terms(wanted)) && ands(pattern) <= ands(wanted);
  }

  private static Set<String> terms(String pattern) {
    return BETWEEN_TERMS
        .splitAsStream(plain(pattern).replace("\"", ""))
        .filter(term -> !term.isEmpty())
        .collect(Collectors.toSet());
  }

  private static int ands(String pattern) {
    return pattern.split("&&", -1).length;
  }

  private static String plain(String pattern) {
    return pattern == null ? "" : pattern.replaceAll("\\s+", "");
  }
}
