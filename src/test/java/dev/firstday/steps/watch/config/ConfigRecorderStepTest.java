package dev.firstday.steps.watch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Practised;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;

class ConfigRecorderStepTest {
  private static final String ID = "config-recorder";

  private static Practised in(String regions) {
    return new Practised(Scenario.NEW).answer("regions", regions);
  }

  private static ConfigurationRecorder recorder(Practised account, String region) {
    return Clients.in(account.practice, region)
        .config()
        .describeConfigurationRecorders()
        .configurationRecorders()
        .getFirst();
  }

  @Test
  void a_new_account_is_recorded_at_home() {
    Practised account = new Practised(Scenario.NEW);
    Assessment found = account.assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of("no-recorder", "break-even", "bucket-missing"), Practised.codes(found));
    assertEquals(
        List.of(
            "config-recorder/role",
            "config-recorder/bucket",
            "config-recorder/bucket/public-access",
            "config-recorder/bucket/encryption",
            "config-recorder/bucket/versioning",
            "config-recorder/bucket/policy",
            "config-recorder/bucket/expiry",
            "config-recorder/ap-northeast-1/recorder",
            "config-recorder/ap-northeast-1/channel",
            "config-recorder/ap-northeast-1/recording"),
        Practised.ids(found));
    account.apply(ID);
    Assessment after = account.assess(ID);
    assertEquals(Verdict.DONE, after.verdict());
    assertEquals(List.of("continuous", "bucket-good"), Practised.codes(after));
    assertEquals(List.of(), account.apply(ID), "a second apply writes nothing");
  }

  @Test
  void types_of_no_region_are_recorded_in_one() {
    Practised account = in("enabled").answer(ID + ".frequency", "daily");
    account.apply(ID);
    Assessment after = account.assess(ID);
    assertEquals(Verdict.DONE, after.verdict());
    assertEquals(17, after.findings().stream().filter(f -> f.code().equals("daily")).count());
    assertTrue(recorder(account, "ap-northeast-1").recordingGroup().includeGlobalResourceTypes());
    assertEquals(
        false, recorder(account, "us-east-1").recordingGroup().includeGlobalResourceTypes());
  }

  @Test
  void a_recorder_made_by_hand_is_completed_under_its_name() {
    Practised account = new Practised(Scenario.HALF_DONE);
    Assessment found = account.assess(ID);
    assertEquals(
        List.of("some-types", "no-global-types", "no-channel", "stopped", "bucket-missing"),
        Practised.codes(found));
    ConfigurationRecorder before = recorder(account, "ap-northeast-1");
    List<Change> undo = account.apply(ID);
    ConfigurationRecorder after = recorder(account, "ap-northeast-1");
    assertEquals("by-hand", after.name());
    assertEquals(before.roleARN(), after.roleARN());
    assertEquals(before.recordingMode(), after.recordingMode());
    assertTrue(after.recordingGroup().allSupported());
    assertEquals(Verdict.DONE, account.assess(ID).verdict());
    account.undo(undo);
    assertEquals(before, recorder(account, "ap-northeast-1"));
  }

  @Test
  void further_regions_deliver_to_the_bucket_that_is_there() {
    Practised account = in("ap-northeast-1, us-east-1");
    Clients.in(account.practice, Practised.HOME)
        .s3()
        .createBucket(
            r ->
                r.bucket("mine")
                    .createBucketConfiguration(c -> c.locationConstraint("ap-northeast-1")));
    Clients.in(account.practice, Practised.HOME)
        .s3()
        .putBucketPolicy(r -> r.bucket("mine").policy("config.amazonaws.com"));
    Clients.in(account.practice, Practised.HOME)
        .iam()
        .createServiceLinkedRole(r -> r.awsServiceName("config.amazonaws.com"));
    var config = Clients.in(account.practice, Practised.HOME).config();
    config.putConfigurationRecorder(
        r ->
            r.configurationRecorder(
                c ->
                    c.name("mine")
                        .roleARN("arn:aws:iam::123456789012:role/x/AWSServiceRoleForConfig")
                        .recordingGroup(
                            g -> g.allSupported(true).includeGlobalResourceTypes(true))));
    config.putDeliveryChannel(
        r -> r.deliveryChannel(c -> c.name("mine").s3BucketName("mine").s3KeyPrefix("aws")));
    config.startConfigurationRecorder(r -> r.configurationRecorderName("mine"));
    Assessment found = account.assess(ID);
    assertEquals(List.of("continuous", "no-recorder", "break-even"), Practised.codes(found));
    Change channel = found.changes().get(1);
    assertEquals("config-recorder/us-east-1/channel", channel.id());
    assertTrue(channel.request().toString().contains("s3KeyPrefix=aws"), channel.toString());
  }

  @Test
  void a_region_that_cannot_be_read_is_unseen_and_the_others_are_not() {
    Practised account = in("ap-northeast-1, us-east-1");
    account.practice.deny("config:DescribeDeliveryChannels", "not authorized");
    Assessment found = account.assess(ID);
    assertEquals(Verdict.UNSEEN, found.verdict());
    assertEquals(List.of(), found.changes());
  }
}
