package dev.firstday.practice.iam;

import dev.firstday.practice.model.IdentityCenterRecord;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
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
import software.amazon.awssdk.services.ssoadmin.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ssoadmin.model.ValidationException;

/** IAM Identity Center's administration, which is bound to the Region of its instance. */
public final class PracticeIdentityCenter implements SsoAdminClient {
  private final PracticeCall practiceCall;

  public PracticeIdentityCenter(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public ListInstancesResponse listInstances(ListInstancesRequest request) {
    return practiceCall.answer(
        "ListInstances",
        request,
        model -> {
          List<InstanceMetadata> here =
              model.identityCenter.region.stream()
                  .filter(practiceCall.region()::equals)
                  .map(
                      region ->
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
        });
  }

  @Override
  public ListPermissionSetsProvisionedToAccountResponse listPermissionSetsProvisionedToAccount(
      ListPermissionSetsProvisionedToAccountRequest request) {
    return practiceCall.answer(
        "ListPermissionSetsProvisionedToAccount",
        request,
        model -> {
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
        });
  }

  @Override
  public ListManagedPoliciesInPermissionSetResponse listManagedPoliciesInPermissionSet(
      ListManagedPoliciesInPermissionSetRequest request) {
    return practiceCall.answer(
        "ListManagedPoliciesInPermissionSet",
        request,
        model -> {
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
        });
  }

  @Override
  public ListAccountAssignmentsResponse listAccountAssignments(
      ListAccountAssignmentsRequest request) {
    return practiceCall.answer(
        "ListAccountAssignments",
        request,
        model -> {
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
        });
  }

  private static <S, T> List<T> each(List<S> some, Function<S, T> made) {
    return some.stream().map(made).toList();
  }

  private IdentityCenterRecord.PermissionSet set(PracticeState model, String arn) {
    return model.identityCenter.provisioned.stream()
        .filter(set -> set.arn().equals(arn))
        .findFirst()
        .orElseThrow(
            () ->
                practiceCall.error(
                    ResourceNotFoundException.builder(),
                    400,
                    "ResourceNotFoundException",
                    "PermissionSet not found"));
  }

  private <T> PagedItems<T> page(List<T> all, Integer size, String token) {
    return PagedItems.of(
        all,
        size,
        token,
        () ->
            practiceCall.error(
                ValidationException.builder(), 400, "ValidationException", "Invalid next token"));
  }
}
