package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.steps.resources.Partition;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;
import software.amazon.awssdk.services.ssoadmin.model.ListAccountAssignmentsResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListManagedPoliciesInPermissionSetResponse;
import software.amazon.awssdk.services.ssoadmin.model.ListPermissionSetsProvisionedToAccountResponse;

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
        account.query(Reads.LIST_INSTANCES).in(region).all(ListInstancesResponse::instances);
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
        account.query(Reads.GET_ROLE, iam -> iam.roleName(role)).required(it -> it.role().path());
    return Optional.of(path)
        .filter(text -> text.startsWith(PATH))
        .map(text -> text.substring(PATH.length()).replace("/", ""))
        .filter(text -> !text.isEmpty())
        .orElseGet(() -> Partition.globalRegion(account));
  }

  private List<String> provisioned(String instance, String region) throws CallFailed {
    return account
        .query(
            Reads.LIST_PERMISSION_SETS_PROVISIONED_TO_ACCOUNT,
            sets -> sets.instanceArn(instance).accountId(account.identity().accountId()))
        .in(region)
        .all(ListPermissionSetsProvisionedToAccountResponse::permissionSets);
  }

  private boolean administrator(String instance, String set, String region) throws CallFailed {
    return account
        .query(
            Reads.LIST_MANAGED_POLICIES_IN_PERMISSION_SET,
            policies -> policies.instanceArn(instance).permissionSetArn(set))
        .in(region)
        .all(ListManagedPoliciesInPermissionSetResponse::attachedManagedPolicies)
        .stream()
        .anyMatch(policy -> policy.arn().endsWith(":policy/AdministratorAccess"));
  }

  private boolean assigned(String instance, String set, String region) throws CallFailed {
    return !account
        .query(
            Reads.LIST_ACCOUNT_ASSIGNMENTS,
            assignments ->
                assignments
                    .instanceArn(instance)
                    .permissionSetArn(set)
                    .accountId(account.identity().accountId()))
        .in(region)
        .all(ListAccountAssignmentsResponse::accountAssignments)
        .isEmpty();
  }
}
