package dev.firstday.report.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The resources of several Regions as one template, which a StackSet creates in each of them. What
 * is the same in every Region is in it once, without a condition; what differs has the condition
 * that the stack is in its Region.
 *
 * <p>A condition takes at most ten others (<a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html">condition
 * functions</a>), so longer lists are nested.
 */
final class RegionalStacks {
  private static final int MOST_IN_OR = 10;

  private final Map<String, Map<String, Object>> byRegion;
  private final Map<String, Map<String, String>> names = new LinkedHashMap<>();
  private final Map<String, Object> conditions = new TreeMap<>();
  private final Map<String, Object> resources = new LinkedHashMap<>();

  /**
   * Joins the resources of the Regions.
   *
   * @param byRegion finished resources by logical id, by Region
   */
  RegionalStacks(Map<String, Map<String, Object>> byRegion) {
    this.byRegion = byRegion;
    byRegion.forEach(
        (region, made) -> {
          Map<String, String> same = new LinkedHashMap<>();
          made.keySet().forEach(id -> same.put(id, id));
          names.put(region, same);
        });
    while (named()) {
      // A new name changes what refers to it.
    }
    join();
  }

  Map<String, Object> conditions() {
    return conditions;
  }

  Map<String, Object> resources() {
    return resources;
  }

  /** Gives another name to what differs from the first of its name; whether one was given. */
  private boolean named() {
    boolean changed = false;
    for (String id : ids()) {
      for (List<String> alike : alike(id).values().stream().skip(1).toList()) {
        String name = id + "In" + word(alike.getFirst());
        for (String region : alike) {
          changed |= !name.equals(named(region).put(id, name));
        }
      }
    }
    return changed;
  }

  /** The names of the resources of a Region. */
  private Map<String, String> named(String region) {
    return Objects.requireNonNull(names.get(region));
  }

  private Set<String> ids() {
    return byRegion.values().stream()
        .flatMap(made -> made.keySet().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The Regions that have a resource, by what it is there. */
  private Map<Object, List<String>> alike(String id) {
    Map<Object, List<String>> alike = new LinkedHashMap<>();
    byRegion.forEach(
        (region, made) ->
            Optional.ofNullable(made.get(id))
                .map(resource -> renamed(resource, named(region)))
                .ifPresent(
                    resource ->
                        alike.computeIfAbsent(resource, key -> new ArrayList<>()).add(region)));
    return alike;
  }

  private void join() {
    for (String id : ids()) {
      alike(id)
          .forEach(
              (resource, regions) ->
                  resources.put(named(regions.getFirst()).get(id), conditional(resource, regions)));
    }
  }

  private Object conditional(Object resource, List<String> regions) {
    if (regions.size() == byRegion.size()) {
      return resource;
    }
    Map<String, Object> conditional = new LinkedHashMap<>();
    conditional.put("Condition", condition(regions));
    ((Map<?, ?>) resource).forEach((key, value) -> conditional.put((String) key, value));
    return conditional;
  }

  private String condition(List<String> regions) {
    String name = "In" + regions.stream().map(RegionalStacks::word).collect(Collectors.joining());
    conditions.put(name, any(regions.stream().map(RegionalStacks::in).toList()));
    return name;
  }

  private static Object in(Object region) {
    return Map.of("Fn::Equals", List.of(Map.of("Ref", "AWS::Region"), region));
  }

  private static Object any(List<Object> conditions) {
    if (conditions.size() == 1) {
      return conditions.getFirst();
    }
    if (conditions.size() <= MOST_IN_OR) {
      return Map.of("Fn::Or", conditions);
    }
    List<Object> rest = conditions.subList(MOST_IN_OR - 1, conditions.size());
    return Map.of(
        "Fn::Or",
        Stream.concat(conditions.subList(0, MOST_IN_OR - 1).stream(), Stream.of(any(rest)))
            .toList());
  }

  // us-east-1: CloudFormation takes letters and digits only.
  private static String word(String region) {
    return Stream.of(region.split("-"))
        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
        .collect(Collectors.joining());
  }

  /** A resource with its references renamed to the names that they have in its Region. */
  private static Object renamed(Object node, Map<String, String> names) {
    return switch (node) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach(
            (key, value) ->
                copy.put(
                    (String) key,
                    key.equals("Ref") && value instanceof String id
                        ? names.getOrDefault(id, id)
                        : key.equals("DependsOn") && value instanceof List<?> ids
                            ? ids.stream()
                                .map(id -> names.getOrDefault((String) id, (String) id))
                                .toList()
                            : renamed(value, names)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(value -> copy.add(renamed(value, names)));
        yield copy;
      }
      default -> node;
    };
  }
}
