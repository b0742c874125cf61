package dev.firstday.steps.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.aws.Clients;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.assess.Verdict;
import dev.firstday.engine.plan.Change;
import dev.firstday.practice.Scenario;
import dev.firstday.practice.model.Workload;
import dev.firstday.steps.Practised;
import dev.firstday.steps.resources.Policies;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.LogDestinationType;
import software.amazon.awssdk.services.ec2.model.TrafficType;

class ServiceLogsStepTest {
  private static final String ID = "service-logs";

  @Test
  void a_log_group_that_is_there_keeps_what_it_gets_for_long_enough() {
    Practised practised = new Practised(Scenario.NEW);
    var logs = Clients.in(practised.practice, Practised.HOME).logs();
    logs.createLogGroup(r -> r.logGroupName("firstday-flow-logs"));
    logs.putRetentionPolicy(r -> r.logGroupName("firstday-flow-logs").retentionInDays(1));
    String retention = "service-logs/ap-northeast-1/log-group/retention";
    assertTrue(Practised.ids(practised.assess(ID)).contains(retention));
    logs.putRetentionPolicy(r -> r.logGroupName("firstday-flow-logs").retentionInDays(90));
    assertFalse(Practised.ids(practised.assess(ID)).contains(retention));
  }

  @Test
  void the_default_network_of_a_new_account_gets_a_flow_log_and_back() {
    Practised practised = new Practised(Scenario.NEW);
    Assessment before = practised.assess(ID);
    assertEquals(
        List.of("no-flow-log", "no-balancers", "no-distributions"), Practised.codes(before));
    assertEquals(5, before.changes().size());
    List<Change> undo = practised.apply(ID);
    Assessment after = practised.assess(ID);
    assertEquals(Verdict.DONE, after.verdict());
    assertEquals(List.of(), after.changes());
    practised.undo(undo);
    assertEquals(before, practised.assess(ID));
  }

  @Test
  void the_role_is_for_the_flow_logs_of_this_account_alone() {
    Practised practised = new Practised(Scenario.NEW);
    Map<String, Map<String, Object>> requests =
        practised.assess(ID).changes().stream()
            .collect(Collectors.toMap(Change::operation, Change::request));
    String trust = (String) requests.get("CreateRole").get("AssumeRolePolicyDocument");
    assertTrue(trust.contains("vpc-flow-logs.amazonaws.com"));
    assertTrue(trust.contains("\"aws:SourceAccount\":\"123456789012\""));
    assertTrue(trust.contains("arn:aws:ec2:*:123456789012:vpc-flow-log/*"));
    String policy = (String) requests.get("PutRolePolicy").get("PolicyDocument");
    assertTrue(policy.contains("arn:aws:logs:*:123456789012:log-group:firstday-flow-logs:*"));
    assertFalse(policy.contains("\"logs:*\""));
  }

  @Test
  void a_flow_log_made_by_hand_serves_and_only_the_other_network_gets_one() {
    Practised practised = new Practised(Scenario.HALF_DONE);
    Assessment found = practised.assess(ID);
    assertEquals(
        List.of("flow-log", "no-flow-log", "no-access-logs", "no-distributions"),
        Practised.codes(found).stream()
            .sorted(
                Comparator.comparing(
                    List.of("flow-log", "no-flow-log", "no-access-logs", "no-distributions")
                        ::indexOf))
            .toList());
    assertEquals(
        "service-logs/ap-northeast-1/vpc-0a1b2c3d4e5f60001", Practised.ids(found).getLast());
    practised.apply(ID);
    assertEquals(Verdict.TODO, practised.assess(ID).verdict());
    assertEquals(List.of(), practised.assess(ID).changes());
  }

  @Test
  void a_flow_log_of_accepted_traffic_is_not_enough_and_a_failing_one_is_told() {
    Practised practised = new Practised(Scenario.NEW);
    practised.here().flowLogs("ACCEPT", "SUCCESS");
    assertTrue(Practised.codes(practised.assess(ID)).contains("no-flow-log"));
    practised.here().flowLogs("ALL", "FAILED");
    Assessment found = practised.assess(ID);
    assertTrue(Practised.codes(found).contains("flow-log-fails"));
    assertEquals(List.of(), found.changes());
  }

