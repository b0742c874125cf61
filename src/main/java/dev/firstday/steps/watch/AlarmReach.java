package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.steps.resources.AlertTopic;
import dev.firstday.steps.resources.TopicReach;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Whom the alarms on a metric reach. */
sealed interface AlarmReach {
  /** Somebody hears of them. */
  record Reaches() implements AlarmReach {}

  /** They go to our topic, whose own findings say whom that reaches. */
  record Ours() implements AlarmReach {}

  /** Somebody will hear of them, once the mail is confirmed. */
  record Pending() implements AlarmReach {}

  /** Where they go to could not be read. */
  record Unseen(Problem problem) implements AlarmReach {}

  /** Nobody hears of them, or there is no alarm. */
  record None() implements AlarmReach {}

  /** Whom the first of these alarms that reaches somebody does, or else the last one. */
  static AlarmReach of(Account account, List<MetricAlarm> alarms, AlertTopic topic) {
    AlarmReach best = new None();
    for (MetricAlarm alarm : alarms) {
      for (String action : alarm.alarmActions()) {
        if (action.equals(topic.arn())) {
          return new Ours();
        }
        AlarmReach reach = action.contains(":sns:") ? ofTopic(account, action) : new None();
        if (reach instanceof Reaches) {
          return reach;
        }
        best = reach instanceof None ? best : reach;
      }
    }
    return best;
  }

  private static AlarmReach ofTopic(Account account, String arn) {
    try {
      return switch (TopicReach.of(account, arn, WatchedLogGroup.part(arn, 3))) {
        case SOMEBODY -> new Reaches();
        case PENDING -> new Pending();
        case NOBODY -> new None();
      };
    } catch (CallFailed e) {
      return new Unseen(e.problem());
    }
  }
}
