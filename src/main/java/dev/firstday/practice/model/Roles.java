package dev.firstday.practice.model;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.model.Role;

/** The roles of the practice account, with their inline policies. */
public final class Roles {
  private final Map<String, RoleRecord> byName = new TreeMap<>();

  /** A role, its inline policies by name, and whether the services know it yet. */
  public static final class RoleRecord {
    private Role role;
    public final Map<String, String> policies = new TreeMap<>();
    private boolean known;

    private RoleRecord(Role role, boolean known) {
      this.role = role;
      this.known = known;
    }

    public Role role() {
      return role;
    }

    /** Changes who may assume it. */
    public void trust(String document) {
      role = role.toBuilder().assumeRolePolicyDocument(document).build();
    }
  }

  /**
   * Keeps a role.
   *
   * @param known whether the services know it at once: a new role takes a while to reach them
   */
  public RoleRecord put(Role role, boolean known) {
    RoleRecord kept = new RoleRecord(role, known);
    byName.put(role.roleName(), kept);
    return kept;
  }

  public Optional<RoleRecord> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Optional<RoleRecord> remove(String name) {
    return Optional.ofNullable(byName.remove(name));
  }

  /**
   * The role that a service is to assume; empty if it does not know it, as it does when it meets a
   * new role for the first time.
   */
  public Optional<RoleRecord> assumed(String arn) {
    Optional<RoleRecord> kept =
        byName.values().stream().filter(one -> one.role().arn().equals(arn)).findFirst();
    boolean known = kept.map(one -> one.known).orElse(false);
    kept.ifPresent(one -> one.known = true);
    return kept.filter(one -> known);
  }
}
