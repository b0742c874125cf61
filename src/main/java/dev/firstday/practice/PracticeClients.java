package dev.firstday.practice;

import dev.firstday.aws.operations.Service;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.workloads.PracticeBackup;
import dev.firstday.practice.workloads.PracticeClassicLoadBalancing;
import dev.firstday.practice.workloads.PracticeCloudFormation;
import dev.firstday.practice.workloads.PracticeCloudFront;
import dev.firstday.practice.workloads.PracticeDynamoDb;
import dev.firstday.practice.workloads.PracticeEc2;
import dev.firstday.practice.workloads.PracticeEcs;
import dev.firstday.practice.workloads.PracticeEfs;
import dev.firstday.practice.workloads.PracticeLambda;
import dev.firstday.practice.workloads.PracticeLoadBalancing;
import dev.firstday.practice.workloads.PracticeRds;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkClient;

/** The services of the practice account that have no handlers yet: a client of the SDK for each. */
final class PracticeClients {
  private static final Map<Service<?>, Function<PracticeCall, SdkClient>> CLIENTS =
      Map.ofEntries(
          Map.entry(Service.BACKUP, PracticeBackup::new),
          Map.entry(Service.CLOUD_FORMATION, PracticeCloudFormation::new),
          Map.entry(Service.CLOUD_FRONT, PracticeCloudFront::new),
          Map.entry(Service.DYNAMO_DB, PracticeDynamoDb::new),
          Map.entry(Service.EC2, PracticeEc2::new),
          Map.entry(Service.ECS, PracticeEcs::new),
          Map.entry(Service.EFS, PracticeEfs::new),
          Map.entry(Service.ELB, PracticeClassicLoadBalancing::new),
          Map.entry(Service.ELBV2, PracticeLoadBalancing::new),
          Map.entry(Service.LAMBDA, PracticeLambda::new),
          Map.entry(Service.RDS, PracticeRds::new));

  private PracticeClients() {}

  /** The client of a call's service. */
  static SdkClient of(PracticeCall call) {
    return Optional.ofNullable(CLIENTS.get(call.service()))
        .orElseThrow(UnsupportedOperationException::new)
        .apply(call);
  }
}