  private static void delivered(Practised practised, LogDestinationType to, String group) {
    var ec2 = Clients.in(practised.practice, Practised.HOME).ec2();
    String vpc = ec2.describeVpcs().vpcs().getFirst().vpcId();
    Clients.in(practised.practice, Practised.HOME)
        .iam()
        .createRole(
            r ->
                r.roleName("flow-logs")
                    .assumeRolePolicyDocument(
                        Policies.of(List.of(Policies.trust("vpc-flow-logs.amazonaws.com")))));
    CreateFlowLogsRequest request =
        CreateFlowLogsRequest.builder()
            .resourceIds(vpc)
            .resourceType(FlowLogsResourceType.VPC)
            .trafficType(TrafficType.ALL)
            .logDestinationType(to)
            .deliverLogsPermissionArn("arn:aws:iam::123456789012:role/flow-logs")
            .logGroupName(group)
            .build();
    // The service does not know a new role when it meets it for the first time.
    AwsServiceException refused =
        assertThrows(AwsServiceException.class, () -> ec2.createFlowLogs(request));
    assertEquals("InvalidParameter", refused.awsErrorDetails().errorCode());
    assertEquals("Ec2", refused.awsErrorDetails().serviceName());
    ec2.createFlowLogs(request);
  }

  @Test
  void flow_logs_that_are_deleted_too_soon_are_not_done() {
    Practised practised = new Practised(Scenario.NEW);
    var logs = Clients.in(practised.practice, Practised.HOME).logs();
    logs.createLogGroup(r -> r.logGroupName("by-hand"));
    logs.putRetentionPolicy(r -> r.logGroupName("by-hand").retentionInDays(60));
    delivered(practised, LogDestinationType.CLOUD_WATCH_LOGS, "by-hand");
    Assessment found = practised.assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertTrue(Practised.said(found).contains("short-retention by-hand 60 90"));
    assertEquals(List.of(), found.changes());
    logs.putRetentionPolicy(r -> r.logGroupName("by-hand").retentionInDays(90));
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
    logs.deleteRetentionPolicy(r -> r.logGroupName("by-hand"));
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
  }

  @Test
  void our_log_group_whose_days_were_cut_gets_them_back() {
    Practised practised = new Practised(Scenario.NEW);
    practised.apply(ID);
    Clients.in(practised.practice, Practised.HOME)
        .logs()
        .putRetentionPolicy(r -> r.logGroupName("firstday-flow-logs").retentionInDays(1));
    Assessment found = practised.assess(ID);
    assertEquals(Verdict.TODO, found.verdict());
    assertEquals(List.of("service-logs/ap-northeast-1/log-group/retention"), Practised.ids(found));
    practised.apply(ID);
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
  }

  @Test
  void how_long_a_bucket_keeps_flow_logs_is_said_not_to_be_judged() {
    Practised practised = new Practised(Scenario.NEW);
    delivered(practised, LogDestinationType.S3, null);
    Assessment found = practised.assess(ID);
    assertEquals(Verdict.DONE, found.verdict());
    assertTrue(
        Practised.said(found).stream()
            .anyMatch(said -> said.matches("flow-log-elsewhere vpc-\\w+ s3")));
  }

  @Test
  void a_half_finished_apply_is_completed() {
    Practised practised = new Practised(Scenario.NEW);
    List<Change> undo = practised.apply(ID);
    practised.undo(undo.subList(0, 2));
    assertEquals(
        List.of("PutRolePolicy", "CreateFlowLogs"),
        practised.assess(ID).changes().stream().map(Change::operation).toList());
  }

  @Test
  void an_account_with_nothing_is_done() {
    Practised practised = new Practised(Scenario.NEW);
    practised.here().noNetworks();
    Assessment found = practised.assess(ID);
    assertEquals(
        List.of("no-networks", "no-balancers", "no-distributions"), Practised.codes(found));
    assertEquals(Verdict.DONE, found.verdict());
  }

  @Test
  void access_logs_of_every_kind_count() {
    Practised practised = new Practised(Scenario.NEW);
    Workload here = practised.here();
    here.flowLogs("REJECT", "SUCCESS");
    here.balancer("a", "application", Map.of("access_logs.s3.enabled", "true"));
    here.balancer("n", "network", Map.of());
    here.balancer("g", "gateway", Map.of());
    here.classicBalancer("c", true);
    here.distribution("E1", true);
    here.distribution("E2", false);
    practised.practice.workload("us-east-1").delivery("E2");
    assertEquals(Verdict.DONE, practised.assess(ID).verdict());
    here.classicBalancer("d", false);
    here.distribution("E3", false);
    Assessment found = practised.assess(ID);
    assertTrue(Practised.said(found).contains("no-access-logs elb:d"));
    assertTrue(Practised.said(found).contains("no-access-logs cloudfront:E3"));
    assertTrue(Practised.said(found).contains("network-balancer elb:n"));
  }
}
