package dev.firstday.practice.iam;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.IdentityCenterRecord;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.ssoadmin.model.AccountAssignment;
import software.amazon.awssdk.services.ssoadmin.model.AttachedManagedPolicy;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;
import software.amazon.awssdk.services.ssoadmin.model.InstanceStatus;
import software.amazon.awssdk.services.ssoadmin.model.ListAccountAssignmentsRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListAccountAssignmentsResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListManagedPoliciesInPermissionSetRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListManagedPoliciesInPermissionSetResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListPermissionSetsProvisionedToAccountRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListPermissionSetsProvisionedToAccountResponse;
import software.amazon.awssdk.services.ssoadmin.model.PrincipalType;

/** IAM Identity Center's administration, which is bound to the Region of its instance. */
public final class PracticeIdentityCenter {
  private PracticeIdentityCenter() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(ListInstancesRequest.class, PracticeIdentityCenter::listInstances)
        .on(
            ListPermissionSetsProvisionedToAccountRequest.class,
            PracticeIdentityCenter::listPermissionSetsProvisionedToAccount)
        .on(
            ListManagedPoliciesInPermissionSetRequest.class,
            PracticeIdentityCenter::listManagedPoliciesInPermissionSet)
        .on(ListAccountAssignmentsRequest.class, PracticeIdentityCenter::listAccountAssignments);
  }

  private static AwsResponse.Builder listInstances(
      PracticeState model, String region, ListInstancesRequest request) {
    List<InstanceMetadata> here =
        model.identityCenter.region.stream()
            .filter(region::equals)
            .map(
                home ->
                    InstanceMetadata.builder()
                        .instanceArn(IdentityCenterRecord.INSTANCE)
                        .identityStoreId("d-0123456789")
                        .ownerAccountId(PracticeState.ACCOUNT_ID)
                        .status(InstanceStatus.ACTIVE)
                        .createdDate(model.opened)
                        .build())
            .toList();
    PagedItems<InstanceMetadata> page = page(here, request.maxResults(), request.nextToken());
    return ListInstancesResponse.builder().instances(page.items()).nextToken(page.next());
  }

  private static AwsResponse.Builder listPermissionSetsProvisionedToAccount(
      PracticeState model, ListPermissionSetsProvisionedToAccountRequest request) {
    PagedItems<String> page =
        page(
            model.identityCenter.provisioned.stream()
                .map(IdentityCenterRecord.PermissionSet::arn)
                .toList(),
            request.maxResults(),
            request.nextToken());
    return ListPermissionSetsProvisionedToAccountResponse.builder()
        .permissionSets(page.items())
        .nextToken(page.next());
  }

  private static AwsResponse.Builder listManagedPoliciesInPermissionSet(
      PracticeState model, ListManagedPoliciesInPermissionSetRequest request) {
    PagedItems<AttachedManagedPolicy> page =
        page(
            each(
                set(model, request.permissionSetArn()).policies(),
                arn ->
                    AttachedManagedPolicy.builder()
                        .arn(arn)
                        .name(arn.substring(arn.lastIndexOf('/') + 1))
                        .build()),
            request.maxResults(),
            request.nextToken());
    return ListManagedPoliciesInPermissionSetResponse.builder()
        .attachedManagedPolicies(page.items())
        .nextToken(page.next());
  }

  private static AwsResponse.Builder listAccountAssignments(
      PracticeState model, ListAccountAssignmentsRequest request) {
    PagedItems<AccountAssignment> page =
        page(
            each(
                set(model, request.permissionSetArn()).people(),
                id ->
                    AccountAssignment.builder()
                        .accountId(request.accountId())
                        .permissionSetArn(request.permissionSetArn())
                        .principalType(PrincipalType.USER)
                        .principalId(id)
                        .build()),
            request.maxResults(),
            request.nextToken());
    return ListAccountAssignmentsResponse.builder()
        .accountAssignments(page.items())
        .nextToken(page.next());
  }

  private static <S, T> List<T> each(List<S> some, Function<S, T> made) {
    return some.stream().map(made).toList();
  }

  private static IdentityCenterRecord.PermissionSet set(PracticeState model, String arn) {
    return model.identityCenter.provisioned.stream()
        .filter(set -> set.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> error(400, "ResourceNotFoundException", "PermissionSet not found"));
  }

  private static <T> PagedItems<T> page(List<T> all, Integer size, String token) {
    return PagedItems.of(
        all, size, token, () -> error(400, "ValidationException", "Invalid next token"));
  }
}
