package dev.firstday.report.cloudformation;

import static dev.firstday.report.cloudformation.ResourceProperties.inner;
import static dev.firstday.report.cloudformation.ResourceProperties.map;
import static dev.firstday.report.cloudformation.ResourceProperties.parsed;
import static dev.firstday.report.cloudformation.ResourceProperties.reference;
import static dev.firstday.report.cloudformation.ResourceProperties.tags;
import static dev.firstday.report.cloudformation.ResourceProperties.text;
import static dev.firstday.report.cloudformation.ResourceProperties.upper;
import static dev.firstday.report.cloudformation.ResourceProperties.with;

import dev.firstday.report.cloudformation.CloudFormationResource.NestedProperties;
import dev.firstday.report.cloudformation.CloudFormationResource.Own;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The writes to CloudTrail, CloudWatch, EventBridge and SNS as resources. */
final class MonitoringResources {
  private MonitoringResources() {}

  static Own trail(Map<String, Object> request) {
    Map<String, Object> properties = new LinkedHashMap<>(request);
    properties.put("TrailName", properties.remove("Name"));
    properties.put("Tags", properties.remove("TagsList"));
    properties.put("IsLogging", true);
    return Own.unnamed("AWS::CloudTrail::Trail", properties);
  }

  static Own logGroup(Map<String, Object> request) {
    return new Own(
        CloudFormationResource.LOG_GROUP,
        text(request, "logGroupName"),
        true,
        map("LogGroupName", request.get("logGroupName"), "Tags", tags(request.get("tags"))));
  }

  static NestedProperties retention(Map<String, Object> request) {
    return new NestedProperties(
        CloudFormationResource.LOG_GROUP,
        text(request, "logGroupName"),
        map("RetentionInDays", request.get("retentionInDays")));
  }

  static Own metricFilter(Map<String, Object> request) {
    return Own.unnamed("AWS::Logs::MetricFilter", upper(request));
  }

  static Own alarm(Map<String, Object> request) {
    return Own.unnamed("AWS::CloudWatch::Alarm", request);
  }

  /** A topic, and its policy, which is a resource of its own. */
  static List<CloudFormationResource> topic(Map<String, Object> request) {
    List<CloudFormationResource> resources = new ArrayList<>();
    resources.add(
        new Own(
            CloudFormationResource.TOPIC,
            text(request, "Name"),
            false,
            map("TopicName", request.get("Name"), "Tags", request.get("Tags"))));
    Map<String, Object> attributes = inner(request, "Attributes");
    if (attributes.get("Policy") != null) {
      resources.add(
          Own.unnamed(
              "AWS::SNS::TopicPolicy",
              map(
                  "Topics",
                  List.of(reference(CloudFormationResource.TOPIC, request.get("Name"))),
                  "PolicyDocument",
                  parsed(attributes, "Policy"))));
    }
    return resources;
  }

  static Own subscription(Map<String, Object> request) {
    String arn = text(request, "TopicArn");
    return Own.unnamed(
        "AWS::SNS::Subscription",
        map(
            "Protocol",
            request.get("Protocol"),
            "Endpoint",
            request.get("Endpoint"),
            "TopicArn",
            reference(CloudFormationResource.TOPIC, arn.substring(arn.lastIndexOf(':') + 1))));
  }

  static Own rule(Map<String, Object> request) {
    Map<String, Object> properties = with(request, "EventPattern", parsed(request, "EventPattern"));
    properties.remove("Tags");
    return new Own(CloudFormationResource.RULE, text(request, "Name"), false, properties);
  }

  static NestedProperties targets(Map<String, Object> request) {
    return new NestedProperties(
        CloudFormationResource.RULE, text(request, "Rule"), map("Targets", request.get("Targets")));
  }
}
