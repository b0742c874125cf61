package dev.firstday.practice.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupSelectionsListMember;
import software.amazon.awssdk.services.backup.model.ProtectedResource;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudwatchlogs.model.Delivery;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeliverySource;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;

/** What there is in one Region of the practice account. */
public abstract class RegionResources {
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

  RegionResources(String region) {
    this.region = region;
  }

  String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, PracticeState.ACCOUNT_ID, resource);
  }
}
