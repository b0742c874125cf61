package dev.firstday.steps.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.ByHand;
import dev.firstday.steps.Practised;
import dev.firstday.steps.Steps;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.eventbridge.model.Target;

class LandingZoneTest {
  private static final String RECORDER_ROLE =
      "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/"
          + "AWSServiceRoleForConfig";

  /** An account with what a landing zone made in it, each thing lacking something. */
  private static Practised made(LandingZone zone) {
    Practised account = new Practised(Scenario.NEW).answer("email", "ren@example.com");
    Clients there = Clients.in(account.practice, Practised.HOME);
    String name = zone == LandingZone.CONTROL_TOWER ? "aws-controltower-" : "AWSAccelerator-";
    bucket(there, name.toLowerCase(Locale.ROOT) + "logs");
    trail(there, name);
    recorder(there, name);
    rule(there, name);
    account.here().networkNamed("vpc-zone", name + "VPC");
    return account;
  }

  private static void bucket(Clients there, String bucket) {
    there
        .s3()
        .createBucket(
            r ->
                r.bucket(bucket)
                    .createBucketConfiguration(c -> c.locationConstraint(Practised.HOME)));
    there.s3().putBucketPolicy(r -> r.bucket(bucket).policy(LET_IN.replace("BUCKET", bucket)));
  }

