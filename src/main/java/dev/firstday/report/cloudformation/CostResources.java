package dev.firstday.report.cloudformation;

import static dev.firstday.report.cloudformation.ResourceProperties.inner;
import static dev.firstday.report.cloudformation.ResourceProperties.pick;
import static dev.firstday.report.cloudformation.ResourceProperties.with;

import dev.firstday.report.Json;
import dev.firstday.report.cloudformation.CloudFormationResource.Own;
import java.util.LinkedHashMap;
import java.util.Map;

/** The writes to Budgets and Cost Anomaly Detection as resources. */
final class CostResources {
  private static final String TAGS = "ResourceTags";

  private CostResources() {}

  static Own budget(Map<String, Object> request) {
    return Own.unnamed(
        "AWS::Budgets::Budget", pick(request, "Budget", "NotificationsWithSubscribers"));
  }

  static Own anomalyMonitor(Map<String, Object> request) {
    return Own.unnamed(
        "AWS::CE::AnomalyMonitor", with(inner(request, "AnomalyMonitor"), TAGS, request.get(TAGS)));
  }

  static Own anomalySubscription(Map<String, Object> request) {
    Map<String, Object> properties = new LinkedHashMap<>(inner(request, "AnomalySubscription"));
    // CloudFormation takes the expression as JSON text.
    properties.put("ThresholdExpression", Json.compact(properties.get("ThresholdExpression")));
    properties.put(TAGS, request.get(TAGS));
    return Own.unnamed("AWS::CE::AnomalySubscription", properties);
  }
}
