package dev.firstday.steps.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Account;
import dev.firstday.aws.Clients;
import dev.firstday.aws.Identities;
import dev.firstday.aws.SdkCaller;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.steps.Practised;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.DataResource;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.PutEventSelectorsRequest;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

class TrailStepTest {
  private static final String ID = "trail";
  private static final String BUCKET = "firstday-trail-123456789012-ap-northeast-1";
  private static final List<String> ALL =
      List.of(
          "trail/bucket",
          "trail/bucket/public-access",
          "trail/bucket/encryption",
          "trail/bucket/versioning",
          "trail/bucket/policy",
          "trail/bucket/expiry",
          "trail/log-group",
          "trail/log-group/retention",
          "trail/role",
          "trail/role/policy",
          "trail/trail",
          "trail/logging");

  private static Practised denying(Scenario scenario, String action) {
    Practised account = new Practised(scenario);
    account.practice.deny(action, "User: " + action + " is not authorized");
    return account;
  }

  private static Change change(Assessment found, String id) {
    return found.changes().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void a_new_account_gets_a_bucket_a_log_group_a_role_and_a_trail_that_logs() {
    Practised account = new Practised(Scenario.NEW);
    Assessment found = account.assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of("none", "bucket-missing"), Practised.codes(found));
    assertEquals(ALL, Practised.ids(found));
    // The role has not reached CloudTrail at the first call: that is waited out.
    account.apply(ID);
    Assessment after = account.assess(ID);
    assertEquals(Verdict.DONE, after.verdict());
    assertEquals(
        List.of("records", "validation", "bucket-good", "log-group-good"), Practised.codes(after));
    assertEquals(List.of(), Practised.ids(after));
    assertEquals(List.of(), account.apply(ID), "a second apply writes nothing");
  }

  @Test
  void only_cloudtrail_for_this_trail_and_nobody_without_tls_gets_at_the_bucket() {
    Assessment found = new Practised(Scenario.NEW).assess(ID);
    String trail = "arn:aws:cloudtrail:ap-northeast-1:123456789012:trail/firstday";
    assertEquals(
        ("{'Version':'2012-10-17','Statement':[{'Sid':'FirstdayCloudTrailAclCheck','Effect':'Allow',"
                + "'Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:GetBucketAcl',"
                + "'Resource':'arn:aws:s3:::BUCKET','Condition':{'StringEquals':{'aws:SourceArn':"
                + "'TRAIL'}}},{'Sid':'FirstdayCloudTrailWrite','Effect':'Allow','Principal':"
                + "{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':"
                + "'arn:aws:s3:::BUCKET/AWSLogs/123456789012/*','Condition':{'StringEquals':"
                + "{'aws:SourceArn':'TRAIL','s3:x-amz-acl':'bucket-owner-full-control'}}},{'Sid':"
                + "'FirstdayTlsOnly','Effect':'Deny','Principal':'*','Action':'s3:*','Resource':"
                + "['arn:aws:s3:::BUCKET','arn:aws:s3:::BUCKET/*'],'Condition':{'Bool':"
                + "{'aws:SecureTransport':'false'}}}]}")
            .replace('\'', '"')
            .replace("BUCKET", BUCKET)
            .replace("TRAIL", trail),
        change(found, "trail/bucket/policy").request().get("Policy"));
    assertEquals(
        ("{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':['logs:CreateLogStream',"
                + "'logs:PutLogEvents'],'Resource':'arn:aws:logs:ap-northeast-1:123456789012:"
                + "log-group:firstday-trail:log-stream:123456789012_CloudTrail_ap-northeast-1*'}]}")
            .replace('\'', '"'),
        change(found, "trail/role/policy").request().get("PolicyDocument"));
    assertEquals(
        "arn:aws:logs:ap-northeast-1:123456789012:log-group:firstday-trail:*",
        change(found, "trail/trail").request().get("CloudWatchLogsLogGroupArn"));
  }

