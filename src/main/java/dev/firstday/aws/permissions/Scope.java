package dev.firstday.aws.permissions;

import dev.firstday.aws.operations.Operation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What some actions may be used on; {@link Scopes} has all of them.
 *
 * @param actions the IAM actions
 * @param resources ARNs, with {@code *} for the partition's place
 * @param condition what else must hold, with {@code ${partition}} in ARNs; empty if nothing
 * @param operations the calls it holds for
 * @param names what stands in the place of the resource's last part; empty if that stays as it is
 * @param trust why whoever has it must be trusted like an administrator; empty if not
 */
public record Scope(
    Set<String> actions,
    List<String> resources,
    Map<String, Map<String, String>> condition,
    Predicate<Operation<?, ?>> operations,
    Optional<Function<PolicyResources, List<String>>> names,
    Optional<AdministratorTrust> trust) {

  /** Stands in conditions for the partition. */
  static final String PARTITION = "${partition}";

  /** The scope as the rest of a policy's statement; empty where there is nothing to name. */
  Optional<Map<String, Object>> statement(String partition, PolicyResources named) {
    List<String> arns = arns(named).map(arn -> "arn:" + partition + ":" + arn).toList();
    if (arns.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> rest = new LinkedHashMap<>();
    trust.ifPresent(reason -> rest.put("Sid", reason.sid()));
    rest.put("Resource", arns.size() == 1 ? arns.getFirst() : arns);
    if (!condition.isEmpty()) {
      rest.put("Condition", condition(partition));
    }
    return Optional.of(rest);
  }

  private Stream<String> arns(PolicyResources named) {
    return names
        .map(
            rests ->
                resources.stream()
                    .flatMap(arn -> rests.apply(named).stream().map(rest -> upToRest(arn) + rest)))
        .orElseGet(resources::stream);
  }

  /** Service, Region and account of an ARN. */
  private static String upToRest(String arn) {
    String[] parts = arn.split(":", 4);
    return String.join(":", parts[0], parts[1], parts[2]) + ":";
  }

  /** The condition in a partition. */
  public Map<String, Map<String, String>> condition(String partition) {
    Map<String, Map<String, String>> here = new TreeMap<>();
    condition.forEach(
        (test, keys) -> {
          Map<String, String> values = new TreeMap<>();
          keys.forEach((key, value) -> values.put(key, value.replace(PARTITION, partition)));
          here.put(test, values);
        });
    return here;
  }

  static Scope on(String... resources) {
    return new Scope(
        Set.of(),
        Arrays.asList(resources),
        Map.of(),
        operation -> true,
        Optional.empty(),
        Optional.empty());
  }

  Scope when(String test, String key, String value) {
    return new Scope(
        actions, resources, Map.of(test, Map.of(key, value)), operations, names, trust);
  }

  Scope in(String service) {
    return new Scope(
        actions,
        resources,
        condition,
        operation -> operation.service().cli().equals(service),
        names,
        trust);
  }

  Scope allow(String... some) {
    return new Scope(Set.of(some), resources, condition, operations, names, trust);
  }

  Scope named(Function<PolicyResources, List<String>> rests) {
    return new Scope(actions, resources, condition, operations, Optional.of(rests), trust);
  }

  Scope trusting(AdministratorTrust reason) {
    return new Scope(actions, resources, condition, operations, names, Optional.of(reason));
  }
}
