package dev.firstday.steps.watch.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which Regions lack what AWS Config has elsewhere. */
final class RegionalSupport {
  /** Regions of after February 2022: they record no IAM users, groups, roles and policies. */
  // https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html
  private static final Set<String> WITHOUT_GLOBAL_TYPES =
      regions(
          """
          ap-east-2 ap-south-2 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7
          ca-west-1 eu-central-2 eu-south-2 il-central-1 me-central-1 mx-central-1
          """);

  // https://docs.aws.amazon.com/config/latest/developerguide/mfa-enabled-for-iam-console-access.html
  static final Set<String> WITHOUT_CONSOLE_MFA = WITHOUT_GLOBAL_TYPES;

  // https://docs.aws.amazon.com/config/latest/developerguide/iam-root-access-key-check.html
  static final Set<String> WITHOUT_ROOT_KEYS =
      regions(
          """
          ap-east-2 ap-southeast-5 ap-southeast-6 ap-southeast-7
          ca-west-1 eu-central-2 eu-south-2 il-central-1 me-central-1 mx-central-1
          """);

  private RegionalSupport() {}

  private static Set<String> regions(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /** Where the types that belong to no Region are recorded: the first of these that can. */
  static Optional<String> firstWithGlobalTypes(List<String> regions) {
    return regions.stream().filter(region -> !WITHOUT_GLOBAL_TYPES.contains(region)).findFirst();
  }
}
