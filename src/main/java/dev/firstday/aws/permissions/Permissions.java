package dev.firstday.aws.permissions;

import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import dev.firstday.engine.plan.Printer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * IAM policies made from the tables of reads and writes, each action as narrow as {@link Scope}.
 */
public final class Permissions {
  private Permissions() {}

  /** What every run reads: whose account it is, and whether a plan is allowed. */
  public static final List<String> ALWAYS =
      List.of(
          "iam:ListAccountAliases",
          "organizations:DescribeOrganization",
          "freetier:GetAccountPlanState",
          "iam:GetRole",
          "iam:SimulatePrincipalPolicy");

  /** What a policy is used as, which says how long it may be; white space does not count. */
  public enum PolicyUse {
    /** A customer managed policy; what does not fit into one goes to several. */
    MANAGED(6144),
    /** An inline policy of a role. All of a role's together may be this long, so it is one. */
    INLINE(10240);

    private final int limit;

    PolicyUse(int limit) {
      this.limit = limit;
    }

    /** Characters that one may have. */
    public int limit() {
      return limit;
    }
  }

  // A statement that is longer than this is cut in two, so that documents can be filled.
  private static final int ACTIONS_IN_A_STATEMENT = 40;

  /** The partition of a Region, which every ARN in it begins with. */
  public static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    if (region.startsWith("eusc-")) {
      return "aws-eusc";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /**
   * The smallest policies that together allow some operations; as a rule one, and as many as it
   * takes where it would be too long for a managed policy.
   *
   * @param operations keys of {@link Reads} and {@link Writes}
   * @param partition that of the account
   * @param named what they are narrowed to by name
   * @param form what they are used as; an inline one may come out longer than its limit
   * @param printer writes a policy as it will be used
   */
  public static List<Map<String, Object>> policies(
      Collection<String> operations,
      String partition,
      PolicyResources named,
      PolicyUse form,
      Printer printer) {
    List<Map<String, Object>> statements = statements(operations, partition, named);
    if (form == PolicyUse.INLINE || size(policy(statements), printer) <= form.limit()) {
      return List.of(policy(statements));
    }
    List<List<Map<String, Object>>> documents = new ArrayList<>();
    for (Map<String, Object> statement : statements) {
      if (documents.isEmpty() || size(documents.getLast(), statement, printer) > form.limit()) {
        documents.add(new ArrayList<>());
      }
      documents.getLast().add(statement);
    }
    return documents.stream().map(Permissions::policy).toList();
  }

  private static int size(
      List<Map<String, Object>> statements, Map<String, Object> one, Printer printer) {
    List<Map<String, Object>> all = new ArrayList<>(statements);
    all.add(one);
    return size(policy(all), printer);
  }

  /** How long a policy is as IAM counts: characters, without white space. */
  public static int size(Map<String, Object> policy, Printer printer) {
    return printer.json(policy).replaceAll("\\s", "").length();
  }

  /** Why whoever has these policies must be trusted like an administrator; empty if not. */
  public static List<AdministratorTrust> trust(List<Map<String, Object>> policies) {
    Set<Object> ids =
        policies.stream()
            .flatMap(policy -> ((List<?>) policy.getOrDefault("Statement", List.of())).stream())
            .map(statement -> ((Map<?, ?>) statement).get("Sid"))
            .collect(Collectors.toSet());
    return Stream.of(AdministratorTrust.values()).filter(one -> ids.contains(one.sid())).toList();
  }

  private static Map<String, Object> policy(List<Map<String, Object>> statements) {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("Version", "2012-10-17");
    policy.put("Statement", statements);
    return policy;
  }

  /** One statement for what can't be narrowed, then one for each scope. */
  private static List<Map<String, Object>> statements(
      Collection<String> operations, String partition, PolicyResources named) {
    SortedSet<String> anywhere = new TreeSet<>();
    Map<Map<String, Object>, SortedSet<String>> scoped = new LinkedHashMap<>();
    for (String key : new TreeSet<>(operations)) {
      Operation<?, ?> operation = operation(key);
      for (String action : operation.actions()) {
        List<Scope> scopes = Scopes.of(action, operation);
        if (scopes.isEmpty()) {
          anywhere.add(action);
        }
        scopes.stream()
            .flatMap(scope -> scope.statement(partition, named).stream())
            .forEach(rest -> scoped.computeIfAbsent(rest, same -> new TreeSet<>()).add(action));
      }
    }
    List<Map<String, Object>> statements = new ArrayList<>();
    cut(List.copyOf(anywhere))
        .forEach(part -> statements.add(statement(part, Map.of("Resource", "*"))));
    Map<String, Map<String, Object>> inOrder = new TreeMap<>();
    scoped.forEach(
        (rest, actions) ->
            inOrder.put(actions.first() + " " + rest, statement(List.copyOf(actions), rest)));
    statements.addAll(inOrder.values());
    return statements;
  }

  private static List<List<String>> cut(List<String> actions) {
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < actions.size(); from += ACTIONS_IN_A_STATEMENT) {
      int to = Math.min(from + ACTIONS_IN_A_STATEMENT, actions.size());
      parts.add(actions.subList(from, to));
    }
    return parts;
  }

  private static Map<String, Object> statement(List<String> actions, Map<String, Object> rest) {
    Map<String, Object> statement = new LinkedHashMap<>();
    if (rest.containsKey("Sid")) {
      statement.put("Sid", rest.get("Sid"));
    }
    statement.put("Effect", "Allow");
    statement.put("Action", actions);
    statement.putAll(rest);
    return statement;
  }

  private static Operation<?, ?> operation(String key) {
    Optional<Operation<?, ?>> found = Reads.find(key);
    return found
        .or(() -> Writes.find(key))
        .orElseThrow(() -> new IllegalArgumentException(key + " is no operation of ours"));
  }
}
