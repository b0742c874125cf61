package dev.firstday.steps.watch;

import static dev.firstday.steps.watch.MetricFilterPatterns.any;
import static dev.firstday.steps.watch.MetricFilterPatterns.anyOf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is watched in the trail's log group: a metric, and the filters that feed it.
 *
 * <p>Auditors compare the text: the first pattern is the one that the CIS benchmark and Security
 * Hub prescribe, byte for byte, where they have one; a second one, on the same metric, sees what
 * the first one misses or what another auditor asks for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html">Security
 *     Hub controls for CloudWatch</a>
 */
public enum Monitor {
  ROOT_USE(
      "RootAccountUsage",
      "{$.userIdentity.type=\"Root\" && $.userIdentity.invokedBy NOT EXISTS"
          + " && $.eventType !=\"AwsServiceEvent\"}"),
  CONSOLE_SIGN_IN_FAILURE(
      "ConsoleAuthenticationFailure",
      "{($.eventName=ConsoleLogin) && ($.errorMessage=\"Failed authentication\")}",
      "{($.eventName=ConsoleLogin) && ($.responseElements.ConsoleLogin=\"Failure\")}"),
  CONSOLE_SIGN_IN_WITHOUT_MFA(
      "ConsoleSigninWithoutMFA",
      "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\")"
          + " && ($.userIdentity.type = \"IAMUser\")"
          + " && ($.responseElements.ConsoleLogin = \"Success\") }"),
  NETWORK_ACL_CHANGE(
      "NetworkACLChanges",
      any(
          """
          CreateNetworkAcl CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry
          ReplaceNetworkAclEntry ReplaceNetworkAclAssociation
          """)),
  VPC_CHANGE(
      "VPCChanges",
      any(
          """
          CreateVpc DeleteVpc ModifyVpcAttribute AcceptVpcPeeringConnection
          CreateVpcPeeringConnection DeleteVpcPeeringConnection RejectVpcPeeringConnection
          AttachClassicLinkVpc DetachClassicLinkVpc DisableVpcClassicLink EnableVpcClassicLink
          """)),
  NETWORK_GATEWAY_CHANGE(
      "NetworkGatewayChanges",
      any(
          """
          CreateCustomerGateway DeleteCustomerGateway AttachInternetGateway CreateInternetGateway
          DeleteInternetGateway DetachInternetGateway
          """)),
  SECURITY_GROUP_CHANGE(
      "SecurityGroupChanges",
      any(SharedNames.SECURITY_GROUP),
      any(SharedNames.SECURITY_GROUP + "ModifySecurityGroupRules")),
  IAM_POLICY_CHANGE(
      "IAMPolicyChanges",
      any(SharedNames.IAM_POLICY),
      anyOf("iam.amazonaws.com", SharedNames.IAM_POLICY)),
  IAM_ROLE_CHANGE(
      "IAMRoleChanges",
      anyOf(
          "iam.amazonaws.com",
          """
          CreateRole DeleteRole UpdateRole UpdateAssumeRolePolicy PutRolePermissionsBoundary
          DeleteRolePermissionsBoundary CreateServiceLinkedRole DeleteServiceLinkedRole
          """)),
  IAM_USER_CREATED("IAMUserCreation", anyOf("iam.amazonaws.com", "CreateUser CreateLoginProfile")),
  ACCESS_KEY_CREATED(
      "IAMAccessKeyCreation",
      "{($.eventSource=iam.amazonaws.com) && ($.eventName=CreateAccessKey)}"),
  CLOUDTRAIL_CHANGE(
      "CloudTrailChanges",
      any("CreateTrail UpdateTrail DeleteTrail StartLogging StopLogging"),
      anyOf(
          "cloudtrail.amazonaws.com",
          """
          PutEventSelectors PutInsightSelectors PutResourcePolicy DeleteResourcePolicy
          """)),
  SWITCH_ROLE_ERRORS(
      "SwitchRoleErrors",
      "{($.eventSource=signin.amazonaws.com) && ($.eventName=SwitchRole)"
          + " && ($.responseElements.SwitchRole=\"Failure\")}"),
  S3_BUCKET_POLICY_CHANGE(
      "S3BucketPolicyChanges",
      anyOf(
          "s3.amazonaws.com",
          """
          PutBucketAcl PutBucketPolicy PutBucketCors PutBucketLifecycle PutBucketReplication
          DeleteBucketPolicy DeleteBucketCors DeleteBucketLifecycle DeleteBucketReplication
          """)),
  KMS_KEY_DISABLED(
      "DisableOrDeleteCMK", anyOf("kms.amazonaws.com", "DisableKey ScheduleKeyDeletion")),
  KMS_KEY_USE_ERROR(
      "KMSKeyUseErrors",
      "{($.eventSource=kms.amazonaws.com) && (($.errorCode=\"DisabledException\")"
          + " || ($.errorCode=\"KMSInvalidStateException\")"
          + " || ($.errorMessage=\"*is pending deletion*\")"
          + " || ($.errorMessage=\"*is disabled*\"))}"),
  UNAUTHORIZED_API_CALL(
      "UnauthorizedAPICalls",
      "{($.errorCode=\"*UnauthorizedOperation\") || ($.errorCode=\"AccessDenied*\")}",
      "{($.errorCode=\"*UnauthorizedOperation\") || ($.errorCode=\"AccessDenied*\")"
          + " && ($.sourceIPAddress!=\"delivery.logs.amazonaws.com\")"
          + " && ($.eventName!=\"HeadBucket\")}"),
  ROUTE_TABLE_CHANGE(
      "RouteTableChanges",
      any(SharedNames.ROUTE_TABLE),
      anyOf("ec2.amazonaws.com", SharedNames.ROUTE_TABLE)),
  CONFIG_CHANGE(
      "AWSConfigChanges",
      anyOf(
          "config.amazonaws.com",
          """
          StopConfigurationRecorder DeleteDeliveryChannel PutDeliveryChannel
          PutConfigurationRecorder
          """)),
  ORGANIZATIONS_CHANGE(
      "OrganizationsChanges",
      anyOf(
          "organizations.amazonaws.com",
          """
          AcceptHandshake AttachPolicy CancelHandshake CreateAccount CreateOrganization
          CreateOrganizationalUnit CreatePolicy DeclineHandshake DeleteOrganization
          DeleteOrganizationalUnit DeletePolicy DetachPolicy DisablePolicyType EnableAllFeatures
          EnablePolicyType InviteAccountToOrganization LeaveOrganization MoveAccount
          RemoveAccountFromOrganization UpdatePolicy UpdateOrganizationalUnit
          """));

