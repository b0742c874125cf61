package dev.firstday.steps.people;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.failure.CallFailed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
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
    IamQueries iam = new IamQueries(account);
    Operation<?, ?> read = Reads.LIST_ENTITIES_FOR_POLICY;
    List<ListEntitiesForPolicyResponse> pages = iam.administrators().all(List::of);
    Set<String> directly =
        names(read, pages, ListEntitiesForPolicyResponse::policyUsers, PolicyUser::userName);
    Set<String> roles =
        names(read, pages, ListEntitiesForPolicyResponse::policyRoles, PolicyRole::roleName);
    NavigableMap<String, Set<String>> groups = new TreeMap<>();
    for (String group :
        names(read, pages, ListEntitiesForPolicyResponse::policyGroups, PolicyGroup::groupName)) {
      List<GetGroupResponse> members = iam.group(group).all(List::of);
      groups.put(group, names(Reads.GET_GROUP, members, GetGroupResponse::users, User::userName));
    }
    Set<String> users = new TreeSet<>(directly);
    groups.values().forEach(users::addAll);
    Optional<String> role =
        roles.stream().filter(name -> name.startsWith(IDENTITY_CENTER)).findFirst();
    boolean attached = !roles.isEmpty() || !directly.isEmpty() || !groups.isEmpty();
    return new Administrators(users, directly, attached, groups, role);
  }

  /** Whoever has the policy has a name. */
  private static <P, T> Set<String> names(
      Operation<?, ?> read, List<P> pages, Function<P, List<T>> things, Function<T, String> name)
      throws CallFailed {
    Set<String> names = new LinkedHashSet<>();
    for (T thing : pages.stream().flatMap(page -> things.apply(page).stream()).toList()) {
      names.add(Account.required(read, name.apply(thing)));
    }
    return names;
  }

  boolean identityCenter() {
    return identityCenterRole.isPresent();
  }
}
