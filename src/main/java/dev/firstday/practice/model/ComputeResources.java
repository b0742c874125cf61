package dev.firstday.practice.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
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
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;

/** What computes in one Region, and how it is guarded: networks, instances, functions, secrets. */
abstract class ComputeResources extends RegionResources {
  ComputeResources(String region) {
    super(region);
    network("vpc-%08x".formatted(region.hashCode()));
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
}
