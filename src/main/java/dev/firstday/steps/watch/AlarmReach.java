package dev.firstday.steps.watch;

import dev.firstday.aws.Account;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.steps.resources.AlertTopic;
import dev.firstday.steps.resources.TopicReach;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * Whom the alarms on a metric reach.
 *
 * @param unseen why it could not be read where they go to
 */
record AlarmReach(To to, Optional<Problem> unseen) {
  enum To {
    SOMEBODY,
    /** Its own findings say whom that reaches. */
    OUR_TOPIC,
    /** Somebody will hear of them, once the mail is confirmed. */
    PENDING,
    UNSEEN,
    /** Nobody hears of them, or there is no alarm. */
    NOBODY
  }

  private AlarmReach(To to) {
    this(to, Optional.empty());
  }

  /** Whom the first of these alarms that reaches somebody does, or else the last one. */
  static AlarmReach of(Account account, List<MetricAlarm> alarms, AlertTopic topic) {
    AlarmReach best = new AlarmReach(To.NOBODY);
    for (String action : alarms.stream().flatMap(a -> a.alarmActions().stream()).toList()) {
      if (action.equals(topic.arn())) {
        return new AlarmReach(To.OUR_TOPIC);
      }
      AlarmReach reach =
          action.contains(":sns:") ? ofTopic(account, action) : new AlarmReach(To.NOBODY);
      if (reach.to == To.SOMEBODY) {
        return reach;
      }
      best = reach.to == To.NOBODY ? best : reach;
    }
    return best;
  }

  private static AlarmReach ofTopic(Account account, String arn) {
    try {
      return new AlarmReach(
          switch (TopicReach.of(account, arn, WatchedLogGroup.part(arn, 3))) {
            case SOMEBODY -> To.SOMEBODY;
            case PENDING -> To.PENDING;
            case NOBODY -> To.NOBODY;
          });
    } catch (CallFailed e) {
      return new AlarmReach(To.UNSEEN, Optional.of(e.problem()));
    }
  }
}
