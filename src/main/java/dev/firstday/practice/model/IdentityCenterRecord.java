package dev.firstday.practice.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.Role;

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

  /**
   * AdministratorAccess is provisioned in the account.
   *
   * @param home the Region where the instance lives
   * @param own whether this account may see the instance
   * @param people whom it is assigned to
   * @return the role that Identity Center makes of it
   */
  public Role provision(String home, boolean own, List<String> people) {
    region = own ? Optional.of(home) : Optional.empty();
    String arn = INSTANCE.replace("instance", "permissionSet") + "/ps-1";
    provisioned.add(new PermissionSet(arn, List.of(People.ADMINISTRATOR), people));
    String path = home.equals("us-east-1") ? "" : home + "/";
    return Role.builder().roleName(ROLE).path("/aws-reserved/sso.amazonaws.com/" + path).build();
  }
}
