package dev.firstday.aws.permissions;

/**
 * What can't be allowed without trusting somebody like an administrator, each a statement of its
 * own in the policies of {@link Permissions}.
 */
public enum AdministratorTrust {
  /** Whoever writes a role's policy and trust can take every right through that role. */
  SERVICE_ROLES("ServiceRolesOfFirstday"),
  /** Whoever puts people into the administrators' group can put in himself. */
  GROUP("GroupOfAdministrators"),
  /** Whoever sets an administrator's password and MFA device can sign in as that one. */
  USER("AdministratorUser");

  private final String sid;

  AdministratorTrust(String sid) {
    this.sid = sid;
  }

  /** The statement's id, by which the policies and what is said of them belong together. */
  public String sid() {
    return sid;
  }
}