  @Test
  void a_trail_made_by_hand_is_completed_not_doubled() {
    Practised account = new Practised(Scenario.HALF_DONE);
    Assessment found = account.assess(ID);
    assertEquals(
        List.of(
            "one-region",
            "no-validation",
            "no-log-group",
            "bucket-versioning",
            "bucket-policy",
            "bucket-expiry"),
        Practised.codes(found));
    Change update = change(found, "trail/trail");
    assertEquals("UpdateTrail", update.operation());
    assertEquals(false, update.undo().getFirst().request().get("IsMultiRegionTrail"));
    account.apply(ID);
    assertEquals(Verdict.DONE, account.assess(ID).verdict());
    assertEquals(
        1,
        Clients.in(account.practice, Practised.HOME)
            .cloudTrail()
            .describeTrails()
            .trailList()
            .size());
    String policy =
        Clients.in(account.practice, Practised.HOME)
            .s3()
            .getBucketPolicy(r -> r.bucket("tanaka-works-logs"))
            .policy();
    assertTrue(policy.contains("\"Sid\":\"Write\"") && policy.contains("FirstdayTlsOnly"), policy);
    assertFalse(policy.contains("FirstdayCloudTrailWrite"), "it can write already");
  }

  @Test
  void undo_brings_a_trail_made_by_hand_back() {
    Practised account = new Practised(Scenario.HALF_DONE);
    var s3 = Clients.in(account.practice, Practised.HOME).s3();
    String policy = s3.getBucketPolicy(r -> r.bucket("tanaka-works-logs")).policy();
    var trail =
        Clients.in(account.practice, Practised.HOME).cloudTrail().describeTrails().trailList();
    account.undo(account.apply(ID));
    assertEquals(
        trail,
        Clients.in(account.practice, Practised.HOME).cloudTrail().describeTrails().trailList());
    assertEquals(policy, s3.getBucketPolicy(r -> r.bucket("tanaka-works-logs")).policy());
    assertEquals(
        List.of(),
        Clients.in(account.practice, Practised.HOME).logs().describeLogGroups().logGroups());
  }

  @Test
  void a_half_finished_apply_is_completed() {
    Practised account = new Practised(Scenario.NEW);
    List<Change> changes = account.assess(ID).changes();
    for (int done = 0; done < changes.size(); done++) {
      Practised half = new Practised(Scenario.NEW);
      changes.subList(0, done).forEach(change -> write(half, change));
      half.apply(ID);
      assertEquals(Verdict.DONE, half.assess(ID).verdict(), "after " + done);
    }
  }

