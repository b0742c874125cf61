package dev.firstday.practice.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What IAM Identity Center has to do with the account. */
public final class IdentityCenterRecord {
  /** The role that it makes of a permission set. */
  public static final String ROLE = "AWSReservedSSO_AdministratorAccess_0123456789abcdef";

  public static final String INSTANCE = "arn:aws:sso:::instance/ssoins-0123456789abcdef";

  /** Where the instance lives, if this account may see one. */
  public Optional<String> region = Optional.empty();

  /** The permission sets that are provisioned here. */
  public final List<PermissionSet> provisioned = new ArrayList<>();

  /**
   * A permission set.
   *
   * @param policies ARNs of its managed policies
   * @param people ids of those it is assigned to
   */
  public record PermissionSet(String arn, List<String> policies, List<String> people) {}
}
