package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceLifecycleType;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/**
 * What is dear can't be deleted by a slip: databases, tables, load balancers, instances and stacks.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html">Change
 *     instance termination protection</a>
 */
public final class DeletionProtectionStep implements Step<Account> {
  private static final Duration UNTIL_READY = Duration.ofMinutes(10);
  private static final String BALANCER_PROTECTED = "deletion_protection.enabled";

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    Resource.assess(
        List.of(
            Resource.Sort.of("instances", DeletionProtectionStep::databases),
            Resource.Sort.of("clusters", DeletionProtectionStep::clusters),
            Resource.Sort.of("tables", DeletionProtectionStep::tables),
            Resource.Sort.of("balancers", DeletionProtectionStep::balancers),
            Resource.Sort.of(DeletionProtectionStep::instances),
            Resource.Sort.of("stacks", DeletionProtectionStep::stacks)),
        account,
        answers,
        found);
    return found.build();
  }

  /**
   * A resource that a change would protect.
   *
   * @param protect makes the request: on, or off again
   */
  private static Resource resource(
      Account account,
      String region,
      String id,
      String arn,
      boolean good,
      Function<Boolean, AwsRequest> protect,
      UnaryOperator<ChangeBuilder> more) {
    return Resource.of(
        id,
        arn,
        good,
        more.apply(
                account
                    .change("deletion-protection/" + region + "/" + id, protect.apply(true), region)
                    .undoneBy(Effect.CHANGE, protect.apply(false)))
            .build(Effect.CHANGE, Note.of("protect", id)));
  }

  private static List<Resource> databases(Account account, String region, Answers answers)
      throws CallFailed {
    return Databases.instances(account, region).stream()
        .map(
            one ->
                resource(
                    account,
                    region,
                    "rds:" + one.dbInstanceIdentifier(),
                    one.dbInstanceArn(),
                    Boolean.TRUE.equals(one.deletionProtection()),
                    on ->
                        ModifyDbInstanceRequest.builder()
                            .dbInstanceIdentifier(one.dbInstanceIdentifier())
                            .deletionProtection(on)
                            .applyImmediately(true)
                            .build(),
                    change ->
                        change
                            .waitingFor(UNTIL_READY, "InvalidDBInstanceState")
                            .verifiedBy(
                                Reads.DESCRIBE_DB_INSTANCES,
                                DescribeDbInstancesRequest.builder()
                                    .dbInstanceIdentifier(one.dbInstanceIdentifier())
                                    .build(),
                                "/DBInstances/0/DeletionProtection")))
        .toList();
  }

  private static List<Resource> clusters(Account account, String region, Answers answers)
      throws CallFailed {
    return Databases.clusters(account, region).stream()
        .map(
            one ->
                resource(
                    account,
                    region,
                    "rds-cluster:" + one.dbClusterIdentifier(),
                    one.dbClusterArn(),
                    Boolean.TRUE.equals(one.deletionProtection()),
                    on ->
                        ModifyDbClusterRequest.builder()
                            .dbClusterIdentifier(one.dbClusterIdentifier())
                            .deletionProtection(on)
                            .applyImmediately(true)
                            .build(),
                    change ->
                        change
                            .waitingFor(UNTIL_READY, "InvalidDBClusterStateFault")
                            .verifiedBy(
                                Reads.DESCRIBE_DB_CLUSTERS,
                                DescribeDbClustersRequest.builder()
                                    .dbClusterIdentifier(one.dbClusterIdentifier())
                                    .build(),
                                "/DBClusters/0/DeletionProtection")))
        .toList();
  }

  private static List<Resource> tables(Account account, String region, Answers answers)
      throws CallFailed {
    List<Resource> tables = new ArrayList<>();
    for (String name : Databases.tables(account, region)) {
      TableDescription table = Databases.table(account, region, name);
      tables.add(
          resource(
              account,
              region,
              "dynamodb:" + name,
              Databases.tableArn(account, region, name),
              Boolean.TRUE.equals(table.deletionProtectionEnabled()),
              on ->
                  UpdateTableRequest.builder()
                      .tableName(name)
                      .deletionProtectionEnabled(on)
                      .build(),
              change ->
                  change
                      .waitingFor(UNTIL_READY, "ResourceInUseException")
                      .verifiedBy(
                          Reads.DESCRIBE_TABLE,
                          Databases.tableRequest(name),
                          "/Table/DeletionProtectionEnabled")));
    }
    return tables;
  }

  private static List<Resource> balancers(Account account, String region, Answers answers)
      throws CallFailed {
    List<Resource> balancers = new ArrayList<>();
    for (LoadBalancer one : LoadBalancers.all(account, region)) {
      String arn = one.loadBalancerArn();
      balancers.add(
          resource(
              account,
              region,
              "elb:" + one.loadBalancerName(),
              arn,
              LoadBalancers.on(account, region, one, BALANCER_PROTECTED),
              on ->
                  ModifyLoadBalancerAttributesRequest.builder()
                      .loadBalancerArn(arn)
                      .attributes(
                          LoadBalancerAttribute.builder()
                              .key(BALANCER_PROTECTED)
                              .value(on.toString())
                              .build())
                      .build(),
              change ->
                  change.verifiedBy(
                      Reads.DESCRIBE_LOAD_BALANCER_ATTRIBUTES,
                      LoadBalancers.attributes(one),
                      "/Attributes")));
    }
    return balancers;
  }

  /** Spot instances, and those of Auto Scaling groups, come and go: they are left out. */
  private static List<Resource> instances(Account account, String region, Answers answers)
      throws CallFailed {
    List<Resource> instances = new ArrayList<>();
    for (Instance one : Instances.there(account, region)) {
      if (one.instanceLifecycle() == InstanceLifecycleType.SPOT
          || one.tags().stream().anyMatch(tag -> tag.key().equals("aws:autoscaling:groupName"))) {
        continue;
      }
      String id = one.instanceId();
      DescribeInstanceAttributeRequest read =
          DescribeInstanceAttributeRequest.builder()
              .instanceId(id)
              .attribute(InstanceAttributeName.DISABLE_API_TERMINATION)
              .build();
      AttributeBooleanValue kept =
          account.read(Reads.DESCRIBE_INSTANCE_ATTRIBUTE, read, region).disableApiTermination();
      instances.add(
          resource(
              account,
              region,
              "ec2:" + id,
              "arn:%s:ec2:%s:%s:instance/%s"
                  .formatted(
                      account.identity().partition(), region, account.identity().accountId(), id),
              kept != null && Boolean.TRUE.equals(kept.value()),
              on ->
                  ModifyInstanceAttributeRequest.builder()
                      .instanceId(id)
                      .disableApiTermination(attribute -> attribute.value(on))
                      .build(),
              change ->
                  change.verifiedBy(
                      Reads.DESCRIBE_INSTANCE_ATTRIBUTE, read, "/DisableApiTermination/Value")));
    }
    return instances;
  }

  /** Stacks that stand alone: what is set of those within another is its. */
  private static List<Resource> stacks(Account account, String region, Answers answers)
      throws CallFailed {
    return account
        .pages(Reads.DESCRIBE_STACKS, DescribeStacksRequest.builder().build(), region)
        .stream()
        .flatMap(page -> page.stacks().stream())
        .filter(stack -> stack.rootId() == null || stack.rootId().equals(stack.stackId()))
        .filter(stack -> !stack.stackStatusAsString().startsWith("DELETE_"))
        .filter(stack -> stack.stackStatus() != StackStatus.REVIEW_IN_PROGRESS)
        .map(
            stack ->
                resource(
                    account,
                    region,
                    "stack:" + stack.stackName(),
                    stack.stackId(),
                    Boolean.TRUE.equals(stack.enableTerminationProtection()),
                    on ->
                        UpdateTerminationProtectionRequest.builder()
                            .stackName(stack.stackName())
                            .enableTerminationProtection(on)
                            .build(),
                    change ->
                        change.verifiedBy(
                            Reads.DESCRIBE_STACKS,
                            DescribeStacksRequest.builder().stackName(stack.stackName()).build(),
                            "/Stacks/0/EnableTerminationProtection")))
        .toList();
  }
}
