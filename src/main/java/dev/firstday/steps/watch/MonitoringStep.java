package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.PartLook;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.LandingZone;
import dev.firstday.steps.watch.Trails.ObservedTrail;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The chosen {@link Monitor}s watch the trail's log group: each has its filters, and an alarm on
 * their metric that reaches somebody. A filter or an alarm that somebody made by hand counts.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html">Creating
 *     CloudWatch alarms for CloudTrail events</a>
 */
public final class MonitoringStep implements Step<Account> {
  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    List<ObservedTrail> trails = Trails.look(account);
    Optional<ObservedTrail> own =
        trails.stream()
            .filter(ObservedTrail::own)
            .min(Comparator.comparing(trail -> !(trail.records() && trail.toLogs())));
    if (own.isEmpty() && trails.stream().anyMatch(trail -> trail.records() || trail.toLogs())) {
      return Assessment.notApplicable(Note.of("elsewhere", trails.getFirst().trail().name()));
    }
    Assessment.Builder found = Assessment.builder();
    WatchedLogGroup.Place place = WatchedLogGroup.Place.of(account, own);
    say(own, place, found);
    MonitoringFacts.ofTrail(own, found);
    PartLook.at(found, () -> assess(WatchedLogGroup.read(account, place), own, answers, found));
    return found.build();
  }

  private static void say(
      Optional<ObservedTrail> trail, WatchedLogGroup.Place place, Assessment.Builder found) {
    trail.flatMap(ObservedTrail::problem).ifPresent(found::unseen);
    if (trail.isPresent() && trail.get().toLogs() && trail.get().logging()) {
      found.ok(Note.of("log-group", place.logGroup()));
    } else if (trail.isEmpty() || trail.get().status().isPresent()) {
      found.missing(Note.of("no-log-group"));
    }
  }

  private static void assess(
      WatchedLogGroup group,
      Optional<ObservedTrail> trail,
      Answers answers,
      Assessment.Builder found) {
    Assessment.Builder behind = found.behind(first(trail, group.present()));
    List<ObservedMonitor> monitors =
        answers.list("monitors").stream()
            .flatMap(id -> Monitor.of(id).stream())
            .map(monitor -> group.look(monitor, threshold(monitor, answers)))
            .toList();
    new MonitoringFacts(group, found).ofMonitors();
    if (monitors.stream().anyMatch(ObservedMonitor::needsTopic)) {
      group.topic().assess(behind, answers.list("emails"));
    }
    boolean kept =
        monitors.stream().anyMatch(monitor -> !monitor.lacking().isEmpty())
            && LandingZone.keeps(group.place().logGroup(), found);
    for (ObservedMonitor monitor : monitors) {
      say(monitor, found.apart());
      if (!kept || monitor.lacking().isEmpty()) {
        new MonitoringChanges(group).of(monitor).forEach(behind::change);
      }
    }
  }

  /**
   * Which change of the trail's step comes before all of this one: else there is nothing to see.
   */
  private static Optional<String> first(Optional<ObservedTrail> trail, boolean group) {
    if (!group) {
      return Optional.of(TrailLogs.CREATE_GROUP);
    }
    return trail.filter(ObservedTrail::toLogs).isPresent()
        ? Optional.empty()
        : Optional.of(TrailChanges.TRAIL);
  }

  private static int threshold(Monitor monitor, Answers answers) {
    return monitor == Monitor.SWITCH_ROLE_ERRORS
        ? answers.integer("switch-role-errors-threshold")
        : 1;
  }

  private static void say(ObservedMonitor observed, Assessment.Builder found) {
    String id = observed.monitor().id();
    String metric = observed.metric().name();
    AlarmReach.To to = observed.reach().to();
    boolean filtered = observed.lacking().isEmpty();
    if (!filtered) {
      found.missing(Note.of(id + "-missing"));
    } else if (to == AlarmReach.To.NOBODY) {
      found.missing(Note.of("no-alarm", metric));
    } else if (to == AlarmReach.To.SOMEBODY || to == AlarmReach.To.OUR_TOPIC) {
      found.ok(Note.of(id));
    }
    observed.reach().unseen().ifPresent(found::unseen);
    if (to == AlarmReach.To.PENDING) {
      found.pending(Note.of("alarm-pending", metric));
    }
  }
}
