package dev.firstday.practice;

import dev.firstday.aws.CallListener;
import dev.firstday.aws.Clients;
import dev.firstday.aws.Operation;
import dev.firstday.aws.Reads;
import dev.firstday.aws.Writes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public final class PracticeAccount implements Clients.Source {
  /** The account's id. */
  public static final String ID = Model.ACCOUNT_ID;

  private static final String CONSOLE = "console";
  private static final String ASSIGN_ROOT_MFA = "AssignRootMfa";

  private final WriteLog log;
  private final CallListener listener;
  private final Duration latency;
  private final Optional<PersonInConsole> person;
  private final Model model;
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private boolean replaying = true;

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
    this.latency = latency;
    person = personInConsole ? Optional.of(new PersonInConsole(clock)) : Optional.empty();
    model = new Model(clock.instant());
    scenario.prepare(model);
    log.load().forEach(this::replay);
    replaying = false;
    scenario.restrict(this);
  }

  /** An account that answers at once and forgets everything with the process. */
  public PracticeAccount(Scenario scenario) {
    this(scenario, WriteLog.NONE, CallListener.NONE, Duration.ZERO, Clock.systemUTC(), false);
  }

  /** Makes a write again; one that does not fit any more is left out. */
  private void replay(WriteLog.Entry entry) {
    if (entry.service().equals(CONSOLE)) {
      model.rootMfa = Model.RootMfa.PASSKEY;
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
      model.rootMfa = Model.RootMfa.PASSKEY;
      log.append(new WriteLog.Entry(CONSOLE, ASSIGN_ROOT_MFA, "", Map.of()));
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

  /** Makes a call; {@code work} holds the model's lock. */
  <B> B call(Door door, String operation, AwsRequest request, Function<Model, B> work) {
    if (replaying) {
      return work.apply(model);
    }
    listener.calling(door.sdkName(), operation, door.region());
    pause();
    for (Fault fault : faults) {
      Optional<? extends RuntimeException> failure = fault.instead(door.service(), operation);
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
    synchronized (model) {
      if (person.isPresent() && person.get().acts(operation)) {
        assignRootMfa();
      }
      B answer = work.apply(model);
      if (Writes.find(door.service() + ":" + operation).isPresent()) {
        Map<String, Object> data = Operation.data(request);
        log.append(new WriteLog.Entry(door.service(), operation, door.region(), data));
      }
      return answer;
    }
  }

  private void pause() {
    try {
      Thread.sleep(latency);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("Thread was interrupted", e);
    }
  }

  /** The clients of one Region. */
  private record InRegion(PracticeAccount practice, String region) implements Clients {
    @Override
    public AccountClient account() {
      return new PracticeContacts(new Door(practice, "account", "Account", region));
    }

    @Override
    public BudgetsClient budgets() {
      return new PracticeBudgets(new Door(practice, "budgets", "Budgets", region));
    }

    @Override
    public FreeTierClient freeTier() {
      return new PracticeFreeTier(new Door(practice, "freetier", "FreeTier", region));
    }

    @Override
    public IamClient iam() {
      return new PracticeIam(new Door(practice, "iam", "Iam", region));
    }

    @Override
    public OrganizationsClient organizations() {
      return new PracticeOrganizations(
          new Door(practice, "organizations", "Organizations", region));
    }

    @Override
    public StsClient sts() {
      return new PracticeSts(new Door(practice, "sts", "Sts", region));
    }

    @Override
    public AccessAnalyzerClient accessAnalyzer() {
      throw notYet("accessAnalyzer");
    }

    @Override
    public ArtifactClient artifact() {
      throw notYet("artifact");
    }

    @Override
    public BackupClient backup() {
      throw notYet("backup");
    }

    @Override
    public CloudFormationClient cloudFormation() {
      throw notYet("cloudFormation");
    }

    @Override
    public CloudFrontClient cloudFront() {
      throw notYet("cloudFront");
    }

    @Override
    public CloudTrailClient cloudTrail() {
      throw notYet("cloudTrail");
    }

    @Override
    public CloudWatchClient cloudWatch() {
      throw notYet("cloudWatch");
    }

    @Override
    public CloudWatchLogsClient logs() {
      throw notYet("logs");
    }

    @Override
    public ConfigClient config() {
      throw notYet("config");
    }

    @Override
    public CostExplorerClient costExplorer() {
      throw notYet("costExplorer");
    }

    @Override
    public DynamoDbClient dynamoDb() {
      throw notYet("dynamoDb");
    }

    @Override
    public Ec2Client ec2() {
      throw notYet("ec2");
    }

    @Override
    public EcsClient ecs() {
      throw notYet("ecs");
    }

    @Override
    public EfsClient efs() {
      throw notYet("efs");
    }

    @Override
    public ElasticLoadBalancingClient classicLoadBalancing() {
      throw notYet("classicLoadBalancing");
    }

    @Override
    public ElasticLoadBalancingV2Client loadBalancing() {
      throw notYet("loadBalancing");
    }

    @Override
    public EventBridgeClient events() {
      throw notYet("events");
    }

    @Override
    public GuardDutyClient guardDuty() {
      throw notYet("guardDuty");
    }

    @Override
    public LambdaClient lambda() {
      throw notYet("lambda");
    }

    @Override
    public RdsClient rds() {
      throw notYet("rds");
    }

    @Override
    public S3Client s3() {
      throw notYet("s3");
    }

    @Override
    public S3ControlClient s3Control() {
      throw notYet("s3Control");
    }

    @Override
    public SnsClient sns() {
      throw notYet("sns");
    }

    @Override
    public SsmClient ssm() {
      throw notYet("ssm");
    }

    @Override
    public SsoAdminClient ssoAdmin() {
      throw notYet("ssoAdmin");
    }

    @Override
    public TaxSettingsClient taxSettings() {
      throw notYet("taxSettings");
    }

    private static UnsupportedOperationException notYet(String service) {
      return new UnsupportedOperationException("the practice account has no " + service);
    }
  }
}
