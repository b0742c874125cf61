package dev.firstday.practice.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupSelectionsListMember;
import software.amazon.awssdk.services.backup.model.ProtectedResource;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudwatchlogs.model.Delivery;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeliverySource;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.ManagedBy;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeState;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;

/** What runs in one Region of the practice account. Scenarios and tests fill it before a look. */
public final class Workload {
  public boolean ebsEncrypted;
  public InstanceMetadataDefaultsResponse metadataDefaults =
      InstanceMetadataDefaultsResponse.builder().build();
  public final Map<String, AnalyzerSummary> analyzers = new TreeMap<>();

  public final Map<String, Vpc> vpcs = new TreeMap<>();
  public final Map<String, FlowLog> flowLogs = new TreeMap<>();
  public final Map<String, Machine> machines = new TreeMap<>();
  public final Map<String, Volume> volumes = new TreeMap<>();

  public final Map<String, FunctionConfiguration> functions = new TreeMap<>();
  public final Map<String, TaskDefinition> tasks = new TreeMap<>();
  public final Map<String, ParameterMetadata> parameters = new TreeMap<>();

  public final Map<String, DBInstance> databases = new TreeMap<>();
  public final Map<String, DBCluster> clusters = new TreeMap<>();
  public final Map<String, TableDescription> tables = new TreeMap<>();

  /** The names of the tables with point-in-time recovery. */
  public final Set<String> recoverable = new HashSet<>();

  /** Application, network and gateway load balancers by ARN, and what was set of each. */
  public final Map<String, LoadBalancer> balancers = new TreeMap<>();

  public final Map<String, Map<String, String>> balancerAttributes = new HashMap<>();

  /** Classic load balancers by name, and the names of those with access logs. */
  public final Map<String, LoadBalancerDescription> classicBalancers = new TreeMap<>();

  public final Set<String> loggedClassicBalancers = new HashSet<>();
  public final List<DeliverySource> deliverySources = new ArrayList<>();
  public final List<Delivery> deliveries = new ArrayList<>();

  /** The file systems by id, and the ids of those with automatic backups. */
  public final Map<String, FileSystemDescription> fileSystems = new TreeMap<>();

  public final Set<String> backedUpFileSystems = new HashSet<>();
  public final List<BackupPlansListMember> backupPlans = new ArrayList<>();
  public final List<BackupSelectionsListMember> backupSelections = new ArrayList<>();
  public final List<ProtectedResource> backedUp = new ArrayList<>();

  /** CloudFormation stacks by name. */
  public final Map<String, Stack> stacks = new TreeMap<>();

  /** An EC2 instance, its user data in Base64, and whether it can't be terminated. */
  public record Machine(Instance instance, String userData, boolean kept) {}

  private final String region;
  private final Map<String, DistributionConfig> distributions;

  Workload(String region, Map<String, DistributionConfig> distributions) {
    this.region = region;
    this.distributions = distributions;
    network("vpc-%08x".formatted(region.hashCode()));
  }