  /** Names of events that two patterns of a monitor share. */
  private static final class SharedNames {
    private static final String IAM_POLICY =
        """
        DeleteGroupPolicy DeleteRolePolicy DeleteUserPolicy PutGroupPolicy PutRolePolicy
        PutUserPolicy CreatePolicy DeletePolicy CreatePolicyVersion DeletePolicyVersion
        AttachRolePolicy DetachRolePolicy AttachUserPolicy DetachUserPolicy AttachGroupPolicy
        DetachGroupPolicy
        """;
    private static final String ROUTE_TABLE =
        """
        CreateRoute CreateRouteTable ReplaceRoute ReplaceRouteTableAssociation DeleteRouteTable
        DeleteRoute DisassociateRouteTable
        """;
    private static final String SECURITY_GROUP =
        """
        AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress
        RevokeSecurityGroupEgress CreateSecurityGroup DeleteSecurityGroup
        """;
  }

  private final String metric;
  private final List<String> patterns;

  Monitor(String metric, String... patterns) {
    this.metric = metric;
    this.patterns = List.of(patterns);
  }

  /** Its name in settings, ids of changes and codes of findings. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Monitor> of(String id) {
    return Arrays.stream(values()).filter(monitor -> monitor.id().equals(id)).findFirst();
  }

  /** The name of its metric, which no other metric of the account may have. */
  String metric() {
    return metric;
  }

  /** The filter patterns, the prescribed one first. */
  public List<String> patterns() {
    return patterns;
  }

  /** The patterns of which one alone is enough, where somebody else has made the filter. */
  List<String> alternatives() {
    // The second one sees other events than the first.
    return this == CLOUDTRAIL_CHANGE ? List.of(patterns.getFirst()) : patterns;
  }
}
