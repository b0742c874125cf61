package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.AccountRegion;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceLifecycleType;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;

/** The deletion protection of the load balancers, instances and stacks of a Region. */
final class ComputeProtection {
  private static final String BALANCER_PROTECTED = "deletion_protection.enabled";

  private ComputeProtection() {}

  static List<Resource> balancers(AccountRegion here, Answers answers) throws CallFailed {
    return Account.each(LoadBalancers.all(here), one -> balancer(here, one));
  }

  private static Resource balancer(AccountRegion here, LoadBalancer one) throws CallFailed {
    String arn = one.loadBalancerArn();
    boolean isOn = LoadBalancers.on(here, one, BALANCER_PROTECTED);
    return new DeletionProtection(here, "elb:" + one.loadBalancerName(), arn, isOn)
        .by(
            on ->
                ModifyLoadBalancerAttributesRequest.builder()
                    .loadBalancerArn(arn)
                    .attributes(
                        LoadBalancerAttribute.builder()
                            .key(BALANCER_PROTECTED)
                            .value(on.toString())
                            .build()),
            LoadBalancers.attributes(here, one),
            "/Attributes");
  }

  static List<Resource> instances(AccountRegion here, Answers answers) throws CallFailed {
    return Account.each(
        Instances.there(here).stream().filter(one -> !comesAndGoes(one)).toList(),
        one -> instance(here, one.instanceId()));
  }

  /** Whether a Spot instance, or one of an Auto Scaling group: they are left out. */
  private static boolean comesAndGoes(Instance one) {
    return one.instanceLifecycle() == InstanceLifecycleType.SPOT
        || one.tags().stream().anyMatch(tag -> tag.key().equals("aws:autoscaling:groupName"));
  }

  private static Resource instance(AccountRegion here, String id) throws CallFailed {
    Query<DescribeInstanceAttributeResponse> read =
        Instances.attribute(here, id, InstanceAttributeName.DISABLE_API_TERMINATION);
    AttributeBooleanValue kept = read.read().disableApiTermination();
    Boolean isOn = kept == null ? null : kept.value();
    return new DeletionProtection(here, "ec2:" + id, here.arn("ec2", "instance/" + id), isOn)
        .by(
            on ->
                ModifyInstanceAttributeRequest.builder()
                    .instanceId(id)
                    .disableApiTermination(attribute -> attribute.value(on)),
            read,
            "/DisableApiTermination/Value");
  }

  /** Stacks that stand alone: what is set of those within another is its. */
  static List<Resource> stacks(AccountRegion here, Answers answers) throws CallFailed {
    return here.query(Reads.DESCRIBE_STACKS).all(DescribeStacksResponse::stacks).stream()
        .filter(stack -> stack.rootId() == null || stack.rootId().equals(stack.stackId()))
        .filter(stack -> !stack.stackStatusAsString().startsWith("DELETE_"))
        .filter(stack -> stack.stackStatus() != StackStatus.REVIEW_IN_PROGRESS)
        .map(stack -> stack(here, stack))
        .toList();
  }

  private static Resource stack(AccountRegion here, Stack stack) {
    String name = stack.stackName();
    return new DeletionProtection(
            here, "stack:" + name, stack.stackId(), stack.enableTerminationProtection())
        .by(
            on ->
                UpdateTerminationProtectionRequest.builder()
                    .stackName(name)
                    .enableTerminationProtection(on),
            here.query(Reads.DESCRIBE_STACKS, read -> read.stackName(name)),
            "/Stacks/0/EnableTerminationProtection");
  }
}
