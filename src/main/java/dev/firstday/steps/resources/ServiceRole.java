package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;

/**
 * A role of ours with which a service acts in the account. One that is there is taken only after a
 * look at who may assume it and what it may do, and is completed: somebody else may have made it.
 *
 * @param id the id of the change that creates it
 * @param name its name, and that of its inline policy
 * @param description what it is for
 * @param trust lets the service assume it
 * @param allowed what the service does with it
 */
public record ServiceRole(
    Account account,
    String id,
    String name,
    String description,
    IamStatement trust,
    List<IamStatement> allowed) {
  private static final String GONE = "NoSuchEntity";
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  /**
   * How it stands.
   *
   * @param missing what a role that is there lacks
   * @param worthKnowing what is no lack
   * @param changes what gives the account the role, or what the role lacks
   */
  public record ObservedRole(List<Note> missing, List<Note> worthKnowing, List<Change> changes) {
    /** Says how it stands, and plans what it lacks. */
    public void say(Assessment.Builder found) {
      missing.forEach(found::missing);
      worthKnowing.forEach(found::info);
      changes.forEach(found::change);
    }
  }

  public String arn() {
    return "arn:%s:iam::%s:role/%s"
        .formatted(account.identity().partition(), account.identity().accountId(), name);
  }

  /** The id of the change of whom it trusts. */
  String trustId() {
    return id + "/trust";
  }

  /** The id of the change of what it may do. */
  String policyId() {
    return id + "/policy";
  }

  /** Begins to read the role. */
  public void prefetch() {
    account.prefetch(Reads.GET_ROLE, role());
  }

  /** Begins to read what the role may do, where it is there. */
  public void policyAhead() {
    account.prefetch(Reads.GET_ROLE_POLICY, policy());
  }

  private GetRoleRequest role() {
    return GetRoleRequest.builder().roleName(name).build();
  }

  private GetRolePolicyRequest policy() {
    return GetRolePolicyRequest.builder().roleName(name).policyName(name).build();
  }

  public ObservedRole look() throws CallFailed {
    ObservedRole observed =
        new ObservedRole(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Optional<String> there =
        account
            .find(Reads.GET_ROLE, role(), GONE)
            .map(GetRoleResponse::role)
            .map(role -> Policies.decoded(role.assumeRolePolicyDocument()));
    if (there.isPresent()) {
      trust(there.get(), observed);
    } else {
      observed.changes().add(create());
    }
    permissions(there.isPresent(), observed);
    return observed;
  }

  private Change create() {
    CreateRoleRequest create =
        CreateRoleRequest.builder()
            .roleName(name)
            .description(description)
            .assumeRolePolicyDocument(Policies.of(List.of(trust)))
            .tags(Tag.builder().key("CreatedBy").value("firstday").build())
            .build();
    return account
        .change(id, create)
        .verifiedBy(Reads.GET_ROLE, role(), "/Role/AssumeRolePolicyDocument")
        .undoneBy(Effect.DELETE, DeleteRoleRequest.builder().roleName(name).build())
        .build(Effect.CREATE, Note.of("role", name));
  }

  private void trust(String text, ObservedRole observed) {
    Policies.Present present = Policies.read(Optional.of(text));
    List<IamPrincipal> others = present.allowedBeside(trust.principals());
    if (!others.isEmpty()) {
      observed
          .worthKnowing()
          .add(
              Note.of(
                  "role-trusts-others",
                  name,
                  String.join(", ", others.stream().map(IamPrincipal::id).distinct().toList())));
    }
    if (present.covers(trust)) {
      return;
    }
    String service = trust.principals().getFirst().id();
    observed.missing().add(Note.of("role-trust", name, service));
    String completed = present.with(List.of(trust)).orElseGet(() -> Policies.of(List.of(trust)));
    observed
        .changes()
        .add(
            account
                .change(trustId(), trusting(completed))
                .verifiedBy(Reads.GET_ROLE, role(), "/Role/AssumeRolePolicyDocument")
                .undoneBy(Effect.CHANGE, trusting(text))
                .build(Effect.CHANGE, Note.of("role-trust", name, service)));
  }

  private UpdateAssumeRolePolicyRequest trusting(String document) {
    return UpdateAssumeRolePolicyRequest.builder().roleName(name).policyDocument(document).build();
  }

  private void permissions(boolean roleThere, ObservedRole observed) throws CallFailed {
    Optional<String> text = roleThere ? policyText() : Optional.empty();
    Policies.Present present = Policies.read(text);
    List<IamStatement> lacking =
        allowed.stream().filter(statement -> !present.covers(statement)).toList();
    if (lacking.isEmpty()) {
      return;
    }
    if (roleThere) {
      observed.missing().add(Note.of("role-policy-missing", name));
    }
    observed
        .changes()
        .add(permit(present.with(lacking).orElseGet(() -> Policies.of(allowed)), text));
  }

  private Optional<String> policyText() throws CallFailed {
    return account
        .find(Reads.GET_ROLE_POLICY, policy(), GONE)
        .map(answer -> Policies.decoded(answer.policyDocument()));
  }

  private Change permit(String completed, Optional<String> before) {
    AwsRequest undo =
        before
            .<AwsRequest>map(this::permitting)
            .orElseGet(
                () -> DeleteRolePolicyRequest.builder().roleName(name).policyName(name).build());
    return account
        .change(policyId(), permitting(completed))
        .verifiedBy(Reads.GET_ROLE_POLICY, policy(), "/PolicyDocument")
        .undoneBy(before.isPresent() ? Effect.CHANGE : Effect.DELETE, undo)
        .waitingFor(A_WHILE, GONE)
        .build(before.isPresent() ? Effect.CHANGE : Effect.CREATE, Note.of("role-policy", name));
  }

  private PutRolePolicyRequest permitting(String document) {
    return PutRolePolicyRequest.builder()
        .roleName(name)
        .policyName(name)
        .policyDocument(document)
        .build();
  }
}
