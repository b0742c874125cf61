package dev.firstday.report.cloudformation;

import static dev.firstday.report.cloudformation.ResourceProperties.map;
import static dev.firstday.report.cloudformation.ResourceProperties.parsed;
import static dev.firstday.report.cloudformation.ResourceProperties.reference;
import static dev.firstday.report.cloudformation.ResourceProperties.text;
import static dev.firstday.report.cloudformation.ResourceProperties.with;

import dev.firstday.report.cloudformation.CloudFormationResource.NestedProperties;
import dev.firstday.report.cloudformation.CloudFormationResource.Own;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The writes to IAM as resources. */
final class IamResources {
  private static final String TRUST = "AssumeRolePolicyDocument";

  private IamResources() {}

  static Own role(Map<String, Object> request) {
    return new Own(
        CloudFormationResource.ROLE,
        text(request, "RoleName"),
        false,
        with(request, TRUST, parsed(request, TRUST)));
  }

  static NestedProperties rolePolicy(Map<String, Object> request) {
    Map<String, Object> policy =
        map(
            "PolicyName",
            request.get("PolicyName"),
            "PolicyDocument",
            parsed(request, "PolicyDocument"));
    return new NestedProperties(
        CloudFormationResource.ROLE, text(request, "RoleName"), map("Policies", List.of(policy)));
  }

  static Own serviceLinkedRole(Map<String, Object> request) {
    return new Own(
        CloudFormationResource.LINKED_ROLE,
        "aws-service-role/" + request.get("AWSServiceName"),
        true,
        request);
  }

  static Own group(Map<String, Object> request) {
    return new Own(
        CloudFormationResource.GROUP,
        text(request, "GroupName"),
        false,
        map("GroupName", request.get("GroupName")));
  }

  static NestedProperties groupPolicy(Map<String, Object> request) {
    return new NestedProperties(
        CloudFormationResource.GROUP,
        text(request, "GroupName"),
        map("ManagedPolicyArns", List.of(Objects.requireNonNull(request.get("PolicyArn")))));
  }

  static Own user(Map<String, Object> request) {
    return new Own(
        CloudFormationResource.USER,
        text(request, "UserName"),
        false,
        map("UserName", request.get("UserName"), "Tags", request.get("Tags")));
  }

  static Own membership(Map<String, Object> request) {
    return Own.unnamed(
        "AWS::IAM::UserToGroupAddition",
        map(
            "GroupName",
            reference(CloudFormationResource.GROUP, request.get("GroupName")),
            "Users",
            List.of(reference(CloudFormationResource.USER, request.get("UserName")))));
  }
}
