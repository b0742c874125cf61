package dev.firstday.practice;

import dev.firstday.practice.model.ConfigRecords;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.ServiceLinkedRoles;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.config.model.ConfigRule;
import software.amazon.awssdk.services.config.model.ConfigRuleState;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.Owner;
import software.amazon.awssdk.services.iam.model.Role;

/** What somebody began by hand to record the account with: a trail, and AWS Config. */
final class HalfDoneRecords {
  private static final String REGION = "ap-northeast-1";
  private static final String ROLE =
      "arn:aws:iam::%s:role/config".formatted(PracticeState.ACCOUNT_ID);
  private static final String BUCKET = "tanaka-works-logs";
  private static final String POLICY =
      """
      {"Version":"2012-10-17","Statement":[\
      {"Sid":"Check","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},\
      "Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::tanaka-works-logs"},\
      {"Sid":"Write","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},\
      "Action":"s3:PutObject","Resource":"arn:aws:s3:::tanaka-works-logs/AWSLogs/123456789012/*",\
      "Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control"}}}]}\
      """;

  private HalfDoneRecords() {}

  /** One Region's trail without validation and log group, a stopped recorder, one rule. */
  static void prepare(PracticeState model) {
    trail(model);
    role(model);
    recorder(model.config.in(REGION));
    rule(model.config.in(REGION));
  }

  private static void trail(PracticeState model) {
    model.buckets.put(BUCKET, REGION, model.opened, List.of()).policy = Optional.of(POLICY);
    model.trails.put(
                Trail.builder()
                    .name("main")
                    .trailARN(
                        "arn:aws:cloudtrail:%s:%s:trail/main"
                            .formatted(REGION, PracticeState.ACCOUNT_ID))
                    .homeRegion(REGION)
                    .s3BucketName(BUCKET)
                    .isMultiRegionTrail(false)
                    .includeGlobalServiceEvents(true)
                    .logFileValidationEnabled(false)
                    .isOrganizationTrail(false)
                    .build())
            .logging =
        true;
  }

  private static void role(PracticeState model) {
    model.roles.put(
        Role.builder()
            .path("/")
            .roleName("config")
            .arn(ROLE)
            .createDate(model.opened)
            .assumeRolePolicyDocument(ServiceLinkedRoles.trust("config.amazonaws.com"))
            .build(),
        true);
  }

  private static void recorder(ConfigRecords.RecorderRecord config) {
    config.recorder =
        Optional.of(
            ConfigRecords.whole(
                ConfigurationRecorder.builder()
                    .name("by-hand")
                    .roleARN(ROLE)
                    .recordingGroup(
                        group ->
                            group
                                .allSupported(false)
                                .includeGlobalResourceTypes(false)
                                .resourceTypesWithStrings("AWS::EC2::SecurityGroup"))
                    .recordingMode(mode -> mode.recordingFrequency("DAILY"))
                    .build()));
  }

  private static void rule(ConfigRecords.RecorderRecord config) {
    config.rules.put(
        "no-open-ssh",
        ConfigRule.builder()
            .configRuleName("no-open-ssh")
            .source(source -> source.owner(Owner.AWS).sourceIdentifier("INCOMING_SSH_DISABLED"))
            .configRuleState(ConfigRuleState.ACTIVE)
            .build());
    config.broken.put("no-open-ssh", 2);
  }
}
