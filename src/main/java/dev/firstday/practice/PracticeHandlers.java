package dev.firstday.practice;

import dev.firstday.practice.billing.PracticeArtifact;
import dev.firstday.practice.billing.PracticeBudgetAlerts;
import dev.firstday.practice.billing.PracticeBudgets;
import dev.firstday.practice.billing.PracticeContacts;
import dev.firstday.practice.billing.PracticeCostExplorer;
import dev.firstday.practice.billing.PracticeFreeTier;
import dev.firstday.practice.billing.PracticeTaxSettings;
import dev.firstday.practice.iam.PolicySimulator;
import dev.firstday.practice.iam.PracticeAccessAnalyzer;
import dev.firstday.practice.iam.PracticeAccessKeys;
import dev.firstday.practice.iam.PracticeCredentialReport;
import dev.firstday.practice.iam.PracticeIam;
import dev.firstday.practice.iam.PracticeIdentityCenter;
import dev.firstday.practice.iam.PracticeMfa;
import dev.firstday.practice.iam.PracticeOrganizations;
import dev.firstday.practice.iam.PracticeRoles;
import dev.firstday.practice.iam.PracticeSts;
import dev.firstday.practice.iam.PracticeUserWrites;
import dev.firstday.practice.iam.PracticeUsers;
import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.watch.PracticeCloudTrail;
import dev.firstday.practice.watch.PracticeCloudWatch;
import dev.firstday.practice.watch.PracticeConfig;
import dev.firstday.practice.watch.PracticeEvents;
import dev.firstday.practice.watch.PracticeGuardDuty;
import dev.firstday.practice.watch.PracticeLogs;
import dev.firstday.practice.watch.PracticeS3;
import dev.firstday.practice.watch.PracticeS3Control;
import dev.firstday.practice.watch.PracticeSns;
import dev.firstday.practice.watch.PracticeSsm;
import dev.firstday.practice.workloads.PracticeBackup;
import dev.firstday.practice.workloads.PracticeClassicLoadBalancing;
import dev.firstday.practice.workloads.PracticeCloudFormation;
import dev.firstday.practice.workloads.PracticeCloudFront;
import dev.firstday.practice.workloads.PracticeDynamoDb;
import dev.firstday.practice.workloads.PracticeEc2;
import dev.firstday.practice.workloads.PracticeEcs;
import dev.firstday.practice.workloads.PracticeEfs;
import dev.firstday.practice.workloads.PracticeFlowLogs;
import dev.firstday.practice.workloads.PracticeLambda;
import dev.firstday.practice.workloads.PracticeLoadBalancing;
import dev.firstday.practice.workloads.PracticeRds;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** The handlers of all operations of the practice account. */
final class PracticeHandlers {
  private static final Handlers ALL =
      Handlers.of(
          List.of(
              PolicySimulator::handlers,
              PracticeAccessAnalyzer::handlers,
              PracticeAccessKeys::handlers,
              PracticeCredentialReport::handlers,
              PracticeIam::handlers,
              PracticeIdentityCenter::handlers,
              PracticeMfa::handlers,
              PracticeOrganizations::handlers,
              PracticeRoles::handlers,
              PracticeSts::handlers,
              PracticeUserWrites::handlers,
              PracticeUsers::handlers,
              PracticeArtifact::handlers,
              PracticeBudgetAlerts::handlers,
              PracticeBudgets::handlers,
              PracticeContacts::handlers,
              PracticeCostExplorer::handlers,
              PracticeFreeTier::handlers,
              PracticeTaxSettings::handlers,
              PracticeCloudTrail::handlers,
              PracticeCloudWatch::handlers,
              PracticeConfig::handlers,
              PracticeEvents::handlers,
              PracticeGuardDuty::handlers,
              PracticeLogs::handlers,
              PracticeS3::handlers,
              PracticeS3Control::handlers,
              PracticeSns::handlers,
              PracticeSsm::handlers,
              PracticeBackup::handlers,
              PracticeClassicLoadBalancing::handlers,
              PracticeCloudFormation::handlers,
              PracticeCloudFront::handlers,
              PracticeDynamoDb::handlers,
              PracticeEc2::handlers,
              PracticeEcs::handlers,
              PracticeEfs::handlers,
              PracticeFlowLogs::handlers,
              PracticeLambda::handlers,
              PracticeLoadBalancing::handlers,
              PracticeRds::handlers));

  private PracticeHandlers() {}

  /** Begins the response to a call by its handler. */
  static <Q extends AwsRequest> AwsResponse.Builder answer(
      PracticeState model, PracticeCall<Q, ?> call) {
    return ALL.find(call.request())
        .orElseThrow(UnsupportedOperationException::new)
        .answer(model, call.region(), call.request());
  }
}
