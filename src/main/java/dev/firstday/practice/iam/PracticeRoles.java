package dev.firstday.practice.iam;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Roles;
import dev.firstday.practice.model.ServiceLinkedRoles;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;

/** The part of IAM that is about roles and their policies. */
public final class PracticeRoles {
  private PracticeRoles() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers
        .on(CreateRoleRequest.class, PracticeRoles::create)
        .on(
            GetRoleRequest.class,
            (model, request) ->
                GetRoleResponse.builder().role(find(model, request.roleName()).role()))
        .on(DeleteRoleRequest.class, DeleteRoleResponse::builder, PracticeRoles::delete)
        .on(
            UpdateAssumeRolePolicyRequest.class,
            UpdateAssumeRolePolicyResponse::builder,
            (model, request) ->
                find(model, request.roleName()).trust(encoded(request.policyDocument())))
        .on(PutRolePolicyRequest.class, PutRolePolicyResponse::builder, PracticeRoles::putPolicy)
        .on(GetRolePolicyRequest.class, PracticeRoles::policy)
        .on(
            DeleteRolePolicyRequest.class,
            DeleteRolePolicyResponse::builder,
            PracticeRoles::deletePolicy)
        .on(CreateServiceLinkedRoleRequest.class, PracticeRoles::createLinked)
        .on(DeleteServiceLinkedRoleRequest.class, PracticeRoles::deleteLinked);
  }

  private static AwsResponse.Builder create(PracticeState model, CreateRoleRequest request) {
    String name = request.roleName();
    if (model.roles.find(name).isPresent()) {
      throw error(409, "EntityAlreadyExists", "Role with name %s already exists.", name);
    }
    String path = request.path() == null ? "/" : request.path();
    Role role =
        role(path, name, request.assumeRolePolicyDocument(), model)
            .description(request.description())
            .tags(request.tags())
            .build();
    model.roles.put(role, model.replaying);
    return CreateRoleResponse.builder().role(role);
  }

  private static Role.Builder role(String path, String name, String trust, PracticeState model) {
    return Role.builder()
        .path(path)
        .roleName(name)
        .roleId("AROA" + String.format(Locale.ROOT, "%017d", Math.abs((long) name.hashCode())))
        .arn("arn:aws:iam::%s:role%s%s".formatted(PracticeState.ACCOUNT_ID, path, name))
        .createDate(model.opened)
        .maxSessionDuration(3600)
        .assumeRolePolicyDocument(encoded(trust));
  }

  // IAM gives policies back percent-encoded, and the SDK leaves them so.
  private static String encoded(String policy) {
    return URLEncoder.encode(policy, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void delete(PracticeState model, DeleteRoleRequest request) {
    if (!find(model, request.roleName()).policies.isEmpty()) {
      throw error(409, "DeleteConflict", "Cannot delete entity, must delete policies first.");
    }
    model.roles.remove(request.roleName());
  }

  private static void putPolicy(PracticeState model, PutRolePolicyRequest request) {
    find(model, request.roleName()).policies.put(request.policyName(), request.policyDocument());
  }

  private static AwsResponse.Builder policy(PracticeState model, GetRolePolicyRequest request) {
    String policy = find(model, request.roleName()).policies.get(request.policyName());
    if (policy == null) {
      throw noPolicy(request.policyName());
    }
    return GetRolePolicyResponse.builder()
        .roleName(request.roleName())
        .policyName(request.policyName())
        .policyDocument(encoded(policy));
  }

  private static void deletePolicy(PracticeState model, DeleteRolePolicyRequest request) {
    if (find(model, request.roleName()).policies.remove(request.policyName()) == null) {
      throw noPolicy(request.policyName());
    }
  }

  private static AwsResponse.Builder createLinked(
      PracticeState model, CreateServiceLinkedRoleRequest request) {
    String service = request.awsServiceName();
    String name = ServiceLinkedRoles.name(service);
    if (model.roles.find(name).isPresent()) {
      throw error(
          400,
          "InvalidInput",
          "Service role name %s has been taken in this account, please try a different suffix.",
          name);
    }
    Role role =
        role(ServiceLinkedRoles.path(service), name, ServiceLinkedRoles.trust(service), model)
            .build();
    model.roles.put(role, true);
    return CreateServiceLinkedRoleResponse.builder().role(role);
  }

  private static AwsResponse.Builder deleteLinked(
      PracticeState model, DeleteServiceLinkedRoleRequest request) {
    Role role = find(model, request.roleName()).role();
    model.roles.remove(role.roleName());
    return DeleteServiceLinkedRoleResponse.builder()
        .deletionTaskId("task" + role.path() + role.roleName() + "/1");
  }

  private static Roles.RoleRecord find(PracticeState model, String name) {
    return model.roles.find(name).orElseThrow(() -> IamEntities.missing("role", name));
  }

  private static AwsServiceException noPolicy(String name) {
    return IamEntities.missing("role policy", name);
  }
}
