package dev.firstday.practice.workloads;

import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.RegionResources;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.DisableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.DisableEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultRequest;
import software.amazon.awssdk.services.ec2.model.EnableEbsEncryptionByDefaultResponse;
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
import software.amazon.awssdk.services.ec2.model.Volume;

/** EC2: Regions, what is set for each, instances and volumes. */
public final class PracticeEc2 extends PracticeFlowLogs {
  private static final String NO_PREFERENCE = "no-preference";
  private static final int NO_HOP_LIMIT = -1;

  public PracticeEc2(PracticeCall practiceCall) {
    super(practiceCall);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

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

  private static @Nullable String then(@Nullable String wanted, @Nullable String old) {
    return wanted == null ? old : wanted.equals(NO_PREFERENCE) ? null : wanted;
  }

  @Override
  public DescribeInstancesResponse describeInstances(DescribeInstancesRequest request) {
    return practiceCall.answer(
        "DescribeInstances",
        request,
        model -> {
          PagedItems<RegionResources.Machine> page =
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
          RegionResources.Machine machine = machine(model, request.instanceId());
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
          RegionResources.Machine machine = machine(model, request.instanceId());
          here(model)
              .machines
              .put(
                  request.instanceId(),
                  new RegionResources.Machine(
                      machine.instance(),
                      machine.userData(),
                      request.disableApiTermination().value()));
          return ModifyInstanceAttributeResponse.builder();
        });
  }

  private RegionResources.Machine machine(PracticeState model, String id) {
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
}
