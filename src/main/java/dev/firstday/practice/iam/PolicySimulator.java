package dev.firstday.practice.iam;

import static dev.firstday.practice.model.Errors.error;

import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PagedItems;
import dev.firstday.practice.model.People;
import dev.firstday.practice.model.PracticeState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.OrganizationsDecisionDetail;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/** IAM's policy simulator, for users: an administrator may do what nothing denies. */
public final class PolicySimulator {
  private PolicySimulator() {}

  /** Adds what answers these calls. */
  public static void handlers(Handlers handlers) {
    handlers.on(SimulatePrincipalPolicyRequest.class, PolicySimulator::answer);
  }

  private static AwsResponse.Builder answer(
      PracticeState model, SimulatePrincipalPolicyRequest request) {
    boolean administrator = administrator(model, request.policySourceArn());
    PagedItems<String> page =
        PagedItems.of(
            request.actionNames(),
            request.maxItems(),
            request.marker(),
            () -> error(400, "ValidationError", "Invalid Marker."));
    return SimulatePrincipalPolicyResponse.builder()
        .evaluationResults(
            page.items().stream()
                .map(action -> evaluated(model, action, request.resourceArns(), administrator))
                .toList())
        .isTruncated(!page.last())
        .marker(page.next());
  }

  private static boolean administrator(PracticeState model, String arn) {
    if (arn == null || !arn.matches("arn:aws:iam::\\d{12}:(user|group|role)/.+")) {
      throw error(400, "InvalidInput", "Invalid Entity Arn: " + arn);
    }
    People.UserRecord person =
        model.people.users.values().stream()
            .filter(user -> user.arn().equals(arn))
            .findFirst()
            .orElseThrow(() -> error(404, "NoSuchEntity", arn + " does not exist."));
    return Stream.concat(
            person.policies.stream(),
            model.people.groups.values().stream()
                .filter(group -> group.members.contains(person.name))
                .flatMap(group -> group.policies.stream()))
        .anyMatch(People.ADMINISTRATOR::equals);
  }

  private static EvaluationResult evaluated(
      PracticeState model, String action, List<String> resources, boolean administrator) {
    Optional<String> denied = Optional.ofNullable(model.denied.get(action));
    boolean organization =
        denied.filter(text -> text.contains("service control policy")).isPresent();
    PolicyEvaluationDecisionType decision =
        denied.filter(text -> text.contains("explicit deny")).isPresent()
            ? PolicyEvaluationDecisionType.EXPLICIT_DENY
            : denied.isPresent() || !administrator
                ? PolicyEvaluationDecisionType.IMPLICIT_DENY
                : PolicyEvaluationDecisionType.ALLOWED;
    return EvaluationResult.builder()
        .evalActionName(action)
        .evalResourceName(resources.isEmpty() ? "*" : resources.getFirst())
        .evalDecision(decision)
        .organizationsDecisionDetail(
            OrganizationsDecisionDetail.builder().allowedByOrganizations(!organization).build())
        .resourceSpecificResults(
            resources.stream()
                .map(
                    arn ->
                        ResourceSpecificResult.builder()
                            .evalResourceName(arn)
                            .evalResourceDecision(decision)
                            .build())
                .toList())
        .build();
  }
}
