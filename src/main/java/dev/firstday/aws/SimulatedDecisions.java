package dev.firstday.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;

/** What IAM's simulator answers, as decisions by action and resource. */
final class SimulatedDecisions {
  private SimulatedDecisions() {}

  /** AWS gives one result an action, with all resources in it; it used to give one for each. */
  static void read(EvaluationResult result, Map<List<String>, Decision> answers) {
    boolean organization =
        result.organizationsDecisionDetail() == null
            || !Boolean.FALSE.equals(result.organizationsDecisionDetail().allowedByOrganizations());
    for (ResourceSpecificResult one : result.resourceSpecificResults()) {
      if (one.evalResourceName() == null) {
        continue;
      }
      answers.put(
          List.of(result.evalActionName(), one.evalResourceName()),
          decision(
              one.evalResourceDecision(),
              one.missingContextValues(),
              organization && within(one.permissionsBoundaryDecisionDetail())));
    }
    String resource = result.evalResourceName() == null ? "*" : result.evalResourceName();
    answers.putIfAbsent(
        List.of(result.evalActionName(), resource),
        decision(
            result.evalDecision(),
            result.missingContextValues(),
            organization && within(result.permissionsBoundaryDecisionDetail())));
  }

  private static boolean within(PermissionsBoundaryDecisionDetail boundary) {
    return boundary == null || !Boolean.FALSE.equals(boundary.allowedByPermissionsBoundary());
  }

  /**
   * What AWS's word means.
   *
   * @param missing what the policies ask for that only a real call has, as whether MFA was used
   * @param helped whether a policy of the user or role can help
   */
  private static Decision decision(
      PolicyEvaluationDecisionType word, List<String> missing, boolean helped) {
    if (word == PolicyEvaluationDecisionType.ALLOWED) {
      return Decision.ALLOWED;
    } else if (word == PolicyEvaluationDecisionType.UNKNOWN_TO_SDK_VERSION || !missing.isEmpty()) {
      return Decision.UNTESTED;
    }
    return word == PolicyEvaluationDecisionType.EXPLICIT_DENY || !helped
        ? Decision.FORBIDDEN
        : Decision.DENIED;
  }
}
