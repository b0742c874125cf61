package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.aws.Reads;
import dev.firstday.engine.CallFailed;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/** The EC2 instances of a Region. */
final class Instances {
  private static final Set<InstanceStateName> GONE =
      Set.of(InstanceStateName.SHUTTING_DOWN, InstanceStateName.TERMINATED);

  private Instances() {}

  /** Those that are not gone. */
  static List<Instance> there(Account account, String region) throws CallFailed {
    return account
        .pages(Reads.DESCRIBE_INSTANCES, DescribeInstancesRequest.builder().build(), region)
        .stream()
        .flatMap(page -> page.reservations().stream())
        .flatMap(reservation -> reservation.instances().stream())
        .filter(instance -> instance.state() == null || !GONE.contains(instance.state().name()))
        .toList();
  }
}
