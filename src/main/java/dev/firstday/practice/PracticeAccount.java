package dev.firstday.practice;

import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.CallEnd;
import dev.firstday.aws.operations.CallListener;
import dev.firstday.aws.operations.Clients;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
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
import dev.firstday.practice.model.Errors;
import dev.firstday.practice.model.Fault;
import dev.firstday.practice.model.IdentityCenterRecord;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeGateway;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Workload;
import dev.firstday.practice.model.WriteLog;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
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
import software.amazon.awssdk.services.iam.model.Role;
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

/**
 * An AWS account in memory. It begins as its {@link Scenario} says, makes the writes of its {@link
 * WriteLog} again, and from then on answers calls and keeps what is written.
 */
public final class PracticeAccount implements PracticeGateway, Clients.Source {
  /** The account's id. */
  public static final String ID = PracticeState.ACCOUNT_ID;

  private static final Duration LATE = SdkClients.Timing.USUAL.late();
  private static final String CONSOLE = "console";
  private static final String OPEN_ACCOUNT = "OpenAccount";
  private static final String ASSIGN_ROOT_MFA = "AssignRootMfa";
  private static final String CONFIRM_MAILS = "ConfirmMails";
  private static final String DELETE_ROOT_KEYS = "DeleteRootAccessKeys";
  private static final String FINISH_USER = "FinishUser";

  private final WriteLog log;
  private final CallListener listener;
  private final Duration latency;
  private final Optional<PersonInConsole> person;
  private final PracticeState model;
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final Map<String, String> denied = new ConcurrentHashMap<>();
  private final Map<String, String> deniedRegions = new ConcurrentHashMap<>();
  private boolean replaying = true;
  private boolean kept;

  /**
   * An account with all there is to choose.
   *
   * @param scenario how it begins
   * @param log keeps what is written to it
   * @param listener hears of every call before it is made
   * @param latency how long each call takes
   * @param clock tells the time
   * @param personInConsole whether somebody does by hand, after a while, what the wizard asks for
   */
  public PracticeAccount(
      Scenario scenario,
      WriteLog log,
      CallListener listener,
      Duration latency,
      Clock clock,
      boolean personInConsole) {
    this.log = log;
    this.listener = listener;
    this.latency = latency.plus(scenario.latency());
    person = personInConsole ? Optional.of(new PersonInConsole(clock)) : Optional.empty();
    List<WriteLog.LoggedWrite> before = log.load();
    kept = !before.isEmpty();
    model = new PracticeState(clock, opened(before).orElseGet(clock::instant));
    scenario.prepare(model);
    before.forEach(this::replay);
    model.replaying = false;
    replaying = false;
    scenario.restrict(this);
  }

  /** An account that answers at once and forgets everything with the process. */
  public PracticeAccount(Scenario scenario) {
    this(scenario, WriteLog.NONE, CallListener.NONE, Duration.ZERO, Clock.systemUTC(), false);
  }

  /** When somebody opened the account, if that was in an earlier run. */
  private static Optional<Instant> opened(List<WriteLog.LoggedWrite> before) {
    return before.stream()
        .filter(entry -> entry.service().equals(CONSOLE))
        .filter(entry -> entry.operation().equals(OPEN_ACCOUNT))
        .map(entry -> String.valueOf(entry.request().get("at")))
        .flatMap(at -> instant(at).stream())
        .findFirst();
  }

  /** A time; empty if somebody has spoilt it. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Keeps what was done; an account is worth remembering once anything was. */
  private void keep(WriteLog.LoggedWrite entry) {
    if (!kept) {
      kept = true;
      Map<String, Object> at = Map.of("at", model.opened.toString());
      log.append(new WriteLog.LoggedWrite(CONSOLE, OPEN_ACCOUNT, "", at));
    }
    log.append(entry);
  }

