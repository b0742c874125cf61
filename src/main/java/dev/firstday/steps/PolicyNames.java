package dev.firstday.steps;

import dev.firstday.aws.permissions.PolicyResources;
import dev.firstday.catalog.Catalog;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.steps.resources.EventForwardingChanges;
import dev.firstday.steps.watch.TrailLogs;
import dev.firstday.steps.workloads.FlowLogs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that steps and answers give, as far as they are known before AWS is asked. */
public final class PolicyNames {
  /** The service role of each step that makes one. */
  private static final Map<String, String> ROLES =
      Map.of(
          "trail", TrailLogs.ROLE,
          "health-events", EventForwardingChanges.ROLE,
          "guardduty", EventForwardingChanges.ROLE,
          "service-logs", FlowLogs.NAME);

  private PolicyNames() {}

  /**
   * What the policies for some steps are narrowed to.
   *
   * @param steps ids of the steps
   * @param buckets buckets of somebody else's that a step completes
   * @param recorderRoles roles of somebody else's that AWS Config's recorder has
   * @throws IllegalArgumentException with a name that is none
   */
  public static PolicyResources of(
      Collection<String> steps,
      Catalog catalog,
      AnswerBook answers,
      Collection<String> buckets,
      Collection<String> recorderRoles) {
    return new PolicyResources(
        steps.stream().map(ROLES::get).filter(role -> role != null).distinct().sorted().toList(),
        with(PolicyResources.CONFIG_ROLE, recorderRoles),
        answer(catalog, answers, "admin-group", "group"),
        answer(catalog, answers, "admin-group", "user"),
        with(PolicyResources.OWN_BUCKETS, buckets),
        answer(catalog, answers, "trail", "name"));
  }

  private static List<String> with(String own, Collection<String> others) {
    List<String> all = new ArrayList<>(List.of(own));
    all.addAll(others);
    return all;
  }

  private static List<String> answer(
      Catalog catalog, AnswerBook answers, String step, String setting) {
    return catalog.steps().stream()
        .filter(entry -> entry.id().equals(step))
        .map(entry -> answers.of(entry).text(setting))
        .flatMap(Optional::stream)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