  private static void write(Practised account, Change change) {
    SdkCaller caller =
        new SdkCaller(new Account(Identities.PRACTICE, account.practice), account.practice);
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        caller.write(change, change.request());
        return;
      } catch (CallFailed e) {
        assertTrue(change.waitFor().orElseThrow().codes().contains(e.problem().code()));
      }
    }
  }

  @Test
  void a_trail_that_is_switched_off_is_switched_on() {
    Practised account = new Practised(Scenario.NEW);
    account.apply(ID);
    Clients.in(account.practice, Practised.HOME).cloudTrail().stopLogging(r -> r.name("firstday"));
    Assessment found = account.assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of("trail/logging"), Practised.ids(found));
  }

  /** An account whose trail is whole, but for the events that were chosen. */
  private static Practised taking(Consumer<PutEventSelectorsRequest.Builder> events) {
    Practised account = new Practised(Scenario.NEW);
    account.apply(ID);
    Clients.in(account.practice, Practised.HOME)
        .cloudTrail()
        .putEventSelectors(
            r -> {
              r.trailName("firstday");
              events.accept(r);
            });
    return account;
  }

  private static void lacksEvents(Practised account) {
    assertEquals(List.of("trail/events"), Practised.ids(account.assess(ID)));
    account.apply(ID);
    assertEquals(Verdict.DONE, account.assess(ID).verdict());
  }

  @Test
  void management_events_are_added_to_what_was_chosen() {
    EventSelector data =
        EventSelector.builder()
            .readWriteType(ReadWriteType.WRITE_ONLY)
            .includeManagementEvents(true)
            .dataResources(DataResource.builder().type("AWS::S3::Object").values("arn").build())
            .build();
    Practised account = taking(r -> r.eventSelectors(data));
    assertTrue(Practised.codes(account.assess(ID)).contains("no-management-events"));
    account.apply(ID);
    assertEquals(Verdict.DONE, account.assess(ID).verdict());
    List<EventSelector> after =
        Clients.in(account.practice, Practised.HOME)
            .cloudTrail()
            .getEventSelectors(r -> r.trailName("firstday"))
            .eventSelectors();
    assertEquals(data, after.getFirst());
    assertEquals(2, after.size());
  }

  @Test
  void a_trail_that_leaves_out_what_kms_does_does_not_take_all_management_events() {
    EventSelector withoutKms =
        EventSelector.builder()
            .readWriteType(ReadWriteType.ALL)
            .includeManagementEvents(true)
            .excludeManagementEventSources("kms.amazonaws.com")
            .build();
    lacksEvents(taking(r -> r.eventSelectors(withoutKms)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"readOnly", "eventSource", "eventName"})
  void an_advanced_selector_that_is_narrowed_does_not_take_all_management_events(String field) {
    AdvancedFieldSelector management =
        AdvancedFieldSelector.builder().field("eventCategory").equalsValue("Management").build();
    AdvancedFieldSelector narrowing =
        AdvancedFieldSelector.builder().field(field).notEquals("any").build();
    AdvancedEventSelector narrowed =
        AdvancedEventSelector.builder().fieldSelectors(management, narrowing).build();
    lacksEvents(taking(r -> r.advancedEventSelectors(narrowed)));
  }

  @Test
  void of_several_trails_the_one_that_records_is_judged() {
    Practised account = new Practised(Scenario.NEW);
    account.apply(ID);
    var cloudTrail = Clients.in(account.practice, Practised.HOME).cloudTrail();
    var whole = cloudTrail.describeTrails().trailList().getFirst();
    // Its name comes first, and it has all that the other has but half of the events.
    cloudTrail.createTrail(
        r ->
            r.name("a-half")
                .s3BucketName(whole.s3BucketName())
                .isMultiRegionTrail(true)
                .enableLogFileValidation(true)
                .cloudWatchLogsLogGroupArn(whole.cloudWatchLogsLogGroupArn())
                .cloudWatchLogsRoleArn(whole.cloudWatchLogsRoleArn()));
    cloudTrail.startLogging(r -> r.name("a-half"));
    cloudTrail.putEventSelectors(
        r ->
            r.trailName("a-half")
                .eventSelectors(
                    EventSelector.builder().readWriteType(ReadWriteType.WRITE_ONLY).build()));
    cloudTrail.updateTrail(r -> r.name("firstday").enableLogFileValidation(false));
    Assessment found = account.assess(ID);
    assertTrue(Practised.codes(found).contains("records"), Practised.codes(found).toString());
    assertEquals(List.of("trail/trail"), Practised.ids(found));
    assertEquals("firstday", found.changes().getFirst().request().get("Name"));
  }

  @Test
  void a_bucket_opened_since_is_closed_again_and_a_sooner_expiry_stays() {
    Practised account = new Practised(Scenario.NEW);
    account.apply(ID);
    var s3 = Clients.in(account.practice, Practised.HOME).s3();
    s3.deletePublicAccessBlock(r -> r.bucket(BUCKET));
    s3.deleteBucketPolicy(r -> r.bucket(BUCKET));
    s3.putBucketLifecycleConfiguration(
        r -> r.bucket(BUCKET).lifecycleConfiguration(l -> l.rules(days(365))));
    Assessment found = account.assess(ID);
    assertEquals(
        List.of("trail/bucket/public-access", "trail/bucket/policy"), Practised.ids(found));
  }

  @Test
  void a_bucket_that_deletes_logs_too_soon_is_not_good_and_is_mended_and_put_back() {
    Practised account = new Practised(Scenario.HALF_DONE);
    account.apply(ID);
    var s3 = Clients.in(account.practice, Practised.HOME).s3();
    LifecycleRule soon = days(1).toBuilder().filter(f -> f.prefix("AWSLogs/")).build();
    s3.putBucketLifecycleConfiguration(
        r -> r.bucket("tanaka-works-logs").lifecycleConfiguration(l -> l.rules(soon)));
    Assessment found = account.assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertTrue(Practised.codes(found).contains("bucket-expires-soon"));
    assertEquals(List.of("trail/bucket/expiry"), Practised.ids(found));
    List<Change> undo = account.apply(ID);
    assertEquals(Verdict.DONE, account.assess(ID).verdict());
    account.undo(undo);
    assertEquals(
        List.of(soon),
        s3.getBucketLifecycleConfiguration(r -> r.bucket("tanaka-works-logs")).rules());
  }

  @Test
  void the_first_rule_to_delete_wins_over_one_that_waits() {
    Practised account = new Practised(Scenario.NEW);
    account.apply(ID);
    var s3 = Clients.in(account.practice, Practised.HOME).s3();
    LifecycleRule soon = days(30).toBuilder().id("soon").build();
    s3.putBucketLifecycleConfiguration(
        r -> r.bucket(BUCKET).lifecycleConfiguration(l -> l.rules(days(365), soon)));
    assertTrue(Practised.codes(account.assess(ID)).contains("bucket-expires-soon"));
    account.apply(ID);
    assertEquals(Verdict.DONE, account.assess(ID).verdict());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60})
  void a_log_group_that_forgets_too_soon_is_told_to_keep_more(int days) {
    Practised account = new Practised(Scenario.NEW);
    account.apply(ID);
    Clients.in(account.practice, Practised.HOME)
        .logs()
        .putRetentionPolicy(r -> r.logGroupName("firstday-trail").retentionInDays(days));
    Assessment found = account.assess(ID);
    assertTrue(
        Practised.said(found).contains("short-retention firstday-trail " + days + " 90"),
        Practised.said(found).toString());
    assertEquals(List.of("trail/log-group/retention"), Practised.ids(found));
    account.apply(ID);
    assertEquals(Verdict.DONE, account.assess(ID).verdict());
  }

  private static LifecycleRule days(int days) {
    return LifecycleRule.builder()
        .id("mine")
        .status(ExpirationStatus.ENABLED)
        .filter(filter -> filter.prefix(""))
        .expiration(expiration -> expiration.days(days))
        .build();
  }

  @Test
  void a_log_group_without_retention_gets_one_and_another_retention_stays() {
    Practised account = new Practised(Scenario.NEW);
    account.apply(ID);
    Clients.in(account.practice, Practised.HOME)
        .logs()
        .deleteRetentionPolicy(r -> r.logGroupName("firstday-trail"));
    assertEquals(List.of("trail/log-group/retention"), Practised.ids(account.assess(ID)));
    Clients.in(account.practice, Practised.HOME)
        .logs()
        .putRetentionPolicy(r -> r.logGroupName("firstday-trail").retentionInDays(90));
    assertEquals(Verdict.DONE, account.assess(ID).verdict());
  }

  @Test
  void who_reads_the_bucket_is_logged_on_request() {
    Practised account = new Practised(Scenario.NEW).answer("trail.bucket-access-logging", "true");
    account.apply(ID);
    assertEquals(Verdict.DONE, account.assess(ID).verdict());
    assertTrue(Practised.codes(account.assess(ID)).contains("access-logged"));
    assertEquals(
        "firstday-access-logs-123456789012-ap-northeast-1",
        Clients.in(account.practice, Practised.HOME)
            .s3()
            .getBucketLogging(r -> r.bucket(BUCKET))
            .loggingEnabled()
            .targetBucket());
  }

  @Test
  void what_may_serve_but_cannot_be_seen_is_not_doubled() {
    for (String action : List.of("cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors")) {
      Assessment found = denying(Scenario.HALF_DONE, action).assess(ID);
      assertEquals(Verdict.UNSEEN, found.verdict());
      assertEquals(List.of("there", "unseen"), Practised.codes(found));
      assertEquals(List.of(), found.changes());
    }
    assertEquals(
        Verdict.UNSEEN, denying(Scenario.NEW, "cloudtrail:DescribeTrails").assess(ID).verdict());
  }

  @Test
  void no_trail_is_planned_into_a_bucket_that_cannot_be_seen() {
    Assessment found = denying(Scenario.NEW, "s3:ListAllMyBuckets").assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertFalse(Practised.ids(found).contains("trail/trail"), Practised.ids(found).toString());
  }

  @Test
  void parts_of_the_bucket_that_cannot_be_seen_are_neither_good_nor_bad() {
    Practised account = denying(Scenario.HALF_DONE, "s3:GetBucketPolicy");
    Assessment found = account.assess(ID);
    assertTrue(Practised.codes(found).contains("unseen"));
    assertFalse(Practised.ids(found).contains("trail/bucket/policy"));
  }

  @Test
  void the_settings_are_kept() {
    Assessment found =
        new Practised(Scenario.NEW)
            .answer("trail.name", "main-trail")
            .answer("trail.expire-days", "90")
            .answer("trail.log-retention-days", "365")
            .assess(ID);
    assertEquals("main-trail", change(found, "trail/trail").request().get("Name"));
    assertEquals(365, change(found, "trail/log-group/retention").request().get("retentionInDays"));
    String expiry = change(found, "trail/bucket/expiry").request().toString();
    assertTrue(expiry.contains("Expiration={Days=90}"), expiry);
  }
}