  /** Makes a write again; one that does not fit any more is left out. */
  private void replay(WriteLog.LoggedWrite entry) {
    if (entry.service().equals(CONSOLE)) {
      switch (entry.operation()) {
        case CONFIRM_MAILS -> model.topics.confirmAll();
        case DELETE_ROOT_KEYS -> model.people.rootKeys = 0;
        case FINISH_USER ->
            model.people.finish((String) entry.request().get("UserName"), model.clock.instant());
        case ASSIGN_ROOT_MFA -> model.rootMfa = PracticeState.RootMfa.PASSKEY;
        default -> {}
      }
      return;
    }
    try {
      Writes.find(entry.service() + ":" + entry.operation())
          .ifPresent(write -> write.call(in(entry.region()), entry.request()));
    } catch (SdkException | IllegalArgumentException e) {
      // The scenario or the program has changed since; the rest may still fit.
      return;
    }
  }

  @Override
  public Clients in(String region) {
    return new InRegion(this, region);
  }

  /** What a person does in the console: the root user gets a passkey. */
  public void assignRootMfa() {
    synchronized (model) {
      model.rootMfa = PracticeState.RootMfa.PASSKEY;
      keep(new WriteLog.LoggedWrite(CONSOLE, ASSIGN_ROOT_MFA, "", Map.of()));
    }
  }

  /** What a person does in the mailbox: follows the link of every mail that SNS has sent. */
  public void confirmMails() {
    synchronized (model) {
      model.topics.confirmAll();
      keep(new WriteLog.LoggedWrite(CONSOLE, CONFIRM_MAILS, "", Map.of()));
    }
  }

  /** What a person does in the console: the root user's access keys go. */
  public void deleteRootAccessKeys() {
    synchronized (model) {
      model.people.rootKeys = 0;
      keep(new WriteLog.LoggedWrite(CONSOLE, DELETE_ROOT_KEYS, "", Map.of()));
    }
  }

  /** What a person does in the console: a user gets a password and an MFA device. */
  public void finishUser(String name) {
    synchronized (model) {
      model.people.finish(name, model.clock.instant());
      log.append(new WriteLog.LoggedWrite(CONSOLE, FINISH_USER, "", Map.of("UserName", name)));
    }
  }

  /** A user signs in for the first time, and chooses a password. */
  public void signIn(String name) {
    synchronized (model) {
      People.UserRecord person = model.people.users.get(name);
      person.oneTime = false;
      person.used = Optional.of(model.clock.instant());
    }
  }

  /**
   * What a person does in the console: a user has AdministratorAccess directly, or has it no
   * longer.
   */
  public void administrator(String user, boolean directly) {
    synchronized (model) {
      People.UserRecord person = model.people.users.get(user);
      person.policies.remove(People.ADMINISTRATOR);
      if (directly) {
        person.policies.add(People.ADMINISTRATOR);
      }
    }
  }

  /**
   * IAM Identity Center has AdministratorAccess provisioned in the account.
   *
   * @param region where its instance lives
   * @param own whether this account may see the instance
   * @param people whom it is assigned to
   */
  public void identityCenter(String region, boolean own, List<String> people) {
    synchronized (model) {
      IdentityCenterRecord record = model.identityCenter;
      record.region = own ? Optional.of(region) : Optional.empty();
      String arn = IdentityCenterRecord.INSTANCE.replace("instance", "permissionSet") + "/ps-1";
      record.provisioned.add(
          new IdentityCenterRecord.PermissionSet(arn, List.of(People.ADMINISTRATOR), people));
      String path = region.equals("us-east-1") ? "" : region + "/";
      model.roles.put(
          Role.builder()
              .roleName(IdentityCenterRecord.ROLE)
              .path("/aws-reserved/sso.amazonaws.com/" + path)
              .build(),
          true);
    }
  }

  /** From now on calls fail as the fault says, before they have done anything. */
  public void add(Fault fault) {
    faults.add(fault);
  }

  /**
   * From now on nobody is allowed to do this.
   *
   * @param action an IAM action, as {@code budgets:ViewBudget}
   * @param message what AWS says then
   */
  public void deny(String action, String message) {
    denied.put(action, message);
    add(
        (service, operation) -> {
          String key = service + ":" + operation;
          return Reads.find(key)
              .or(() -> Writes.find(key))
              .map(Operation::actions)
              .filter(actions -> actions.contains(action))
              .map(actions -> Errors.denied(service, message));
        });
  }

