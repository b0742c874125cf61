package dev.firstday.aws;

import dev.firstday.aws.operations.Reads;
import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;

/**
 * Has IAM simulate the calls of a plan. It knows of the policies of a user or role, of its boundary
 * and, in part, of the organization's; not of those of resources and sessions.
 */
final class Simulation {
  private final SdkCaller caller;
  private final Identity identity;

  Simulation(SdkCaller caller, Identity identity) {
    this.caller = caller;
    this.identity = identity;
  }

  PermissionReport of(Plan plan) {
    List<SimulatedAction> all =
        plan.changes().stream()
            .flatMap(planned -> SimulatedAction.by(planned.change(), identity).stream())
            .distinct()
            .toList();
    Map<SimulatedAction, Decision> decided = new LinkedHashMap<>();
    all.forEach(asked -> decided.put(asked, Decision.UNTESTED));
    Optional<Note> why = Optional.of(Note.of("rights.unsure"));
    try {
      decided.putAll(simulated(principal(), List.copyOf(groups(all).values())));
    } catch (Untestable e) {
      why = Optional.of(e.why);
    } catch (CallFailed e) {
      why = Optional.of(reason(e.problem()));
    }
    return rights(decided, why);
  }

  /** There is nobody whose policies IAM could simulate. */
  private static final class Untestable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Note why;

    Untestable(String why) {
      super(why);
      this.why = Note.of(why);
    }
  }

  /** The user or role whose policies count. */
  private String principal() throws CallFailed, Untestable {
    return switch (identity.kind()) {
      case ROOT -> throw new Untestable("rights.root");
      case USER -> identity.arn();
      case ROLE, IDENTITY_CENTER -> role();
      case FEDERATED, UNKNOWN -> throw new Untestable("rights.no-principal");
    };
  }

  /** The ARN of a session names the role, but not its path. */
  private String role() throws CallFailed {
    String name = identity.arn().split("/", -1)[1];
    Role role =
        Account.required(
            Reads.GET_ROLE,
            caller.read(Reads.GET_ROLE, GetRoleRequest.builder().roleName(name).build()).role());
    return Account.required(Reads.GET_ROLE, role.arn());
  }

  private static Note reason(Problem problem) {
    return problem.kind() == Problem.Kind.DENIED
        ? Note.of("rights.not-allowed", problem.action())
        : Note.of("rights.no-answer");
  }

  /** Questions that fit into one call: every action in it is tried on every resource in it. */
  private static Map<List<Object>, List<SimulatedAction>> groups(List<SimulatedAction> all) {
    Map<List<Object>, List<SimulatedAction>> groups = new LinkedHashMap<>();
    for (SimulatedAction asked : all) {
      String service = asked.action().substring(0, asked.action().indexOf(':'));
      boolean anywhere = asked.resource().equals("*");
      groups
          .computeIfAbsent(
              List.of(anywhere ? "*" : service, asked.context()), key -> new ArrayList<>())
          .add(asked);
    }
    return groups;
  }

  /** Where the first call fails so would the others, and each would be a line in somebody's log. */
  private Map<SimulatedAction, Decision> simulated(
      String principal, List<List<SimulatedAction>> groups) throws CallFailed {
    Map<SimulatedAction, Decision> decided = new HashMap<>();
    if (groups.isEmpty()) {
      return decided;
    }
    decided.putAll(simulated(groups.getFirst(), principal));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Map<SimulatedAction, Decision>>> calls =
          groups.stream()
              .skip(1)
              .map(group -> threads.submit(() -> simulated(group, principal)))
              .toList();
      for (Future<Map<SimulatedAction, Decision>> call : calls) {
        decided.putAll(call.get());
      }
      return decided;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CallFailed failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return decided;
    }
  }

  private Map<SimulatedAction, Decision> simulated(List<SimulatedAction> group, String principal)
      throws CallFailed {
    SimulatePrincipalPolicyRequest request = request(group, principal);
    Map<List<String>, Decision> answers = new HashMap<>();
    List<EvaluationResult> results =
        Reads.SIMULATE_PRINCIPAL_POLICY
            .pages(request, page -> caller.read(Reads.SIMULATE_PRINCIPAL_POLICY, page))
            .stream()
            .flatMap(page -> page.evaluationResults().stream())
            .toList();
    Account.requiredInEach(
        Reads.SIMULATE_PRINCIPAL_POLICY, results, EvaluationResult::evalActionName);
    results.forEach(result -> SimulatedDecisions.read(result, answers));
    Map<SimulatedAction, Decision> decided = new HashMap<>();
    group.forEach(asked -> decided.put(asked, decision(asked, answers)));
    return decided;
  }

  private static SimulatePrincipalPolicyRequest request(
      List<SimulatedAction> group, String principal) {
    return SimulatePrincipalPolicyRequest.builder()
        .policySourceArn(principal)
        .actionNames(group.stream().map(SimulatedAction::action).distinct().toList())
        .resourceArns(group.stream().map(SimulatedAction::resource).distinct().toList())
        .contextEntries(
            group.getFirst().context().entrySet().stream()
                .map(
                    entry ->
                        ContextEntry.builder()
                            .contextKeyName(entry.getKey())
                            .contextKeyType("string")
                            .contextKeyValues(entry.getValue())
                            .build())
                .toList())
        .maxItems(1000)
        .build();
  }

  /** That nothing allows it for one name does not say that nothing does for another. */
  private static Decision decision(SimulatedAction asked, Map<List<String>, Decision> answers) {
    Decision answer =
        answers.getOrDefault(List.of(asked.action(), asked.resource()), Decision.UNTESTED);
    return answer == Decision.DENIED && !asked.named() ? Decision.UNTESTED : answer;
  }

  private static PermissionReport rights(
      Map<SimulatedAction, Decision> decided, Optional<Note> why) {
    Map<String, Decision> worst = new TreeMap<>();
    decided.forEach(
        (asked, decision) ->
            worst.merge(asked.action(), decision, (a, b) -> a.compareTo(b) > 0 ? a : b));
    List<String> untested = with(worst, Decision.UNTESTED);
    return new PermissionReport(
        with(worst, Decision.ALLOWED),
        with(worst, Decision.DENIED),
        with(worst, Decision.FORBIDDEN),
        untested,
        untested.isEmpty() ? Optional.empty() : why);
  }

  private static List<String> with(Map<String, Decision> all, Decision decision) {
    return all.entrySet().stream()
        .filter(one -> one.getValue() == decision)
        .map(Map.Entry::getKey)
        .toList();
  }
}
