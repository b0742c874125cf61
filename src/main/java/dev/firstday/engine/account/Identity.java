package dev.firstday.engine.account;

import java.util.Optional;

/**
 * Who is signed in, and where.
 *
 * @param accountId twelve digits
 * @param alias the account's alias, where it has one
 * @param name its name, as a person would say it
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov}, …
 * @param homeRegion the Region that everything bound to one goes to
 * @param plan the account's plan, {@code FREE} or {@code PAID}, where AWS tells
 * @param organization the management account's id, where the account belongs to an organization
 * @param practice the scenario, if this is the practice account
 */
public record Identity(
    String accountId,
    Optional<String> alias,
    String arn,
    Kind kind,
    String name,
    String partition,
    String homeRegion,
    Optional<String> plan,
    Optional<String> organization,
    Optional<String> practice) {

  public enum Kind {
    ROOT,
    USER,
    ROLE,
    IDENTITY_CENTER,
    FEDERATED,
    UNKNOWN
  }

  /**
   * The ARN of something in the account.
   *
   * @param region empty for a service that has none in its ARNs
   * @param resource as {@code role/NAME}
   */
  public String arnOf(String service, String region, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(partition, service, region, accountId, resource);
  }

  /** The last four digits of the account id: typing them confirms a plan. */
  public String lastFour() {
    return accountId.substring(accountId.length() - 4);
  }
}
