package dev.firstday.aws;

import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Writes;
import dev.firstday.aws.permissions.Scope;
import dev.firstday.aws.permissions.Scopes;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What IAM would be asked for a call: may this action be done to this resource.
 *
 * @param action the IAM action
 * @param resource the ARN of what it is done to, or {@code *}
 * @param named whether that is the very thing; if not, its id is one that AWS gives at the call
 * @param context what else is known of the call
 */
record SimulatedAction(String action, String resource, boolean named, Map<String, String> context) {
  /** The members of a request that name a thing, by the kind of thing as its ARN has it. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("alarm", List.of("/AlarmName", "/AlarmNames/0")),
          Map.entry("analyzer", List.of("/analyzerName")),
          Map.entry("budget", List.of("/BudgetName", "/Budget/BudgetName")),
          Map.entry("bucket", List.of("/Bucket")),
          Map.entry("cluster", List.of("/DBClusterIdentifier")),
          Map.entry("db", List.of("/DBInstanceIdentifier")),
          Map.entry("detector", List.of("/DetectorId")),
          Map.entry("group", List.of("/GroupName")),
          Map.entry("instance", List.of("/InstanceId")),
          Map.entry("loadbalancer", List.of("/LoadBalancerArn")),
          Map.entry("log-group", List.of("/logGroupName")),
          Map.entry("mfa", List.of("/VirtualMFADeviceName", "/SerialNumber")),
          Map.entry("role", List.of("/RoleName")),
          Map.entry("rule", List.of("/Rule", "/Name")),
          Map.entry("table", List.of("/TableName")),
          Map.entry("trail", List.of("/Name", "/TrailName")),
          Map.entry("user", List.of("/UserName")),
          Map.entry("vpc", List.of("/ResourceIds/0")));

  /** Where requests name the role that they pass on. */
  private static final List<String> PASSED =
      List.of(
          "/CloudWatchLogsRoleArn",
          "/DeliverLogsPermissionArn",
          "/ConfigurationRecorder/roleARN",
          "/Targets/0/RoleArn");

  /** All that IAM would be asked for a change. */
  static List<SimulatedAction> by(Change change, Identity identity) {
    return Writes.find(change.service() + ":" + change.operation())
        .map(write -> by(write, change, identity))
        .orElse(List.of());
  }

  private static List<SimulatedAction> by(Operation<?, ?> write, Change change, Identity identity) {
    List<SimulatedAction> asked = new ArrayList<>();
    for (String action : write.actions()) {
      List<Scope> scopes = Scopes.of(action, write);
      if (scopes.isEmpty()) {
        asked.add(anywhere(action, identity));
      }
      for (Scope scope : scopes) {
        for (String pattern : scope.resources()) {
          SimulatedAction one = on(action, pattern, scope, change, identity);
          // A request that passes no role on is asked nothing about roles.
          if (!action.equals("iam:PassRole") || one.named()) {
            asked.add(one);
          }
        }
      }
    }
    return asked;
  }

  private static SimulatedAction anywhere(String action, Identity identity) {
    String resource =
        action.startsWith("account:")
            ? "arn:%s:account::%s:account".formatted(identity.partition(), identity.accountId())
            : "*";
    return new SimulatedAction(action, resource, true, context(Map.of(), identity));
  }

  private static SimulatedAction on(
      String action, String pattern, Scope scope, Change change, Identity identity) {
    // service:region:account:the rest, which may have colons of its own
    String[] parts = pattern.split(":", 4);
    boolean bucket = parts[0].equals("s3");
    String kind = bucket ? "bucket" : parts[3].split("[:/]", -1)[0];
    List<String> members =
        action.equals("iam:PassRole") ? PASSED : NAMES.getOrDefault(kind, List.of());
    Optional<String> name = name(change, members);
    boolean fixed = !parts[3].contains("*");
    String rest = fixed ? parts[3] : named(parts[3], name);
    String start = String.join(":", start(parts, change.region(), identity));
    String resource = name.filter(arn -> arn.startsWith("arn:")).orElse(start + ":" + rest);
    return new SimulatedAction(
        action,
        resource,
        fixed || name.isPresent(),
        context(scope.condition(identity.partition()), identity));
  }

  /** The first of these members of the request that has a name. */
  private static Optional<String> name(Change change, List<String> members) {
    return members.stream()
        .map(member -> Placeholders.at(change.request(), member))
        .flatMap(value -> value instanceof String text ? Stream.of(text) : Stream.empty())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static String named(String pattern, Optional<String> name) {
    return name.map(called -> prefix(pattern) + called).orElse(pattern.replace("*", "any"));
  }

  /** Partition, service, Region and account. */
  private static List<String> start(String[] pattern, String region, Identity identity) {
    return List.of(
        "arn",
        identity.partition(),
        pattern[0],
        pattern[1].equals("*") ? region : pattern[1],
        pattern[2].equals("*") ? identity.accountId() : pattern[2]);
  }

  /** All up to the name: {@code role/} of {@code role/firstday-*}. */
  private static String prefix(String rest) {
    int star = rest.indexOf('*');
    int end = Math.max(rest.lastIndexOf('/', star), rest.lastIndexOf(':', star));
    return rest.substring(0, end + 1);
  }

  private static Map<String, String> context(
      Map<String, Map<String, String>> condition, Identity identity) {
    Map<String, String> context = new TreeMap<>();
    condition.values().forEach(context::putAll);
    context.put("aws:PrincipalAccount", identity.accountId());
    context.put("aws:ResourceAccount", identity.accountId());
    return context;
  }
}
