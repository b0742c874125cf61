package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.Step;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceLifecycleType;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;

/**
 * What is dear can't be deleted by a slip: databases, tables, load balancers, instances and stacks.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html">Change
 *     instance termination protection</a>
 */
public final class DeletionProtectionStep implements Step<Account> {
  private static final String BALANCER_PROTECTED = "deletion_protection.enabled";

  @Override
  public Assessment assess(Account account, Answers answers) throws CallFailed {
    Assessment.Builder found = Assessment.builder();
    Resource.assess(
        List.of(
            Resource.Sort.of("instances", DatabaseProtection::instances),
            Resource.Sort.of("clusters", DatabaseProtection::clusters),
            Resource.Sort.of("tables", DatabaseProtection::tables),
            Resource.Sort.of("balancers", DeletionProtectionStep::balancers),
            Resource.Sort.of(DeletionProtectionStep::instances),
            Resource.Sort.of("stacks", DeletionProtectionStep::stacks)),
        account,
        answers,
        found);
    return found.build();
  }

  private static List<Resource> balancers(Account account, String region, Answers answers)
      throws CallFailed {
    DeletionProtection protection = new DeletionProtection(account, region);
    List<Resource> balancers = new ArrayList<>();
    for (LoadBalancer one : LoadBalancers.all(account, region)) {
      String arn = one.loadBalancerArn();
      balancers.add(
          protection.of(
              "elb:" + one.loadBalancerName(),
              arn,
              LoadBalancers.on(account, region, one, BALANCER_PROTECTED),
              on -> protectBalancer(arn, on),
              change ->
                  change.verifiedBy(
                      Reads.DESCRIBE_LOAD_BALANCER_ATTRIBUTES,
                      LoadBalancers.attributes(one),
                      "/Attributes")));
    }
    return balancers;
  }

  private static ModifyLoadBalancerAttributesRequest protectBalancer(String arn, boolean on) {
    return ModifyLoadBalancerAttributesRequest.builder()
        .loadBalancerArn(arn)
        .attributes(
            LoadBalancerAttribute.builder()
                .key(BALANCER_PROTECTED)
                .value(Boolean.toString(on))
                .build())
        .build();
  }

  private static List<Resource> instances(Account account, String region, Answers answers)
      throws CallFailed {
    List<Resource> instances = new ArrayList<>();
    for (Instance one : Instances.there(account, region)) {
      if (!comesAndGoes(one)) {
        instances.add(instance(account, region, one.instanceId()));
      }
    }
    return instances;
  }

  /** Whether a Spot instance, or one of an Auto Scaling group: they are left out. */
  private static boolean comesAndGoes(Instance one) {
    return one.instanceLifecycle() == InstanceLifecycleType.SPOT
        || one.tags().stream().anyMatch(tag -> tag.key().equals("aws:autoscaling:groupName"));
  }

  private static Resource instance(Account account, String region, String id) throws CallFailed {
    DescribeInstanceAttributeRequest read =
        DescribeInstanceAttributeRequest.builder()
            .instanceId(id)
            .attribute(InstanceAttributeName.DISABLE_API_TERMINATION)
            .build();
    AttributeBooleanValue kept =
        account.read(Reads.DESCRIBE_INSTANCE_ATTRIBUTE, read, region).disableApiTermination();
    return new DeletionProtection(account, region)
        .of(
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
                    Reads.DESCRIBE_INSTANCE_ATTRIBUTE, read, "/DisableApiTermination/Value"));
  }

  /** Stacks that stand alone: what is set of those within another is its. */
  private static List<Resource> stacks(Account account, String region, Answers answers)
      throws CallFailed {
    DeletionProtection protection = new DeletionProtection(account, region);
    return account
        .pages(Reads.DESCRIBE_STACKS, DescribeStacksRequest.builder().build(), region)
        .stream()
        .flatMap(page -> page.stacks().stream())
        .filter(stack -> stack.rootId() == null || stack.rootId().equals(stack.stackId()))
        .filter(stack -> !stack.stackStatusAsString().startsWith("DELETE_"))
        .filter(stack -> stack.stackStatus() != StackStatus.REVIEW_IN_PROGRESS)
        .map(stack -> stack(protection, stack))
        .toList();
  }

  private static Resource stack(DeletionProtection protection, Stack stack) {
    return protection.of(
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
                "/Stacks/0/EnableTerminationProtection"));
  }
}