  private static final String LET_IN =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": ["cloudtrail.amazonaws.com",
          "config.amazonaws.com"]}, "Action": "s3:*",
         "Resource": ["arn:aws:s3:::BUCKET", "arn:aws:s3:::BUCKET/*"]}]}
      """;

  private static void trail(Clients there, String name) {
    String group = name.replaceFirst("-$", "/") + "CloudTrailLogs";
    String role = name + "CloudWatchLogsRole";
    there.logs().createLogGroup(r -> r.logGroupName(group));
    there
        .iam()
        .createRole(
            r ->
                r.roleName(role)
                    .assumeRolePolicyDocument(
                        Policies.of(List.of(Policies.trust("cloudtrail.amazonaws.com")))));
    there
        .iam()
        .putRolePolicy(
            r ->
                r.roleName(role)
                    .policyName("logs")
                    .policyDocument(
                        """
                        {"Version": "2012-10-17", "Statement":
                          [{"Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "*"}]}
                        """));
    ByHand.patiently(
        () ->
            there
                .cloudTrail()
                .createTrail(
                    r ->
                        r.name(name + "BaselineCloudTrail")
                            .s3BucketName(name.toLowerCase(Locale.ROOT) + "logs")
                            .isMultiRegionTrail(true)
                            .cloudWatchLogsLogGroupArn(
                                "arn:aws:logs:%s:123456789012:log-group:%s:*"
                                    .formatted(Practised.HOME, group))
                            .cloudWatchLogsRoleArn("arn:aws:iam::123456789012:role/" + role)));
    there.cloudTrail().startLogging(r -> r.name(name + "BaselineCloudTrail"));
    withoutKms(there, name);
  }

  private static void withoutKms(Clients there, String name) {
    there
        .cloudTrail()
        .putEventSelectors(
            r ->
                r.trailName(name + "BaselineCloudTrail")
                    .eventSelectors(
                        EventSelector.builder()
                            .readWriteType(ReadWriteType.ALL)
                            .includeManagementEvents(true)
                            .excludeManagementEventSources("kms.amazonaws.com")
                            .build()));
  }

  private static void recorder(Clients there, String name) {
    there.iam().createServiceLinkedRole(r -> r.awsServiceName("config.amazonaws.com"));
    there
        .config()
        .putConfigurationRecorder(
            r ->
                r.configurationRecorder(
                    c ->
                        c.name(name + "BaselineConfigRecorder")
                            .roleARN(RECORDER_ROLE)
                            .recordingGroup(
                                g -> g.allSupported(true).includeGlobalResourceTypes(false))));
    there
        .config()
        .putDeliveryChannel(
            r ->
                r.deliveryChannel(
                    c ->
                        c.name(name + "BaselineConfigDeliveryChannel")
                            .s3BucketName(name.toLowerCase(Locale.ROOT) + "logs")));
  }

  /** Somebody gets raw data of the landing zone's topic. */
  private static void rule(Clients there, String name) {
    String topic = there.sns().createTopic(r -> r.name(name + "SecurityNotifications")).topicArn();
    there
        .events()
        .putRule(r -> r.name(name + "HealthRule").eventPattern("{\"source\":[\"aws.health\"]}"));
    there
        .events()
        .putTargets(
            r -> r.rule(name + "HealthRule").targets(Target.builder().id("1").arn(topic).build()));
  }

  @ParameterizedTest
  @EnumSource(LandingZone.class)
  void no_step_changes_what_a_landing_zone_made(LandingZone zone) {
    Practised account =
        made(zone)
            .answer("preset", "thorough")
            .answer("trail.bucket-access-logging", "true")
            .answer("regions", "home");
    for (Steps.Registered step : Steps.ALL) {
      for (var change : account.assess(step.id()).changes()) {
        String request = change.request().toString().toLowerCase(Locale.ROOT);
        assertFalse(
            request.contains("controltower") || request.contains("accelerator"),
            change.id() + " " + request);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(LandingZone.class)
  void each_step_says_whose_it_is_and_what_it_lacks(LandingZone zone) {
    Practised account = made(zone).answer("regions", "home");
    for (String step :
        List.of("trail", "monitoring", "config-recorder", "health-events", "service-logs")) {
      Assessment found = account.assess(step);
      assertEquals(Verdict.TODO, found.verdict(), step);
      assertTrue(Practised.codes(found).contains("landing-zone"), step + Practised.said(found));
    }
    assertEquals(List.of(), Practised.ids(account.assess("trail")));
    assertEquals(List.of(), Practised.ids(account.assess("config-recorder")));
  }

  @Test
  void what_suffices_is_done_without_a_word() {
    Practised account = made(LandingZone.CONTROL_TOWER).answer("regions", "home");
    Clients there = Clients.in(account.practice, Practised.HOME);
    there
        .config()
        .putConfigurationRecorder(
            r ->
                r.configurationRecorder(
                    c ->
                        c.name("aws-controltower-BaselineConfigRecorder")
                            .roleARN(RECORDER_ROLE)
                            .recordingGroup(
                                g -> g.allSupported(true).includeGlobalResourceTypes(true))));
    there
        .config()
        .startConfigurationRecorder(
            r -> r.configurationRecorderName("aws-controltower-BaselineConfigRecorder"));
    Assessment found = account.assess("config-recorder");
    assertEquals(Verdict.DONE, found.verdict(), Practised.said(found).toString());
    assertFalse(Practised.codes(found).contains("landing-zone"));
  }

  @Test
  void global_types_that_the_landing_zone_records_in_another_region_are_recorded() {
    Practised account = made(LandingZone.CONTROL_TOWER).answer("regions", "home");
    Clients home = Clients.in(account.practice, Practised.HOME);
    home.config()
        .startConfigurationRecorder(
            r -> r.configurationRecorderName("aws-controltower-BaselineConfigRecorder"));
    Clients.in(account.practice, "us-east-1")
        .config()
        .putConfigurationRecorder(
            r ->
                r.configurationRecorder(
                    c ->
                        c.name("aws-controltower-BaselineConfigRecorder")
                            .roleARN(RECORDER_ROLE)
                            .recordingGroup(
                                g -> g.allSupported(true).includeGlobalResourceTypes(true))));
    Assessment found = account.assess("config-recorder");
    assertEquals(Verdict.DONE, found.verdict(), Practised.said(found).toString());
  }

  @Test
  void a_region_that_the_landing_zone_does_not_govern_gets_no_recorder_of_ours() {
    Practised account =
        made(LandingZone.CONTROL_TOWER).answer("regions", "ap-northeast-1, us-west-2");
    Assessment found = account.assess("config-recorder");
    assertTrue(Practised.codes(found).contains("no-recorder"));
    assertEquals(List.of(), Practised.ids(found));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws-controltower-BaselineCloudTrail",
        "aws-controltower/CloudTrailLogs",
        "AWSControlTowerExecution",
        "arn:aws:sns:us-east-1:123456789012:aws-controltower-SecurityNotifications",
        "arn:aws:iam::123456789012:role/service-role/aws-controltower-ConfigRecorderRole",
        "arn:aws:logs:us-east-1:123456789012:log-group:aws-controltower/CloudTrailLogs:*",
        "AWSAccelerator-CloudTrail",
        "/AWSAccelerator/CloudTrail",
        "aws-accelerator-central-logs-123456789012-us-east-1"
      })
  void knows_what_a_landing_zone_made_by_its_name(String name) {
    assertTrue(LandingZone.of(name).isPresent(), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"firstday", "my-aws-controltower-copy", "management-events", "aws-logs"})
  void everything_else_is_the_accounts_own(String name) {
    assertEquals(Optional.empty(), LandingZone.of(name));
  }
}
