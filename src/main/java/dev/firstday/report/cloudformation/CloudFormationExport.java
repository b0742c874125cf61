package dev.firstday.report.cloudformation;

import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan as CloudFormation templates for any account, so that a StackSet can take them. There is
 * one for the home Region, one for all others, and where the home Region lacks a type of resource,
 * one for a Region that has it: CloudFormation refuses a template that names a type which its
 * Region lacks.
 *
 * @param templates those that hold something; at least one
 * @param without what can't be in a template, why: step, call and Regions
 */
public record CloudFormationExport(
    Map<TemplatePart, Template> templates, Map<Reason, List<String>> without) {
  /** What a template is for, in the order in which they are deployed. */
  public enum TemplatePart {
    HOME("home"),
    OTHERS("others"),
    US_EAST_1("us-east-1");

    private final String id;

    TemplatePart(String id) {
      this.id = id;
    }

    /** The name of the part on the command line and in file names. */
    public String id() {
      return id;
    }
  }

  /** Why something can't be in a template for any account. */
  public enum Reason {
    /** CloudFormation has no type for it, in that Region or at all. */
    NO_TYPE,
    /** It needs a person, for a password that is read once or for two codes. */
    PERSON,
    /** It needs an id that differs in each account, such as that of a VPC. */
    ACCOUNT
  }

  /**
   * A template.
   *
   * @param data plain data
   * @param regions where it is to be deployed
   */
  public record Template(Map<String, Object> data, List<String> regions) {}

  /**
   * Exports a plan.
   *
   * @param home the Region where everything that an account has once is made
   */
  public static CloudFormationExport of(Plan plan, String home, String description) {
    Map<TemplatePart, Map<String, CloudFormation>> parts = parts(plan, home);
    Map<Reason, List<String>> without = without(parts);
    Map<TemplatePart, Template> templates = new EnumMap<>(TemplatePart.class);
    parts.forEach(
        (part, formations) -> {
          Map<String, Map<String, Object>> resources = resources(formations);
          if (!resources.isEmpty()) {
            templates.put(part, template(resources, home, description, without));
          }
        });
    if (templates.isEmpty()) {
      templates.put(
          TemplatePart.HOME, template(Map.of(home, Map.of()), home, description, without));
    }
    return new CloudFormationExport(templates, without);
  }

  private static Map<TemplatePart, Map<String, CloudFormation>> parts(Plan plan, String home) {
    Map<TemplatePart, Map<String, CloudFormation>> parts = new EnumMap<>(TemplatePart.class);
    for (Plan.Planned planned : plan.changes()) {
      Change change = planned.change();
      TemplatePart part = part(change, home);
      String region = part == TemplatePart.US_EAST_1 ? ResourceTypes.EVERYTHING : change.region();
      parts
          .computeIfAbsent(part, key -> new LinkedHashMap<>())
          .computeIfAbsent(region, key -> new CloudFormation(plan.accountId(), home, region))
          .add(change);
    }
    return parts;
  }

  /** The Region of a change: that of the plan, unless it lacks the type. */
  private static TemplatePart part(Change change, String home) {
    if (!change.region().equals(home)) {
      return TemplatePart.OTHERS;
    }
    return ResourceTypes.lack(home, change) && ResourceTypes.reachesEverything(home)
        ? TemplatePart.US_EAST_1
        : TemplatePart.HOME;
  }

  private static Map<String, Map<String, Object>> resources(
      Map<String, CloudFormation> formations) {
    Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
    formations.forEach(
        (region, formation) -> {
          Map<String, Object> made = formation.finished();
          if (!made.isEmpty()) {
            resources.put(region, made);
          }
        });
    return resources;
  }

  private static Map<Reason, List<String>> without(
      Map<TemplatePart, Map<String, CloudFormation>> parts) {
    Map<Reason, List<Change>> changes = new EnumMap<>(Reason.class);
    parts.values().stream()
        .flatMap(formations -> formations.values().stream())
        .forEach(
            formation ->
                formation
                    .impossible()
                    .forEach(
                        (change, reason) ->
                            changes.computeIfAbsent(reason, key -> new ArrayList<>()).add(change)));
    Map<Reason, List<String>> notes = new EnumMap<>(Reason.class);
    changes.forEach((reason, some) -> notes.put(reason, notes(some)));
    return notes;
  }

  private static List<String> notes(List<Change> without) {
    Map<String, Set<String>> regions = new LinkedHashMap<>();
    for (Change change : without) {
      String call =
          "%s (%s %s)"
              .formatted(change.id().split("/", -1)[0], change.service(), change.operation());
      regions.computeIfAbsent(call, key -> new LinkedHashSet<>()).add(change.region());
    }
    return regions.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
        .toList();
  }

  private static Template template(
      Map<String, Map<String, Object>> byRegion,
      String home,
      String description,
      Map<Reason, List<String>> without) {
    RegionalStacks stacks = new RegionalStacks(byRegion);
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("AWSTemplateFormatVersion", "2010-09-09");
    template.put("Description", description);
    template.put("Metadata", Map.of("firstday", about(byRegion.keySet(), without)));
    if (CloudFormation.texts(stacks.resources()).stream()
        .anyMatch(text -> text.contains("${" + CloudFormation.HOME + "}"))) {
      Map<String, Object> parameter = new LinkedHashMap<>();
      parameter.put("Type", "String");
      parameter.put("Default", home);
      template.put("Parameters", Map.of(CloudFormation.HOME, parameter));
    }
    if (!stacks.conditions().isEmpty()) {
      template.put("Conditions", stacks.conditions());
    }
    template.put("Resources", stacks.resources());
    return new Template(template, List.copyOf(byRegion.keySet()));
  }

  private static Map<String, Object> about(Set<String> regions, Map<Reason, List<String>> without) {
    Map<String, Object> left = new LinkedHashMap<>();
    without.forEach((reason, notes) -> left.put(reason.name(), notes));
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("Regions", List.copyOf(regions));
    about.put("NotInThisTemplate", left);
    return about;
  }
}
