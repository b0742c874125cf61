package dev.firstday.aws;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** IAM policies made from the tables of reads and writes. */
public final class Permissions {
  private Permissions() {}

  /** What every run reads, to know whose account it is. */
  public static final List<String> ALWAYS =
      List.of(
          "iam:ListAccountAliases",
          "organizations:DescribeOrganization",
          "freetier:GetAccountPlanState");

  /**
   * The smallest policy that allows some operations.
   *
   * @param operations keys of {@link Reads} and {@link Writes}
   */
  public static Map<String, Object> policy(Collection<String> operations) {
    SortedSet<String> actions = new TreeSet<>();
    operations.forEach(key -> actions.addAll(actions(key)));
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", "Allow");
    statement.put("Action", List.copyOf(actions));
    statement.put("Resource", "*");
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("Version", "2012-10-17");
    policy.put("Statement", List.of(statement));
    return policy;
  }

  private static List<String> actions(String key) {
    return Stream.of(Reads.find(key), Writes.find(key))
        .flatMap(found -> found.stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(key + " is no operation of ours"))
        .actions();
  }
}
