package dev.firstday.steps.watch;

import java.util.List;

/**
 * How a monitor stands.
 *
 * @param metric what its alarm is, or will be, on
 * @param lacking the patterns that no filter has
 * @param threshold how many events it takes until the alarm fires
 * @param reach whom its alarms reach
 */
record ObservedMonitor(
    Monitor monitor,
    WatchedLogGroup.Metric metric,
    List<String> lacking,
    int threshold,
    AlarmReach reach) {
  boolean needsTopic() {
    return reach.to() == AlarmReach.To.OUR_TOPIC || reach.to() == AlarmReach.To.NOBODY;
  }
}
