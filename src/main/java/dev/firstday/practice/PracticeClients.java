package dev.firstday.practice;

import dev.firstday.aws.operations.Clients;
import dev.firstday.practice.billing.PracticeArtifact;
import dev.firstday.practice.billing.PracticeBudgets;
import dev.firstday.practice.billing.PracticeContacts;
import dev.firstday.practice.billing.PracticeCostExplorer;
import dev.firstday.practice.billing.PracticeFreeTier;
import dev.firstday.practice.billing.PracticeTaxSettings;
import dev.firstday.practice.iam.PracticeAccessAnalyzer;
import dev.firstday.practice.iam.PracticeIam;
import dev.firstday.practice.iam.PracticeIdentityCenter;
import dev.firstday.practice.iam.PracticeOrganizations;
import dev.firstday.practice.iam.PracticeSts;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeGateway;
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
import dev.firstday.practice.workloads.PracticeLambda;
import dev.firstday.practice.workloads.PracticeLoadBalancing;
import dev.firstday.practice.workloads.PracticeRds;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.artifact.ArtifactClient;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.freetier.FreeTierClient;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.taxsettings.TaxSettingsClient;

/** The clients of one Region of the practice account. */
record PracticeClients(PracticeGateway practice, String region) implements Clients {
  @Override
  public AccountClient account() {
    return new PracticeContacts(call("account", "Account"));
  }

  @Override
  public BudgetsClient budgets() {
    return new PracticeBudgets(call("budgets", "Budgets"));
  }

  @Override
  public FreeTierClient freeTier() {
    return new PracticeFreeTier(call("freetier", "FreeTier"));
  }

  @Override
  public IamClient iam() {
    return new PracticeIam(call("iam", "Iam"));
  }

  @Override
  public OrganizationsClient organizations() {
    return new PracticeOrganizations(call("organizations", "Organizations"));
  }

  @Override
  public StsClient sts() {
    return new PracticeSts(call("sts", "Sts"));
  }

  @Override
  public AccessAnalyzerClient accessAnalyzer() {
    return new PracticeAccessAnalyzer(call("accessanalyzer", "AccessAnalyzer"));
  }

  @Override
  public ArtifactClient artifact() {
    return new PracticeArtifact(call("artifact", "Artifact"));
  }

  @Override
  public BackupClient backup() {
    return new PracticeBackup(call("backup", "Backup"));
  }

  @Override
  public CloudFormationClient cloudFormation() {
    return new PracticeCloudFormation(call("cloudformation", "CloudFormation"));
  }

  @Override
  public CloudFrontClient cloudFront() {
    return new PracticeCloudFront(call("cloudfront", "CloudFront"));
  }

  @Override
  public CloudTrailClient cloudTrail() {
    return new PracticeCloudTrail(call("cloudtrail", "CloudTrail"));
  }

  @Override
  public CloudWatchClient cloudWatch() {
    return new PracticeCloudWatch(call("cloudwatch", "CloudWatch"));
  }

  @Override
  public CloudWatchLogsClient logs() {
    return new PracticeLogs(call("logs", "CloudWatchLogs"));
  }

  @Override
  public ConfigClient config() {
    return new PracticeConfig(call("configservice", "Config"));
  }

  @Override
  public CostExplorerClient costExplorer() {
    return new PracticeCostExplorer(call("ce", "CostExplorer"));
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return new PracticeDynamoDb(call("dynamodb", "DynamoDb"));
  }

  @Override
  public Ec2Client ec2() {
    return new PracticeEc2(call("ec2", "Ec2"));
  }

  @Override
  public EcsClient ecs() {
    return new PracticeEcs(call("ecs", "Ecs"));
  }

  @Override
  public EfsClient efs() {
    return new PracticeEfs(call("efs", "Efs"));
  }

  @Override
  public ElasticLoadBalancingClient classicLoadBalancing() {
    return new PracticeClassicLoadBalancing(call("elb", "ElasticLoadBalancing"));
  }

  @Override
  public ElasticLoadBalancingV2Client loadBalancing() {
    return new PracticeLoadBalancing(call("elbv2", "ElasticLoadBalancingV2"));
  }

  @Override
  public EventBridgeClient events() {
    return new PracticeEvents(call("events", "EventBridge"));
  }

  @Override
  public GuardDutyClient guardDuty() {
    return new PracticeGuardDuty(call("guardduty", "GuardDuty"));
  }

  @Override
  public LambdaClient lambda() {
    return new PracticeLambda(call("lambda", "Lambda"));
  }

  @Override
  public RdsClient rds() {
    return new PracticeRds(call("rds", "Rds"));
  }

  @Override
  public S3Client s3() {
    return new PracticeS3(call("s3api", "S3"));
  }

  @Override
  public S3ControlClient s3Control() {
    return new PracticeS3Control(call("s3control", "S3Control"));
  }

  @Override
  public SnsClient sns() {
    return new PracticeSns(call("sns", "Sns"));
  }

  @Override
  public SsmClient ssm() {
    return new PracticeSsm(call("ssm", "Ssm"));
  }

  @Override
  public SsoAdminClient ssoAdmin() {
    return new PracticeIdentityCenter(call("sso-admin", "SsoAdmin"));
  }

  @Override
  public TaxSettingsClient taxSettings() {
    return new PracticeTaxSettings(call("taxsettings", "TaxSettings"));
  }

  private PracticeCall call(String service, String sdkName) {
    return new PracticeCall(practice, service, sdkName, region);
  }
}
