package dev.firstday.practice;

import java.util.Map;

/** The roles that AWS services make for themselves. */
final class ServiceLinkedRoles {
  private static final Map<String, String> NAMES =
      Map.of(
          "config.amazonaws.com", "AWSServiceRoleForConfig",
          "guardduty.amazonaws.com", "AWSServiceRoleForAmazonGuardDuty",
          "access-analyzer.amazonaws.com", "AWSServiceRoleForAccessAnalyzer");

  private ServiceLinkedRoles() {}

  /**
   * The name of a service's role.
   *
   * @param service as {@code config.amazonaws.com}
   */
  static String name(String service) {
    String name = NAMES.get(service);
    if (name == null) {
      throw new UnsupportedOperationException("the practice account has no role for " + service);
    }
    return name;
  }

  static String path(String service) {
    return "/aws-service-role/" + service + "/";
  }

  static String trust(String service) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
    "Principal":{"Service":"%s"},"Action":"sts:AssumeRole"}]}\
    """
        .formatted(service);
  }
}
