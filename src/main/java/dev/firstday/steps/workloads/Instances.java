package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.AccountRegion;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** The EC2 instances of a Region. */
final class Instances {
  // Such a set may be asked for null.
  private static final Set<InstanceStateName> GONE =
      EnumSet.of(InstanceStateName.SHUTTING_DOWN, InstanceStateName.TERMINATED);

  private Instances() {}

  /** Those that are not gone; one whose state AWS does not tell is there. */
  static List<Instance> there(AccountRegion here) throws CallFailed {
    List<Instance> there =
        here.query(Reads.DESCRIBE_INSTANCES).all(DescribeInstancesResponse::reservations).stream()
            .flatMap(reservation -> reservation.instances().stream())
            .filter(one -> one.state() == null || !GONE.contains(one.state().name()))
            .toList();
    return Account.requiredInEach(Reads.DESCRIBE_INSTANCES, there, Instance::instanceId);
  }

  static Query<DescribeInstanceAttributeResponse> attribute(
      AccountRegion here, String id, InstanceAttributeName name) {
    return here.query(
        Reads.DESCRIBE_INSTANCE_ATTRIBUTE, read -> read.instanceId(id).attribute(name));
  }
}
