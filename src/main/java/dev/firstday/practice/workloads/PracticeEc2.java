package dev.firstday.practice.workloads;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.RegionResources.Machine;
import dev.firstday.practice.model.Workload;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
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
public final class PracticeEc2 {
  private static final String NO_PREFERENCE = "no-preference";
  private static final int NO_HOP_LIMIT = -1;

  private PracticeEc2() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(DescribeRegionsRequest.class, PracticeEc2::describeRegions)
        .inRegion(
            GetEbsEncryptionByDefaultRequest.class,
            (here, request) ->
                GetEbsEncryptionByDefaultResponse.builder()
                    .ebsEncryptionByDefault(here.ebsEncrypted))
        .inRegion(
            EnableEbsEncryptionByDefaultRequest.class,
            (here, request) -> {
              here.ebsEncrypted = true;
              return EnableEbsEncryptionByDefaultResponse.builder().ebsEncryptionByDefault(true);
            })
        .inRegion(
            DisableEbsEncryptionByDefaultRequest.class,
            (here, request) -> {
              here.ebsEncrypted = false;
              return DisableEbsEncryptionByDefaultResponse.builder().ebsEncryptionByDefault(false);
            });
    instances(handlers);
  }

  private static void instances(Handlers handlers) {
    handlers
        .inRegion(
            GetInstanceMetadataDefaultsRequest.class,
            (here, request) ->
                GetInstanceMetadataDefaultsResponse.builder().accountLevel(here.metadataDefaults))
        .inRegion(ModifyInstanceMetadataDefaultsRequest.class, PracticeEc2::modifyDefaults)
        .inRegion(DescribeInstancesRequest.class, PracticeEc2::describeInstances)
        .inRegion(DescribeInstanceAttributeRequest.class, PracticeEc2::describeAttribute)
        .inRegion(ModifyInstanceAttributeRequest.class, PracticeEc2::modifyAttribute)
        .inRegion(DescribeVolumesRequest.class, PracticeEc2::describeVolumes);
  }

  private static AwsResponse.Builder describeRegions(
      PracticeState model, DescribeRegionsRequest request) {
    boolean all = Boolean.TRUE.equals(request.allRegions());
    return DescribeRegionsResponse.builder()
        .regions(
            model.regions.entrySet().stream()
                .filter(region -> all || !region.getValue().equals(PracticeState.REGION_OFF))
                .map(PracticeEc2::region)
                .toList());
  }

  private static Region region(Map.Entry<String, String> region) {
    return Region.builder()
        .regionName(region.getKey())
        .endpoint("ec2." + region.getKey() + ".amazonaws.com")
        .optInStatus(region.getValue())
        .build();
  }

  /** What is not sent stays as it is; "no preference" takes a default away. */
  private static AwsResponse.Builder modifyDefaults(
      Workload here, ModifyInstanceMetadataDefaultsRequest request) {
    InstanceMetadataDefaultsResponse old = here.metadataDefaults;
    Integer hops =
        request.httpPutResponseHopLimit() == null
            ? old.httpPutResponseHopLimit()
            : request.httpPutResponseHopLimit();
    if (hops != null && hops != NO_HOP_LIMIT && (hops < 1 || hops > 64)) {
      throw error(400, "InvalidParameterValue", "Invalid value for HttpPutResponseHopLimit");
    }
    here.metadataDefaults =
        InstanceMetadataDefaultsResponse.builder()
            .httpTokens(then(request.httpTokensAsString(), old.httpTokensAsString()))
            .httpEndpoint(then(request.httpEndpointAsString(), old.httpEndpointAsString()))
            .instanceMetadataTags(
                then(request.instanceMetadataTagsAsString(), old.instanceMetadataTagsAsString()))
            .httpPutResponseHopLimit(Objects.equals(hops, NO_HOP_LIMIT) ? null : hops)
            .build();
    return ModifyInstanceMetadataDefaultsResponse.builder().returnValue(true);
  }

  private static @Nullable String then(@Nullable String wanted, @Nullable String old) {
    return wanted == null ? old : wanted.equals(NO_PREFERENCE) ? null : wanted;
  }

  private static AwsResponse.Builder describeInstances(
      Workload here, DescribeInstancesRequest request) {
    PagedItems<Machine> page =
        page(here.machines.values(), request.maxResults(), request.nextToken());
    return DescribeInstancesResponse.builder()
        .reservations(
            page.items().stream()
                .map(one -> Reservation.builder().instances(one.instance()).build())
                .toList())
        .nextToken(page.next());
  }

  private static AwsResponse.Builder describeAttribute(
      Workload here, DescribeInstanceAttributeRequest request) {
    Machine machine = machine(here, request.instanceId());
    DescribeInstanceAttributeResponse.Builder answer =
        DescribeInstanceAttributeResponse.builder().instanceId(request.instanceId());
    return request.attribute() == InstanceAttributeName.USER_DATA
        ? answer.userData(data -> data.value(machine.userData()))
        : answer.disableApiTermination(kept -> kept.value(machine.kept()));
  }

  private static AwsResponse.Builder modifyAttribute(
      Workload here, ModifyInstanceAttributeRequest request) {
    Machine machine = machine(here, request.instanceId());
    boolean kept = request.disableApiTermination().value();
    here.machines.put(
        request.instanceId(), new Machine(machine.instance(), machine.userData(), kept));
    return ModifyInstanceAttributeResponse.builder();
  }

  private static Machine machine(Workload here, String id) {
    return Optional.ofNullable(here.machines.get(id))
        .orElseThrow(
            () ->
                error(
                    400, "InvalidInstanceID.NotFound", "The instance ID '%s' does not exist", id));
  }

  private static AwsResponse.Builder describeVolumes(
      Workload here, DescribeVolumesRequest request) {
    PagedItems<Volume> page =
        page(here.volumes.values(), request.maxResults(), request.nextToken());
    return DescribeVolumesResponse.builder().volumes(page.items()).nextToken(page.next());
  }

  static <T> PagedItems<T> page(Collection<T> all, @Nullable Integer size, @Nullable String token) {
    return PagedItems.of(all, size, token, "InvalidNextToken", "The token is not valid.");
  }
}
