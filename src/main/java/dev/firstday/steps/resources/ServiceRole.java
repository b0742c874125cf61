package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.Query;
import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
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
    role().prefetch();
  }

  /** Begins to read what the role may do, where it is there. */
  public void policyAhead() {
    policy().prefetch();
  }

  private Query<GetRoleResponse> role() {
    return account.query(Reads.GET_ROLE, role -> role.roleName(name));
  }

  private Query<GetRolePolicyResponse> policy() {
    return account.query(Reads.GET_ROLE_POLICY, policy -> policy.roleName(name).policyName(name));
  }

  public ObservedRole look() throws CallFailed {
    ObservedRole observed =
        new ObservedRole(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Optional<String> there =
        role()
            .find(GONE)
            .map(GetRoleResponse::role)
            .map(role -> Policies.decoded(role.assumeRolePolicyDocument()));
    there.ifPresentOrElse(text -> trust(text, observed), () -> observed.changes().add(create()));
    permissions(there.isPresent(), observed);
    return observed;
  }

  private Change create() {
    return account
        .change(
            id,
            CreateRoleRequest.builder()
                .roleName(name)
                .description(description)
                .assumeRolePolicyDocument(Policies.of(List.of(trust)))
                .tags(Tag.builder().key("CreatedBy").value("firstday").build()))
        .verifiedBy(role(), "/Role/AssumeRolePolicyDocument")
        .create(Note.of("role", name));
  }

  private void trust(String text, ObservedRole observed) {
    Policies.Present present = Policies.read(Optional.of(text));
    List<String> others =
        present.allowedBeside(trust.principals()).stream()
            .map(IamPrincipal::id)
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      observed.worthKnowing().add(Note.of("role-trusts-others", name, String.join(", ", others)));
    }
    if (present.covers(trust)) {
      return;
    }
    Note lack = Note.of("role-trust", name, trust.principals().getFirst().id());
    observed.missing().add(lack);
    String completed = present.with(List.of(trust)).orElseGet(() -> Policies.of(List.of(trust)));
    observed
        .changes()
        .add(
            account
                .change(trustId(), trusting(completed))
                .verifiedBy(role(), "/Role/AssumeRolePolicyDocument")
                .update(lack, trusting(text)));
  }

  private UpdateAssumeRolePolicyRequest.Builder trusting(String document) {
    return UpdateAssumeRolePolicyRequest.builder().roleName(name).policyDocument(document);
  }

  private void permissions(boolean roleThere, ObservedRole observed) throws CallFailed {
    Optional<String> before =
        roleThere
            ? policy().find(GONE).map(answer -> Policies.decoded(answer.policyDocument()))
            : Optional.empty();
    Policies.Present present = Policies.read(before);
    List<IamStatement> lacking = present.lacking(allowed);
    if (lacking.isEmpty()) {
      return;
    }
    if (roleThere) {
      observed.missing().add(Note.of("role-policy-missing", name));
    }
    String completed = present.with(lacking).orElseGet(() -> Policies.of(allowed));
    observed
        .changes()
        .add(
            account
                .change(policyId(), permitting(completed))
                .verifiedBy(policy(), "/PolicyDocument")
                .waitingFor(A_WHILE, GONE)
                .put(Note.of("role-policy", name), before.map(this::permitting)));
  }

  private PutRolePolicyRequest.Builder permitting(String document) {
    return PutRolePolicyRequest.builder().roleName(name).policyName(name).policyDocument(document);
  }
}
