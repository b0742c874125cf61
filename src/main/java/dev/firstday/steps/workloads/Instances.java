package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** The EC2 instances of a Region. */
final class Instances {
  private Instances() {}

  /** Those that are not gone. */
  static List<Instance> there(Account account, String region) throws CallFailed {
    List<Instance> there =
        account
            .pages(Reads.DESCRIBE_INSTANCES, DescribeInstancesRequest.builder().build(), region)
            .stream()
            .flatMap(page -> page.reservations().stream())
            .flatMap(reservation -> reservation.instances().stream())
            .filter(instance -> !gone(instance))
            .toList();
    return Account.requiredInEach(Reads.DESCRIBE_INSTANCES, there, Instance::instanceId);
  }

  /** One whose state AWS does not tell is there. */
  private static boolean gone(Instance instance) {
    InstanceStateName state = instance.state() == null ? null : instance.state().name();
    return state == InstanceStateName.SHUTTING_DOWN || state == InstanceStateName.TERMINATED;
  }
}
