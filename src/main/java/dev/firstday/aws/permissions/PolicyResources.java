package dev.firstday.aws.permissions;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that policies are narrowed to, where a name can be told before AWS is asked.
 *
 * @param roles the service roles that the steps make
 * @param recorderRoles roles that AWS Config's recorder may be given
 * @param groups the group of administrators
 * @param users the administrator; empty if nobody is named, who then gets no password and no device
 * @param buckets buckets whose settings are completed; {@code *} at the end stands for any rest
 * @param trails trails that are made
 */
public record PolicyResources(
    List<String> roles,
    List<String> recorderRoles,
    List<String> groups,
    List<String> users,
    List<String> buckets,
    List<String> trails) {
  /** The role that AWS makes for AWS Config by itself. */
  public static final String CONFIG_ROLE =
      "aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

  /** Every bucket that firstday makes. */
  public static final String OWN_BUCKETS = "firstday-*";

  private static final Pattern NAME = Pattern.compile("[\\w+=,.@/-]+");

  /**
   * @throws IllegalArgumentException with a name that is none and would widen a policy
   */
  public PolicyResources {
    Stream.of(roles, recorderRoles, groups, users, buckets, trails)
        .flatMap(List::stream)
        .filter(name -> !NAME.matcher(name).matches())
        .filter(name -> !name.equals(OWN_BUCKETS))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(name);
            });
  }

  List<String> groupArns() {
    return withPath("group/", groups);
  }

  List<String> userArns() {
    return withPath("user/", users);
  }

  List<String> deviceArns() {
    return users.stream().map(user -> "mfa/firstday-" + user).toList();
  }

  /** Names are unique in an account, whatever the path that an ARN has before them. */
  private static List<String> withPath(String kind, List<String> names) {
    return names.stream().flatMap(name -> Stream.of(kind + name, kind + "*/" + name)).toList();
  }
}
