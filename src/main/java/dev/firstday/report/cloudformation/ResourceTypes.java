package dev.firstday.report.cloudformation;

import dev.firstday.engine.plan.Change;
import java.util.Map;
import java.util.Set;

/**
 * Where CloudFormation has a type of resource. A template that names a type which its Region lacks
 * is refused as a whole, even if a condition leaves the resource out.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-type-schemas.html">AWS's
 *     schemas of resource types, Region by Region</a>
 */
final class ResourceTypes {
  /** The Region of the usual partition that has every type. */
  static final String EVERYTHING = "us-east-1";

  private static final Set<String> WITHOUT_COSTS =
      regions(
          "ap-east-2 ap-southeast-5 ap-southeast-6 ap-southeast-7 mx-central-1",
          "us-gov-east-1 us-gov-west-1");

  private static final Set<String> WITHOUT_BUDGETS =
      regions(
          "af-south-1 ap-east-1 ap-east-2 ap-northeast-3 ap-south-2 ap-southeast-3 ap-southeast-4",
          "ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-north-1",
          "eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1",
          "us-gov-east-1 us-gov-west-1");

  /** Where a type is missing, by the schemas of November 2026; every other one is everywhere. */
  private static final Map<String, Set<String>> MISSING =
      Map.of(
          "AWS::Budgets::Budget", WITHOUT_BUDGETS,
          "AWS::CE::AnomalyMonitor", WITHOUT_COSTS,
          "AWS::CE::AnomalySubscription", WITHOUT_COSTS);

  private ResourceTypes() {}

  private static Set<String> regions(String... lines) {
    return Set.of(String.join(" ", lines).split(" "));
  }

  /** Whether a Region lacks the type of what a change makes. */
  static boolean lack(String region, Change change) {
    return ResourceMapping.resources(change).stream()
        .anyMatch(
            resource ->
                resource instanceof CloudFormationResource.Own own
                    && MISSING.getOrDefault(own.type(), Set.of()).contains(region));
  }

  /** Whether a Region is in the partition that has {@link #EVERYTHING}. */
  static boolean reachesEverything(String region) {
    return !region.matches("(cn|us-gov|us-iso\\w*|eu-iso\\w*|eusc)-.*");
  }
}
