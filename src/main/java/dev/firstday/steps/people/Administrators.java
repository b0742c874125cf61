package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUser;
import software.amazon.awssdk.services.iam.model.User;

/**
 * Who has the policy AdministratorAccess. Somebody may be as powerful by another policy; these are
 * the ones at least.
 *
 * @param users names of the users who have it, themselves or through a group
 * @param directly names of the users to whom it is attached, other than through a group
 * @param attached whether it is attached to anybody at all: a user, a group or a role
 * @param groups members of the groups that have it, by the group's name
 * @param identityCenterRole a role through which IAM Identity Center gives it to somebody in this
 *     account
 */
record Administrators(
    Set<String> users,
    Set<String> directly,
    boolean attached,
    NavigableMap<String, Set<String>> groups,
    Optional<String> identityCenterRole) {
  /** Begins the names of the roles that Identity Center makes of a permission set. */
  private static final String IDENTITY_CENTER = "AWSReservedSSO_";

  static Administrators read(Account account) throws CallFailed {
    List<ListEntitiesForPolicyResponse> pages =
        account.pages(Reads.LIST_ENTITIES_FOR_POLICY, entities(account));
    Set<String> users = new TreeSet<>();
    for (ListEntitiesForPolicyResponse page : pages) {
      complete(page);
      page.policyUsers().forEach(user -> users.add(user.userName()));
    }
    Set<String> directly = Set.copyOf(users);
    NavigableMap<String, Set<String>> groups = new TreeMap<>();
    for (PolicyGroup group :
        pages.stream().flatMap(page -> page.policyGroups().stream()).toList()) {
      groups.put(group.groupName(), members(account, group.groupName()));
    }
    groups.values().forEach(users::addAll);
    Optional<String> role =
        pages.stream()
            .flatMap(page -> page.policyRoles().stream())
            .map(PolicyRole::roleName)
            .filter(name -> name.startsWith(IDENTITY_CENTER))
            .findFirst();
    boolean roles = pages.stream().anyMatch(page -> !page.policyRoles().isEmpty());
    boolean attached = roles || !directly.isEmpty() || !groups.isEmpty();
    return new Administrators(users, directly, attached, groups, role);
  }

  private static Set<String> members(Account account, String group) throws CallFailed {
    List<User> all =
        account.pages(Reads.GET_GROUP, group(group)).stream()
            .flatMap(page -> page.users().stream())
            .toList();
    return Account.requiredInEach(Reads.GET_GROUP, all, User::userName).stream()
        .map(User::userName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whoever has the policy has a name. */
  private static void complete(ListEntitiesForPolicyResponse page) throws CallFailed {
    Operation<?, ?> read = Reads.LIST_ENTITIES_FOR_POLICY;
    Account.requiredInEach(read, page.policyUsers(), PolicyUser::userName);
    Account.requiredInEach(read, page.policyGroups(), PolicyGroup::groupName);
    Account.requiredInEach(read, page.policyRoles(), PolicyRole::roleName);
  }

  boolean identityCenter() {
    return identityCenterRole.isPresent();
  }

  /** The ARN of the policy. */
  static String policy(Account account) {
    return "arn:%s:iam::aws:policy/AdministratorAccess".formatted(account.identity().partition());
  }

  /** The read that shows who has the policy. */
  static ListEntitiesForPolicyRequest entities(Account account) {
    return ListEntitiesForPolicyRequest.builder().policyArn(policy(account)).build();
  }

  /** The read that shows a group's members. */
  static GetGroupRequest group(String name) {
    return GetGroupRequest.builder().groupName(name).build();
  }
}
