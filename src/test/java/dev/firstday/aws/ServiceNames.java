package dev.firstday.aws;

import java.util.Map;
import java.util.stream.Collectors;

/** The AWS CLI's names of services, and what the SDK and IAM call them. */
public final class ServiceNames {
  private static final Map<String, String> SDK =
      Map.ofEntries(
          Map.entry("accessanalyzer", "AccessAnalyzer"),
          Map.entry("account", "Account"),
          Map.entry("artifact", "Artifact"),
          Map.entry("backup", "Backup"),
          Map.entry("budgets", "Budgets"),
          Map.entry("ce", "CostExplorer"),
          Map.entry("cloudformation", "CloudFormation"),
          Map.entry("cloudfront", "CloudFront"),
          Map.entry("cloudtrail", "CloudTrail"),
          Map.entry("cloudwatch", "CloudWatch"),
          Map.entry("configservice", "Config"),
          Map.entry("dynamodb", "DynamoDb"),
          Map.entry("ec2", "Ec2"),
          Map.entry("ecs", "Ecs"),
          Map.entry("efs", "Efs"),
          Map.entry("elb", "ElasticLoadBalancing"),
          Map.entry("elbv2", "ElasticLoadBalancingV2"),
          Map.entry("events", "EventBridge"),
          Map.entry("freetier", "FreeTier"),
          Map.entry("guardduty", "GuardDuty"),
          Map.entry("iam", "Iam"),
          Map.entry("lambda", "Lambda"),
          Map.entry("logs", "CloudWatchLogs"),
          Map.entry("organizations", "Organizations"),
          Map.entry("rds", "Rds"),
          Map.entry("s3api", "S3"),
          Map.entry("s3control", "S3Control"),
          Map.entry("sns", "Sns"),
          Map.entry("ssm", "Ssm"),
          Map.entry("sso-admin", "SsoAdmin"),
          Map.entry("sts", "Sts"),
          Map.entry("taxsettings", "TaxSettings"));

  /** Prefixes of IAM actions, where they differ from the CLI's name. */
  private static final Map<String, String> IAM =
      Map.of(
          "accessanalyzer", "access-analyzer",
          "configservice", "config",
          "efs", "elasticfilesystem",
          "elb", "elasticloadbalancing",
          "elbv2", "elasticloadbalancing",
          "s3api", "s3",
          "s3control", "s3",
          "sso-admin", "sso",
          "taxsettings", "tax");

  private static final Map<String, String> CLI =
      SDK.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private ServiceNames() {}

  static String sdk(String cli) {
    return SDK.get(cli);
  }

  static String iam(String cli) {
    return IAM.getOrDefault(cli, cli);
  }

  /** The AWS CLI's name of a service that the SDK calls so. */
  public static String cli(String sdk) {
    if (!CLI.containsKey(sdk)) {
      throw new AssertionError("no CLI name for " + sdk);
    }
    return CLI.get(sdk);
  }
}
