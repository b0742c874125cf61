package dev.firstday.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What IAM Identity Center has to do with the account. */
final class IdentityCenterRecord {
  /** The role that it makes of a permission set. */
  static final String ROLE = "AWSReservedSSO_AdministratorAccess_0123456789abcdef";

  static final String INSTANCE = "arn:aws:sso:::instance/ssoins-0123456789abcdef";

  /** Where the instance lives, if this account may see one. */
  Optional<String> region = Optional.empty();

  /** The permission sets that are provisioned here. */
  final List<PermissionSet> provisioned = new ArrayList<>();

  /**
   * A permission set.
   *
   * @param policies ARNs of its managed policies
   * @param people ids of those it is assigned to
   */
  record PermissionSet(String arn, List<String> policies, List<String> people) {}
}
