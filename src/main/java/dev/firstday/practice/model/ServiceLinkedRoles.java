package dev.firstday.practice.model;

import java.util.Map;

/** The roles that AWS services make for themselves. */
public final class ServiceLinkedRoles {
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
  public static String name(String service) {
    String name = NAMES.get(service);
    if (name == null) {
      throw new UnsupportedOperationException("the practice account has no role for " + service);
    }
    return name;
  }

  public static String path(String service) {
    return "/aws-service-role/" + service + "/";
  }

  public static String trust(String service) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
    "Principal":{"Service":"%s"},"Action":"sts:AssumeRole"}]}\
    """
        .formatted(service);
  }
}
