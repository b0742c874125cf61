package dev.firstday.aws;

import dev.firstday.engine.Printer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** Characters that a managed policy may have; white space does not count. */
  static final int LONGEST = 6144;

  // A statement that is longer than this is cut in two, so that documents can be filled.
  private static final int ACTIONS_IN_A_STATEMENT = 40;

  /** The partition of a Region, which every ARN in it begins with. */
  public static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /**
   * The smallest policies that together allow some operations; as a rule one, and as many as it
   * takes where it would be too long for a managed policy.
   *
   * @param operations keys of {@link Reads} and {@link Writes}
   * @param partition that of the account
   * @param printer writes a policy as it will be used
   */
  public static List<Map<String, Object>> policies(
      Collection<String> operations, String partition, Printer printer) {
    List<List<Map<String, Object>>> documents = new ArrayList<>();
    for (Map<String, Object> statement : statements(operations, partition)) {
      if (documents.isEmpty() || length(documents.getLast(), statement, printer) > LONGEST) {
        documents.add(new ArrayList<>());
      }
      documents.getLast().add(statement);
    }
    return documents.stream().map(Permissions::policy).toList();
  }

  private static int length(
      List<Map<String, Object>> statements, Map<String, Object> one, Printer printer) {
    List<Map<String, Object>> all = new ArrayList<>(statements);
    all.add(one);
    return printer.json(policy(all)).replaceAll("\\s", "").length();
  }

  private static Map<String, Object> policy(List<Map<String, Object>> statements) {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("Version", "2012-10-17");
    policy.put("Statement", statements);
    return policy;
  }

  /** One statement for what can't be narrowed, then one for each scope. */
  private static List<Map<String, Object>> statements(
      Collection<String> operations, String partition) {
    SortedSet<String> anywhere = new TreeSet<>();
    Map<Map<String, Object>, SortedSet<String>> scoped = new LinkedHashMap<>();
    for (String key : new TreeSet<>(operations)) {
      Operation<?, ?> operation = operation(key);
      for (String action : operation.actions()) {
        List<Scope> scopes = Scope.of(action, operation);
        if (scopes.isEmpty()) {
          anywhere.add(action);
        }
        scopes.forEach(
            scope ->
                scoped
                    .computeIfAbsent(scope.statement(partition), rest -> new TreeSet<>())
                    .add(action));
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
