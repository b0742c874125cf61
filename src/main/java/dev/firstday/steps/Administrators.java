package dev.firstday.steps;

import dev.firstday.aws.Account;
import dev.firstday.aws.Reads;
import dev.firstday.engine.CallFailed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.User;

/**
 * Who has the policy AdministratorAccess. Somebody may be as powerful by another policy; these are
 * the ones at least.
 *
 * @param users names of the users who have it, themselves or through a group
 * @param identityCenter whether IAM Identity Center gives it to somebody in this account
 */
record Administrators(Set<String> users, boolean identityCenter) {
  /** Begins the names of the roles that Identity Center makes of a permission set. */
  private static final String IDENTITY_CENTER = "AWSReservedSSO_";

  static Administrators read(Account account) throws CallFailed {
    ListEntitiesForPolicyRequest read =
        ListEntitiesForPolicyRequest.builder()
            .policyArn(
                "arn:%s:iam::aws:policy/AdministratorAccess"
                    .formatted(account.identity().partition()))
            .build();
    List<ListEntitiesForPolicyResponse> pages = account.pages(Reads.LIST_ENTITIES_FOR_POLICY, read);
    Set<String> users = new TreeSet<>();
    pages.forEach(page -> page.policyUsers().forEach(user -> users.add(user.userName())));
    for (PolicyGroup group :
        pages.stream().flatMap(page -> page.policyGroups().stream()).toList()) {
      GetGroupRequest members = GetGroupRequest.builder().groupName(group.groupName()).build();
      account.pages(Reads.GET_GROUP, members).stream()
          .flatMap(page -> page.users().stream())
          .map(User::userName)
          .forEach(users::add);
    }
    boolean identityCenter =
        pages.stream()
            .flatMap(page -> page.policyRoles().stream())
            .anyMatch(role -> role.roleName().startsWith(IDENTITY_CENTER));
    return new Administrators(users, identityCenter);
  }
}