  /** The actions that nobody is allowed to do, with what AWS says then. */
  @Override
  public Map<String, String> denied() {
    return denied;
  }

  /**
   * From now on everything is refused in a Region.
   *
   * @param message what AWS says then
   */
  public void denyIn(String region, String message) {
    deniedRegions.put(region, message);
  }

  /** What runs in a Region, to be filled before anybody looks. */
  public Workload workload(String region) {
    synchronized (model) {
      return model.workloads.in(region);
    }
  }

  /** The users, to be filled before anybody looks. */
  public People people() {
    synchronized (model) {
      return model.people;
    }
  }

  /** Makes a call; {@code work} holds the model's lock. */
  @Override
  public <B> B call(
      PracticeCall practiceCall,
      String operation,
      AwsRequest request,
      Function<PracticeState, B> work) {
    if (replaying) {
      return work.apply(model);
    }
    listener.calling(practiceCall.sdkName(), operation, practiceCall.region());
    pause(practiceCall, operation);
    for (Fault fault : faults) {
      Optional<? extends RuntimeException> failure =
          fault.instead(practiceCall.service(), operation);
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
    if (deniedRegions.containsKey(practiceCall.region())) {
      throw Errors.denied(practiceCall.service(), deniedRegions.get(practiceCall.region()));
    }
    synchronized (model) {
      if (PracticeState.REGION_OFF.equals(model.regions.get(practiceCall.region()))) {
        throw Errors.regionOff(practiceCall.service());
      }
      if (person.isPresent() && person.get().acts(operation)) {
        assignRootMfa();
      }
      B answer = work.apply(model);
      Writes.find(practiceCall.service() + ":" + operation)
          .map(write -> write.dataWithoutSecrets(request))
          .map(
              data ->
                  new WriteLog.LoggedWrite(
                      practiceCall.service(), operation, practiceCall.region(), data))
          .ifPresent(this::keep);
      return answer;
    }
  }

  /** A call is over. */
  @Override
  public void ended(PracticeCall practiceCall, String operation, CallEnd end) {
    if (!replaying) {
      listener.ended(practiceCall.sdkName(), operation, practiceCall.region(), end);
    }
  }

  private void pause(PracticeCall practiceCall, String operation) {
    if (latency.isZero() && !Thread.currentThread().isInterrupted()) {
      return;
    }
    try {
      if (latency.compareTo(LATE) > 0) {
        Thread.sleep(LATE);
        listener.late(practiceCall.sdkName(), operation, practiceCall.region(), 1, 1);
        Thread.sleep(latency.minus(LATE));
      } else {
        Thread.sleep(latency);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("Thread was interrupted", e);
    }
  }

  /** The clients of one Region. */
  private record InRegion(PracticeAccount practice, String region) implements Clients {
    @Override
    public AccountClient account() {
      return new PracticeContacts(new PracticeCall(practice, "account", "Account", region));
    }

    @Override
    public BudgetsClient budgets() {
      return new PracticeBudgets(new PracticeCall(practice, "budgets", "Budgets", region));
    }

    @Override
    public FreeTierClient freeTier() {
      return new PracticeFreeTier(new PracticeCall(practice, "freetier", "FreeTier", region));
    }

    @Override
    public IamClient iam() {
      return new PracticeIam(new PracticeCall(practice, "iam", "Iam", region));
    }

    @Override
    public OrganizationsClient organizations() {
      return new PracticeOrganizations(
          new PracticeCall(practice, "organizations", "Organizations", region));
    }

    @Override
    public StsClient sts() {
      return new PracticeSts(new PracticeCall(practice, "sts", "Sts", region));
    }

    @Override
    public AccessAnalyzerClient accessAnalyzer() {
      return new PracticeAccessAnalyzer(
          new PracticeCall(practice, "accessanalyzer", "AccessAnalyzer", region));
    }

    @Override
    public ArtifactClient artifact() {
      return new PracticeArtifact(new PracticeCall(practice, "artifact", "Artifact", region));
    }

    @Override
    public BackupClient backup() {
      return new PracticeBackup(new PracticeCall(practice, "backup", "Backup", region));
    }

    @Override
    public CloudFormationClient cloudFormation() {
      return new PracticeCloudFormation(
          new PracticeCall(practice, "cloudformation", "CloudFormation", region));
    }

    @Override
    public CloudFrontClient cloudFront() {
      return new PracticeCloudFront(new PracticeCall(practice, "cloudfront", "CloudFront", region));
    }

    @Override
    public CloudTrailClient cloudTrail() {
      return new PracticeCloudTrail(new PracticeCall(practice, "cloudtrail", "CloudTrail", region));
    }

    @Override
    public CloudWatchClient cloudWatch() {
      return new PracticeCloudWatch(new PracticeCall(practice, "cloudwatch", "CloudWatch", region));
    }

    @Override
    public CloudWatchLogsClient logs() {
      return new PracticeLogs(new PracticeCall(practice, "logs", "CloudWatchLogs", region));
    }

    @Override
    public ConfigClient config() {
      return new PracticeConfig(new PracticeCall(practice, "configservice", "Config", region));
    }

    @Override
    public CostExplorerClient costExplorer() {
      return new PracticeCostExplorer(new PracticeCall(practice, "ce", "CostExplorer", region));
    }

    @Override
    public DynamoDbClient dynamoDb() {
      return new PracticeDynamoDb(new PracticeCall(practice, "dynamodb", "DynamoDb", region));
    }

    @Override
    public Ec2Client ec2() {
      return new PracticeEc2(new PracticeCall(practice, "ec2", "Ec2", region));
    }

    @Override
    public EcsClient ecs() {
      return new PracticeEcs(new PracticeCall(practice, "ecs", "Ecs", region));
    }

    @Override
    public EfsClient efs() {
      return new PracticeEfs(new PracticeCall(practice, "efs", "Efs", region));
    }

    @Override
    public ElasticLoadBalancingClient classicLoadBalancing() {
      return new PracticeClassicLoadBalancing(
          new PracticeCall(practice, "elb", "ElasticLoadBalancing", region));
    }

    @Override
    public ElasticLoadBalancingV2Client loadBalancing() {
      return new PracticeLoadBalancing(
          new PracticeCall(practice, "elbv2", "ElasticLoadBalancingV2", region));
    }

    @Override
    public EventBridgeClient events() {
      return new PracticeEvents(new PracticeCall(practice, "events", "EventBridge", region));
    }

    @Override
    public GuardDutyClient guardDuty() {
      return new PracticeGuardDuty(new PracticeCall(practice, "guardduty", "GuardDuty", region));
    }

    @Override
    public LambdaClient lambda() {
      return new PracticeLambda(new PracticeCall(practice, "lambda", "Lambda", region));
    }

    @Override
    public RdsClient rds() {
      return new PracticeRds(new PracticeCall(practice, "rds", "Rds", region));
    }

    @Override
    public S3Client s3() {
      return new PracticeS3(new PracticeCall(practice, "s3api", "S3", region));
    }

    @Override
    public S3ControlClient s3Control() {
      return new PracticeS3Control(new PracticeCall(practice, "s3control", "S3Control", region));
    }

    @Override
    public SnsClient sns() {
      return new PracticeSns(new PracticeCall(practice, "sns", "Sns", region));
    }

    @Override
    public SsmClient ssm() {
      return new PracticeSsm(new PracticeCall(practice, "ssm", "Ssm", region));
    }

    @Override
    public SsoAdminClient ssoAdmin() {
      return new PracticeIdentityCenter(
          new PracticeCall(practice, "sso-admin", "SsoAdmin", region));
    }

    @Override
    public TaxSettingsClient taxSettings() {
      return new PracticeTaxSettings(
          new PracticeCall(practice, "taxsettings", "TaxSettings", region));
    }
  }
}
