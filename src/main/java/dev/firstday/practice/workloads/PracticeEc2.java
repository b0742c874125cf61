package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.DisableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.DisableEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.GetInstanceMetadataDefaultsRequest;
import software.amazon.awssdk.services.ec2.model.GetInstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataDefaultsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** EC2: Regions, what is set for each, networks and instances. */
public final class PracticeEc2 implements Ec2Client {
  private static final String NO_PREFERENCE = "no-preference";
  private static final int NO_HOP_LIMIT = -1;

  private final PracticeCall practiceCall;

  public PracticeEc2(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private Workload here(PracticeState model) {
    return model.workloads.in(practiceCall.region());
  }

  @Override
  public DescribeRegionsResponse describeRegions(DescribeRegionsRequest request) {
    return practiceCall.answer(
        "DescribeRegions",
        request,
        model -> {
          boolean all = Boolean.TRUE.equals(request.allRegions());
          List<Region> regions =
              model.regions.entrySet().stream()
                  .filter(region -> all || !region.getValue().equals(PracticeState.REGION_OFF))
                  .map(
                      region ->
                          Region.builder()
                              .regionName(region.getKey())
                              .endpoint("ec2." + region.getKey() + ".amazonaws.com")
                              .optInStatus(region.getValue())
                              .build())
                  .toList();
          return DescribeRegionsResponse.builder().regions(regions);
        });
  }

  @Override
  public GetEbsEncryptionByDefaultResponse getEbsEncryptionByDefault(
      GetEbsEncryptionByDefaultRequest request) {
    return practiceCall.answer(
        "GetEbsEncryptionByDefault",
        request,
        model ->
            GetEbsEncryptionByDefaultResponse.builder()
                .ebsEncryptionByDefault(here(model).ebsEncrypted));
  }

  @Override
  public EnableEbsEncryptionByDefaultResponse enableEbsEncryptionByDefault(
      EnableEbsEncryptionByDefaultRequest request) {
    return practiceCall.answer(
        "EnableEbsEncryptionByDefault",
        request,
        model -> {
          here(model).ebsEncrypted = true;
          return EnableEbsEncryptionByDefaultResponse.builder().ebsEncryptionByDefault(true);
        });
  }

  @Override
  public DisableEbsEncryptionByDefaultResponse disableEbsEncryptionByDefault(
      DisableEbsEncryptionByDefaultRequest request) {
    return practiceCall.answer(
        "DisableEbsEncryptionByDefault",
        request,
        model -> {
          here(model).ebsEncrypted = false;
          return DisableEbsEncryptionByDefaultResponse.builder().ebsEncryptionByDefault(false);
        });
  }

  @Override
  public GetInstanceMetadataDefaultsResponse getInstanceMetadataDefaults(
      GetInstanceMetadataDefaultsRequest request) {
    return practiceCall.answer(
        "GetInstanceMetadataDefaults",
        request,
        model ->
            GetInstanceMetadataDefaultsResponse.builder()
                .accountLevel(here(model).metadataDefaults));
  }

  /** What is not sent stays as it is; "no preference" takes a default away. */
  @Override
  public ModifyInstanceMetadataDefaultsResponse modifyInstanceMetadataDefaults(
      ModifyInstanceMetadataDefaultsRequest request) {
    return practiceCall.answer(
        "ModifyInstanceMetadataDefaults",
        request,
        model -> {
          InstanceMetadataDefaultsResponse old = here(model).metadataDefaults;
          Integer hops =
              request.httpPutResponseHopLimit() == null
                  ? old.httpPutResponseHopLimit()
                  : request.httpPutResponseHopLimit();
          if (hops != null && hops != NO_HOP_LIMIT && (hops < 1 || hops > 64)) {
            throw error("InvalidParameterValue", "Invalid value for HttpPutResponseHopLimit");
          }
          here(model).metadataDefaults =
              InstanceMetadataDefaultsResponse.builder()
                  .httpTokens(then(request.httpTokensAsString(), old.httpTokensAsString()))
                  .httpEndpoint(then(request.httpEndpointAsString(), old.httpEndpointAsString()))
                  .instanceMetadataTags(
                      then(
                          request.instanceMetadataTagsAsString(),
                          old.instanceMetadataTagsAsString()))
                  .httpPutResponseHopLimit(Objects.equals(hops, NO_HOP_LIMIT) ? null : hops)
                  .build();
          return ModifyInstanceMetadataDefaultsResponse.builder().returnValue(true);
        });
  }

  private static String then(String wanted, String old) {
    return wanted == null ? old : wanted.equals(NO_PREFERENCE) ? null : wanted;
  }

  @Override
  public DescribeVpcsResponse describeVpcs(DescribeVpcsRequest request) {
    return practiceCall.answer(
        "DescribeVpcs",
        request,
        model -> {
          PagedItems<Vpc> page =
              page(here(model).vpcs.values(), request.maxResults(), request.nextToken());
          return DescribeVpcsResponse.builder().vpcs(page.items()).nextToken(page.next());
        });
  }

  @Override
  public DescribeFlowLogsResponse describeFlowLogs(DescribeFlowLogsRequest request) {
    return practiceCall.answer(
        "DescribeFlowLogs",
        request,
        model -> {
          List<FlowLog> logs =
              here(model).flowLogs.values().stream()
                  .filter(
                      log ->
                          request.flowLogIds().isEmpty()
                              || request.flowLogIds().contains(log.flowLogId()))
                  .filter(
                      log ->
                          request.filter().stream()
                              .filter(filter -> filter.name().equals("resource-id"))
                              .allMatch(filter -> filter.values().contains(log.resourceId())))
                  .toList();
          PagedItems<FlowLog> page = page(logs, request.maxResults(), request.nextToken());
          return DescribeFlowLogsResponse.builder().flowLogs(page.items()).nextToken(page.next());
        });
  }

  @Override
  public CreateFlowLogsResponse createFlowLogs(CreateFlowLogsRequest request) {
    return practiceCall.answer(
        "CreateFlowLogs",
        request,
        model -> {
          if (model.roles.assumed(request.deliverLogsPermissionArn()).isEmpty()) {
            throw error("InvalidParameter", "Unable to assume given IAM role");
          }
          List<String> ids = new ArrayList<>();
          List<UnsuccessfulItem> unsuccessful = new ArrayList<>();
          for (String resource : request.resourceIds()) {
            refusal(model, request, resource)
                .ifPresentOrElse(
                    unsuccessful::add, () -> ids.add(create(model, request, resource)));
          }
          return CreateFlowLogsResponse.builder().flowLogIds(ids).unsuccessful(unsuccessful);
        });
  }

  private Optional<UnsuccessfulItem> refusal(
      PracticeState model, CreateFlowLogsRequest request, String resource) {
    if (!here(model).vpcs.containsKey(resource)) {
      return Optional.of(
          unsuccessful(
              resource,
              "InvalidVpcID.NotFound",
              "The vpc ID '%s' does not exist".formatted(resource)));
    }
    return here(model).flowLogs.values().stream()
        .filter(log -> log.resourceId().equals(resource))
        .filter(log -> log.trafficType() == request.trafficType())
        .filter(log -> Objects.equals(log.logGroupName(), request.logGroupName()))
        .findFirst()
        .map(
            log ->
                unsuccessful(
                    resource,
                    "FlowLogAlreadyExists",
                    "There is an existing Flow Log with the same configuration and log"
                        + " destination."));
  }

  private String create(PracticeState model, CreateFlowLogsRequest request, String resource) {
    String id = "fl-%017x".formatted(Objects.hash(resource, request.logGroupName()) & 0xffffffffL);
    here(model)
        .flowLogs
        .put(
            id,
            FlowLog.builder()
                .flowLogId(id)
                .creationTime(model.opened)
                .flowLogStatus("ACTIVE")
                .deliverLogsStatus("SUCCESS")
                .deliverLogsPermissionArn(request.deliverLogsPermissionArn())
                .logGroupName(request.logGroupName())
                .logDestinationType(request.logDestinationType())
                .maxAggregationInterval(request.maxAggregationInterval())
                .resourceId(resource)
                .trafficType(request.trafficType())
                .tags(
                    request.tagSpecifications().stream()
                        .flatMap(specification -> specification.tags().stream())
                        .toList())
                .build());
    return id;
  }

  @Override
  public DeleteFlowLogsResponse deleteFlowLogs(DeleteFlowLogsRequest request) {
    return practiceCall.answer(
        "DeleteFlowLogs",
        request,
        model -> {
          List<UnsuccessfulItem> unsuccessful =
              request.flowLogIds().stream()
                  .filter(id -> here(model).flowLogs.remove(id) == null)
                  .map(id -> unsuccessful(id, "InvalidFlowLogId.NotFound", "No such flow log."))
                  .toList();
          return DeleteFlowLogsResponse.builder().unsuccessful(unsuccessful);
        });
  }

  @Override
  public DescribeInstancesResponse describeInstances(DescribeInstancesRequest request) {
    return practiceCall.answer(
        "DescribeInstances",
        request,
        model -> {
          PagedItems<Workload.Machine> page =
              page(here(model).machines.values(), request.maxResults(), request.nextToken());
          return DescribeInstancesResponse.builder()
              .reservations(
                  page.items().stream()
                      .map(one -> Reservation.builder().instances(one.instance()).build())
                      .toList())
              .nextToken(page.next());
        });
  }

  @Override
  public DescribeInstanceAttributeResponse describeInstanceAttribute(
      DescribeInstanceAttributeRequest request) {
    return practiceCall.answer(
        "DescribeInstanceAttribute",
        request,
        model -> {
          Workload.Machine machine = machine(model, request.instanceId());
          DescribeInstanceAttributeResponse.Builder answer =
              DescribeInstanceAttributeResponse.builder().instanceId(request.instanceId());
          return request.attribute() == InstanceAttributeName.USER_DATA
              ? answer.userData(AttributeValue.builder().value(machine.userData()).build())
              : answer.disableApiTermination(
                  AttributeBooleanValue.builder().value(machine.kept()).build());
        });
  }

  @Override
  public ModifyInstanceAttributeResponse modifyInstanceAttribute(
      ModifyInstanceAttributeRequest request) {
    return practiceCall.answer(
        "ModifyInstanceAttribute",
        request,
        model -> {
          Workload.Machine machine = machine(model, request.instanceId());
          here(model)
              .machines
              .put(
                  request.instanceId(),
                  new Workload.Machine(
                      machine.instance(),
                      machine.userData(),
                      request.disableApiTermination().value()));
          return ModifyInstanceAttributeResponse.builder();
        });
  }

  private Workload.Machine machine(PracticeState model, String id) {
    return Optional.ofNullable(here(model).machines.get(id))
        .orElseThrow(
            () ->
                error(
                    "InvalidInstanceID.NotFound",
                    "The instance ID '%s' does not exist".formatted(id)));
  }

  @Override
  public DescribeVolumesResponse describeVolumes(DescribeVolumesRequest request) {
    return practiceCall.answer(
        "DescribeVolumes",
        request,
        model -> {
          PagedItems<Volume> page =
              page(here(model).volumes.values(), request.maxResults(), request.nextToken());
          return DescribeVolumesResponse.builder().volumes(page.items()).nextToken(page.next());
        });
  }

  private static UnsuccessfulItem unsuccessful(String resource, String code, String message) {
    return UnsuccessfulItem.builder()
        .resourceId(resource)
        .error(error -> error.code(code).message(message))
        .build();
  }

  private <T> PagedItems<T> page(Collection<T> all, Integer size, String token) {
    return PagedItems.of(
        List.copyOf(all), size, token, () -> error("InvalidNextToken", "The token is not valid."));
  }

  private AwsServiceException error(String code, String message) {
    return practiceCall.error(Ec2Exception.builder(), 400, code, message);
  }
}
