package dev.firstday.report.cloudformation;

import static dev.firstday.report.cloudformation.ResourceProperties.inner;
import static dev.firstday.report.cloudformation.ResourceProperties.list;
import static dev.firstday.report.cloudformation.ResourceProperties.parsed;
import static dev.firstday.report.cloudformation.ResourceProperties.tags;
import static dev.firstday.report.cloudformation.ResourceProperties.text;
import static dev.firstday.report.cloudformation.ResourceProperties.upper;
import static dev.firstday.report.cloudformation.ResourceProperties.with;

import dev.firstday.report.cloudformation.CloudFormationResource.Own;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The writes to AWS Config, GuardDuty and IAM Access Analyzer as resources. */
final class SecurityResources {
  /** Plans of GuardDuty that CloudFormation knows; others keep what AWS turns on by itself. */
  private static final Set<String> FEATURES =
      Set.of(
          "EBS_MALWARE_PROTECTION",
          "EKS_AUDIT_LOGS",
          "EKS_RUNTIME_MONITORING",
          "LAMBDA_NETWORK_LOGS",
          "RDS_LOGIN_EVENTS",
          "RUNTIME_MONITORING",
          "S3_DATA_EVENTS");

  private SecurityResources() {}

  static Own recorder(Map<String, Object> request) {
    return Own.unnamed(
        "AWS::Config::ConfigurationRecorder", upper(inner(request, "ConfigurationRecorder")));
  }

  static Own deliveryChannel(Map<String, Object> request) {
    return Own.unnamed("AWS::Config::DeliveryChannel", upper(inner(request, "DeliveryChannel")));
  }

  static Own configRule(Map<String, Object> request) {
    Map<String, Object> properties = new LinkedHashMap<>(inner(request, "ConfigRule"));
    if (properties.get("InputParameters") instanceof String) {
      properties.put("InputParameters", parsed(properties, "InputParameters"));
    }
    return Own.unnamed("AWS::Config::ConfigRule", properties);
  }

  static Own detector(Map<String, Object> request) {
    Map<String, Object> properties = with(request, "Tags", tags(request.get("Tags")));
    properties.put(
        "Features",
        list(request.get("Features")).stream()
            .filter(feature -> FEATURES.contains(text(feature, "Name")))
            .toList());
    return Own.unnamed("AWS::GuardDuty::Detector", properties);
  }

  static Own analyzer(Map<String, Object> request) {
    return Own.unnamed(
        "AWS::AccessAnalyzer::Analyzer", with(upper(request), "Tags", tags(request.get("tags"))));
  }
}