  private String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, PracticeState.ACCOUNT_ID, resource);
  }

  /** EBS encryption by default is on. */
  public void encrypted() {
    ebsEncrypted = true;
  }

  /** New instances have these defaults: {@code required} or {@code optional}, and so many hops. */
  public void metadataDefaults(String httpTokens, int hops) {
    metadataDefaults =
        InstanceMetadataDefaultsResponse.builder()
            .httpTokens(httpTokens)
            .httpPutResponseHopLimit(hops)
            .build();
  }

  /** The organization's policy sets the defaults of new instances. */
  public void metadataDefaultsManaged() {
    metadataDefaults =
        InstanceMetadataDefaultsResponse.builder()
            .httpTokens(HttpTokensState.OPTIONAL)
            .managedBy(ManagedBy.DECLARATIVE_POLICY)
            .build();
  }

  /** An analyzer of a type, as {@code ACCOUNT}, with a status. */
  public void analyzer(String name, String type, String status) {
    analyzers.put(
        name,
        AnalyzerSummary.builder()
            .name(name)
            .arn(arn("access-analyzer", "analyzer/" + name))
            .type(type)
            .status(status)
            .createdAt(Instant.EPOCH)
            .build());
  }

  /** A network beside the default one. */
  public void network(String id) {
    vpcs.put(
        id,
        Vpc.builder()
            .vpcId(id)
            .isDefault(vpcs.isEmpty())
            .cidrBlock("172.31.0.0/16")
            .ownerId(PracticeState.ACCOUNT_ID)
            .state("available")
            .build());
  }

  /** Gives a network a name, which is a tag. */
  public void networkNamed(String id, String name) {
    network(id);
    vpcs.computeIfPresent(
        id,
        (key, vpc) -> vpc.toBuilder().tags(Tag.builder().key("Name").value(name).build()).build());
  }

  /** There is no network at all, not even the default one. */
  public void noNetworks() {
    vpcs.clear();
  }

  /** Every network has a flow log of {@code ALL}, {@code REJECT} or {@code ACCEPT}. */
  public void flowLogs(String traffic, String deliverLogsStatus) {
    vpcs.keySet()
        .forEach(
            vpc ->
                flowLogs.put(
                    "fl-by-hand-" + vpc,
                    FlowLog.builder()
                        .flowLogId("fl-by-hand-" + vpc)
                        .resourceId(vpc)
                        .trafficType(traffic)
                        .flowLogStatus("ACTIVE")
                        .deliverLogsStatus(deliverLogsStatus)
                        .deliverLogsErrorMessage(
                            deliverLogsStatus.equals("FAILED") ? "Access error" : null)
                        .logGroupName("by-hand")
                        .build()));
  }

  /** An EC2 instance; {@code kept} if it can't be terminated. */
  public void instance(String id, String userData, boolean kept) {
    byte[] bytes = userData.getBytes(StandardCharsets.UTF_8);
    machines.put(
        id,
        new Machine(
            Instance.builder()
                .instanceId(id)
                .state(state -> state.name(InstanceStateName.RUNNING))
                .build(),
            Base64.getEncoder().encodeToString(bytes),
            kept));
  }

  /** A volume that an instance uses. */
  public void volume(String id) {
    volumes.put(id, Volume.builder().volumeId(id).state(VolumeState.IN_USE).build());
  }

  /** A Lambda function with its environment. */
  public void function(String name, Map<String, String> variables) {
    functions.put(
        name,
        FunctionConfiguration.builder()
            .functionName(name)
            .functionArn(arn("lambda", "function:" + name))
            .environment(environment -> environment.variables(variables))
            .build());
  }

  /** A Lambda function whose environment can't be decrypted. */
  public void sealedFunction(String name) {
    functions.put(
        name,
        FunctionConfiguration.builder()
            .functionName(name)
            .environment(
                environment ->
                    environment.error(
                        error -> error.errorCode("AccessDeniedException").message("kms:Decrypt")))
            .build());
  }

  /** A revision of an ECS task definition with one container. */
  public void task(String family, int revision, Map<String, String> variables) {
    String arn = arn("ecs", "task-definition/" + family + ":" + revision);
    List<KeyValuePair> environment =
        variables.entrySet().stream()
            .map(one -> KeyValuePair.builder().name(one.getKey()).value(one.getValue()).build())
            .toList();
    tasks.put(
        arn,
        TaskDefinition.builder()
            .taskDefinitionArn(arn)
            .family(family)
            .revision(revision)
            .containerDefinitions(
                ContainerDefinition.builder().name("app").environment(environment).build())
            .build());
  }

  /** A parameter of {@code String}, {@code StringList} or {@code SecureString}. */
  public void parameter(String name, String type) {
    parameters.put(name, ParameterMetadata.builder().name(name).type(type).build());
  }

  /** An RDS instance without backups and protection. */
  public void database(String name) {
    databases.put(
        name,
        DBInstance.builder()
            .dbInstanceIdentifier(name)
            .dbInstanceArn(arn("rds", "db:" + name))
            .dbInstanceStatus("available")
            .backupRetentionPeriod(0)
            .deletionProtection(false)
            .build());
  }

  /** An Aurora cluster with one instance, without protection; its backups can't be off. */
  public void cluster(String name) {
    clusters.put(
        name,
        DBCluster.builder()
            .dbClusterIdentifier(name)
            .dbClusterArn(arn("rds", "cluster:" + name))
            .backupRetentionPeriod(1)
            .deletionProtection(false)
            .build());
    database(name + "-1");
    databases.computeIfPresent(
        name + "-1", (key, one) -> one.toBuilder().dbClusterIdentifier(name).build());
  }

  /** A DynamoDB table without recovery and protection. */
  public void table(String name, long bytes) {
    tables.put(
        name,
        TableDescription.builder()
            .tableName(name)
            .tableArn(arn("dynamodb", "table/" + name))
            .tableSizeBytes(bytes)
            .deletionProtectionEnabled(false)
            .build());
  }

  /** A load balancer of type {@code application}, {@code network} or {@code gateway}. */
  public void balancer(String name, String type, Map<String, String> attributes) {
    String arn = arn("elasticloadbalancing", "loadbalancer/app/" + name + "/50dc6c495c0c9188");
    balancers.put(
        arn, LoadBalancer.builder().loadBalancerName(name).loadBalancerArn(arn).type(type).build());
    balancerAttributes.put(arn, new TreeMap<>(attributes));
  }

  /** A classic load balancer. */
  public void classicBalancer(String name, boolean logged) {
    classicBalancers.put(name, LoadBalancerDescription.builder().loadBalancerName(name).build());
    if (logged) {
      loggedClassicBalancers.add(name);
    }
  }

  /** A CloudFront distribution, which is in every Region. */
  public void distribution(String id, boolean logged) {
    distributions.put(
        id,
        DistributionConfig.builder()
            .enabled(true)
            .logging(logging -> logging.enabled(logged))
            .build());
  }

  /** CloudWatch Logs delivers the logs of a distribution. */
  public void delivery(String distribution) {
    deliverySources.add(
        DeliverySource.builder()
            .name(distribution)
            .resourceArns(distributionArn(distribution))
            .build());
    deliveries.add(Delivery.builder().id("d-1").deliverySourceName(distribution).build());
  }

  /** A file system; {@code automatic} if EFS backs it up by itself. */
  public void fileSystem(String id, boolean automatic) {
    fileSystems.put(
        id,
        FileSystemDescription.builder()
            .fileSystemId(id)
            .fileSystemArn(arn("elasticfilesystem", "file-system/" + id))
            .build());
    if (automatic) {
      backedUpFileSystems.add(id);
    }
  }

  /** A backup plan that has backed up what the ARNs name. */
  public void backupPlan(String name, String... backedUpArns) {
    backupPlans.add(
        BackupPlansListMember.builder().backupPlanId(name).backupPlanName(name).build());
    backupSelections.add(
        BackupSelectionsListMember.builder().backupPlanId(name).selectionName(name).build());
    Stream.of(backedUpArns)
        .forEach(arn -> backedUp.add(ProtectedResource.builder().resourceArn(arn).build()));
  }

  /** A CloudFormation stack without protection. */
  public void stack(String name, String status) {
    stacks.put(
        name,
        Stack.builder()
            .stackName(name)
            .stackId(arn("cloudformation", "stack/" + name + "/1"))
            .stackStatus(status)
            .enableTerminationProtection(false)
            .build());
  }

  public static String distributionArn(String id) {
    return "arn:aws:cloudfront::%s:distribution/%s".formatted(PracticeState.ACCOUNT_ID, id);
  }
}
