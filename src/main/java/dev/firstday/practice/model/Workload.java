package dev.firstday.practice.model;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupSelectionsListMember;
import software.amazon.awssdk.services.backup.model.ProtectedResource;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudwatchlogs.model.Delivery;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeliverySource;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * What runs in one Region of the practice account: beside what computes, databases, load balancers
 * and backups. Scenarios and tests fill it before anybody reads it.
 */
public final class Workload extends ComputeResources {
  private final Map<String, DistributionConfig> distributions;

  Workload(String region, Map<String, DistributionConfig> distributions) {
    super(region);
    this.distributions = distributions;
  }

  /** An RDS instance without backups and protection. */
  public void database(String name) {
    databases.put(
        name,
        DBInstance.builder()
            .dbInstanceIdentifier(name)
            .dbInstanceArn(arn("rds", "db:" + name))
            .dbInstanceStatus("available")
            .backupRetentionPeriod(0)
            .deletionProtection(false)
            .build());
  }

  /** An Aurora cluster with one instance, without protection; its backups can't be off. */
  public void cluster(String name) {
    clusters.put(
        name,
        DBCluster.builder()
            .dbClusterIdentifier(name)
            .dbClusterArn(arn("rds", "cluster:" + name))
            .backupRetentionPeriod(1)
            .deletionProtection(false)
            .build());
    database(name + "-1");
    databases.computeIfPresent(
        name + "-1", (key, one) -> one.toBuilder().dbClusterIdentifier(name).build());
  }

  /** A DynamoDB table without recovery and protection. */
  public void table(String name, long bytes) {
    tables.put(
        name,
        TableDescription.builder()
            .tableName(name)
            .tableArn(arn("dynamodb", "table/" + name))
            .tableSizeBytes(bytes)
            .deletionProtectionEnabled(false)
            .build());
  }

  /** A load balancer of type {@code application}, {@code network} or {@code gateway}. */
  public void balancer(String name, String type, Map<String, String> attributes) {
    String arn = arn("elasticloadbalancing", "loadbalancer/app/" + name + "/50dc6c495c0c9188");
    balancers.put(
        arn, LoadBalancer.builder().loadBalancerName(name).loadBalancerArn(arn).type(type).build());
    balancerAttributes.put(arn, new TreeMap<>(attributes));
  }

  /** A classic load balancer. */
  public void classicBalancer(String name, boolean logged) {
    classicBalancers.put(name, LoadBalancerDescription.builder().loadBalancerName(name).build());
    if (logged) {
      loggedClassicBalancers.add(name);
    }
  }

  /** A CloudFront distribution, which is in every Region. */
  public void distribution(String id, boolean logged) {
    distributions.put(
        id,
        DistributionConfig.builder()
            .enabled(true)
            .logging(logging -> logging.enabled(logged))
            .build());
  }

  /** CloudWatch Logs delivers the logs of a distribution. */
  public void delivery(String distribution) {
    deliverySources.add(
        DeliverySource.builder()
            .name(distribution)
            .resourceArns(distributionArn(distribution))
            .build());
    deliveries.add(Delivery.builder().id("d-1").deliverySourceName(distribution).build());
  }

  /** A file system; {@code automatic} if EFS backs it up by itself. */
  public void fileSystem(String id, boolean automatic) {
    fileSystems.put(
        id,
        FileSystemDescription.builder()
            .fileSystemId(id)
            .fileSystemArn(arn("elasticfilesystem", "file-system/" + id))
            .build());
    if (automatic) {
      backedUpFileSystems.add(id);
    }
  }

  /** A backup plan that has backed up what the ARNs name. */
  public void backupPlan(String name, String... backedUpArns) {
    backupPlans.add(
        BackupPlansListMember.builder().backupPlanId(name).backupPlanName(name).build());
    backupSelections.add(
        BackupSelectionsListMember.builder().backupPlanId(name).selectionName(name).build());
    Stream.of(backedUpArns)
        .forEach(arn -> backedUp.add(ProtectedResource.builder().resourceArn(arn).build()));
  }

  /** A CloudFormation stack without protection. */
  public void stack(String name, String status) {
    stacks.put(
        name,
        Stack.builder()
            .stackName(name)
            .stackId(arn("cloudformation", "stack/" + name + "/1"))
            .stackStatus(status)
            .enableTerminationProtection(false)
            .build());
  }

  public static String distributionArn(String id) {
    return "arn:aws:cloudfront::%s:distribution/%s".formatted(PracticeState.ACCOUNT_ID, id);
  }
}
