package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Partition;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;
import software.amazon.awssdk.services.ssoadmin.model.ListAccountAssignmentsRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListManagedPoliciesInPermissionSetRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListPermissionSetsProvisionedToAccountRequest;

/**
 * Whether IAM Identity Center gives AdministratorAccess to somebody in this account. It makes a
 * role for each permission set that it provisions, whose path names the Region where the instance
 * lives; so nobody has to look for one in every Region.
 *
 * @param account the account
 */
record IdentityCenter(Account account) {
  private static final String PATH = "/aws-reserved/sso.amazonaws.com/";

  /** What was found out about the role of a permission set. */
  enum RoleLookup {
    /** The permission set is assigned to somebody. */
    ASSIGNED,
    /** It is provisioned and no longer assigned. */
    NOBODY,
    /** Another account of the organization keeps the instance; the role shows all there is. */
    ELSEWHERE
  }

  /** Whether the permission set of a role is assigned to somebody. */
  RoleLookup lookUp(String role) throws CallFailed {
    String region = region(role);
    List<InstanceMetadata> instances =
        account.pages(Reads.LIST_INSTANCES, ListInstancesRequest.builder().build(), region).stream()
            .flatMap(page -> page.instances().stream())
            .toList();
    if (instances.isEmpty()) {
      return RoleLookup.ELSEWHERE;
    }
    for (InstanceMetadata instance : instances) {
      for (String set : provisioned(instance.instanceArn(), region)) {
        if (administrator(instance.instanceArn(), set, region)
            && assigned(instance.instanceArn(), set, region)) {
          return RoleLookup.ASSIGNED;
        }
      }
    }
    return RoleLookup.NOBODY;
  }

  /** The Region that the role's path names; a path without one is the first. */
  private String region(String role) throws CallFailed {
    String path =
        account.read(Reads.GET_ROLE, GetRoleRequest.builder().roleName(role).build()).role().path();
    return Optional.of(path)
        .filter(text -> text.startsWith(PATH))
        .map(text -> text.substring(PATH.length()).replace("/", ""))
        .filter(text -> !text.isEmpty())
        .orElseGet(() -> Partition.globalRegion(account));
  }

  private List<String> provisioned(String instance, String region) throws CallFailed {
    return account
        .pages(
            Reads.LIST_PERMISSION_SETS_PROVISIONED_TO_ACCOUNT,
            ListPermissionSetsProvisionedToAccountRequest.builder()
                .instanceArn(instance)
                .accountId(account.identity().accountId())
                .build(),
            region)
        .stream()
        .flatMap(page -> page.permissionSets().stream())
        .toList();
  }

  private boolean administrator(String instance, String set, String region) throws CallFailed {
    return account
        .pages(
            Reads.LIST_MANAGED_POLICIES_IN_PERMISSION_SET,
            ListManagedPoliciesInPermissionSetRequest.builder()
                .instanceArn(instance)
                .permissionSetArn(set)
                .build(),
            region)
        .stream()
        .flatMap(page -> page.attachedManagedPolicies().stream())
        .anyMatch(policy -> policy.arn().endsWith(":policy/AdministratorAccess"));
  }

  private boolean assigned(String instance, String set, String region) throws CallFailed {
    return account
        .pages(
            Reads.LIST_ACCOUNT_ASSIGNMENTS,
            ListAccountAssignmentsRequest.builder()
                .instanceArn(instance)
                .permissionSetArn(set)
                .accountId(account.identity().accountId())
                .build(),
            region)
        .stream()
        .anyMatch(page -> !page.accountAssignments().isEmpty());
  }
}
