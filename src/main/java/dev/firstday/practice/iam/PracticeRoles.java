package dev.firstday.practice.iam;

import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.PracticeState;
import dev.firstday.practice.model.Roles;
import dev.firstday.practice.model.ServiceLinkedRoles;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;

/** The part of IAM that is about roles and their policies. */
abstract class PracticeRoles implements IamClient {
  final PracticeCall practiceCall;
  final IamEntities entities;

  PracticeRoles(PracticeCall practiceCall) {
    this.practiceCall = practiceCall;
    this.entities = new IamEntities(practiceCall);
  }

  @Override
  public CreateRoleResponse createRole(CreateRoleRequest request) {
    return practiceCall.answer(
        "CreateRole",
        request,
        model -> {
          if (model.roles.find(request.roleName()).isPresent()) {
            throw practiceCall.error(
                EntityAlreadyExistsException.builder(),
                409,
                "EntityAlreadyExists",
                "Role with name %s already exists.".formatted(request.roleName()));
          }
          String path = request.path() == null ? "/" : request.path();
          Role role =
              role(path, request.roleName(), request.assumeRolePolicyDocument(), model)
                  .description(request.description())
                  .tags(request.tags())
                  .build();
          model.roles.put(role, model.replaying);
          return CreateRoleResponse.builder().role(role);
        });
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

  @Override
  public GetRoleResponse getRole(GetRoleRequest request) {
    return practiceCall.answer(
        "GetRole",
        request,
        model -> GetRoleResponse.builder().role(role(model, request.roleName()).role()));
  }

  @Override
  public DeleteRoleResponse deleteRole(DeleteRoleRequest request) {
    return practiceCall.answer(
        "DeleteRole",
        request,
        model -> {
          if (!role(model, request.roleName()).policies.isEmpty()) {
            throw practiceCall.error(
                DeleteConflictException.builder(),
                409,
                "DeleteConflict",
                "Cannot delete entity, must delete policies first.");
          }
          model.roles.remove(request.roleName());
          return DeleteRoleResponse.builder();
        });
  }

  @Override
  public UpdateAssumeRolePolicyResponse updateAssumeRolePolicy(
      UpdateAssumeRolePolicyRequest request) {
    return practiceCall.answer(
        "UpdateAssumeRolePolicy",
        request,
        model -> {
          role(model, request.roleName()).trust(encoded(request.policyDocument()));
          return UpdateAssumeRolePolicyResponse.builder();
        });
  }

  @Override
  public PutRolePolicyResponse putRolePolicy(PutRolePolicyRequest request) {
    return practiceCall.answer(
        "PutRolePolicy",
        request,
        model -> {
          role(model, request.roleName())
              .policies
              .put(request.policyName(), request.policyDocument());
          return PutRolePolicyResponse.builder();
        });
  }

  @Override
  public GetRolePolicyResponse getRolePolicy(GetRolePolicyRequest request) {
    return practiceCall.answer(
        "GetRolePolicy",
        request,
        model -> {
          String policy = role(model, request.roleName()).policies.get(request.policyName());
          if (policy == null) {
            throw noRolePolicy(request.policyName());
          }
          return GetRolePolicyResponse.builder()
              .roleName(request.roleName())
              .policyName(request.policyName())
              .policyDocument(encoded(policy));
        });
  }

  @Override
  public DeleteRolePolicyResponse deleteRolePolicy(DeleteRolePolicyRequest request) {
    return practiceCall.answer(
        "DeleteRolePolicy",
        request,
        model -> {
          if (role(model, request.roleName()).policies.remove(request.policyName()) == null) {
            throw noRolePolicy(request.policyName());
          }
          return DeleteRolePolicyResponse.builder();
        });
  }

  @Override
  public CreateServiceLinkedRoleResponse createServiceLinkedRole(
      CreateServiceLinkedRoleRequest request) {
    return practiceCall.answer(
        "CreateServiceLinkedRole",
        request,
        model -> {
          String service = request.awsServiceName();
          String name = ServiceLinkedRoles.name(service);
          if (model.roles.find(name).isPresent()) {
            throw practiceCall.error(
                InvalidInputException.builder(),
                400,
                "InvalidInput",
                ("Service role name %s has been taken in this account, please try a different"
                        + " suffix.")
                    .formatted(name));
          }
          Role role =
              role(ServiceLinkedRoles.path(service), name, ServiceLinkedRoles.trust(service), model)
                  .build();
          model.roles.put(role, true);
          return CreateServiceLinkedRoleResponse.builder().role(role);
        });
  }

  @Override
  public DeleteServiceLinkedRoleResponse deleteServiceLinkedRole(
      DeleteServiceLinkedRoleRequest request) {
    return practiceCall.answer(
        "DeleteServiceLinkedRole",
        request,
        model -> {
          Role role = role(model, request.roleName()).role();
          model.roles.remove(role.roleName());
          return DeleteServiceLinkedRoleResponse.builder()
              .deletionTaskId("task" + role.path() + role.roleName() + "/1");
        });
  }

  private Roles.RoleRecord role(PracticeState model, String name) {
    return model
        .roles
        .find(name)
        .orElseThrow(
            () -> entities.noSuchEntity("The role with name %s cannot be found.".formatted(name)));
  }

  private AwsServiceException noRolePolicy(String name) {
    return entities.noSuchEntity("The role policy with name %s cannot be found.".formatted(name));
  }
}
