package dev.firstday.aws;

import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.Reads;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.failure.CallFailed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Finds out whose account this is, and who is signed in. */
public final class CallerIdentity {
  private static final Pattern ARN =
      Pattern.compile(
          "arn:(aws[a-z-]*):(?:iam|sts)::\\d{12}:"
              + "(root|assumed-root(?:/.*)?|user/(.+)|assumed-role/([^/]+)/(.+)|federated-user/(.+))");

  private CallerIdentity() {}

  /**
   * The identity behind the API.
   *
   * @param practice the scenario, if it is the practice account's
   * @throws CallFailed if AWS does not know the credentials; the rest is left out where it can't be
   *     read
   */
  public static Identity read(AwsApi aws, String homeRegion, Optional<String> practice)
      throws CallFailed {
    Account account = new Account(unknown(homeRegion), aws);
    Query<GetCallerIdentityResponse> caller = account.query(Reads.GET_CALLER_IDENTITY);
    caller.prefetch();
    List<Callable<Optional<String>>> more =
        List.of(() -> alias(account), () -> plan(account), () -> organization(account));
    List<Optional<String>> known = account.inParallel(more, CallerIdentity::orNothing);
    return identity(caller.read(), homeRegion, known.get(0), known.get(1), known.get(2), practice);
  }

  private static Identity identity(
      GetCallerIdentityResponse caller,
      String homeRegion,
      Optional<String> alias,
      Optional<String> plan,
      Optional<String> organization,
      Optional<String> practice) {
    Matcher arn = ARN.matcher(caller.arn());
    boolean known = arn.matches();
    return new Identity(
        caller.account(),
        alias,
        caller.arn(),
        known ? kind(arn) : Identity.Kind.UNKNOWN,
        known ? name(arn) : caller.arn(),
        known ? arn.group(1) : "aws",
        homeRegion,
        plan,
        organization,
        practice);
  }

  /** Nobody in particular, for the first call. */
  static Identity unknown(String homeRegion) {
    return new Identity(
        "",
        Optional.empty(),
        "",
        Identity.Kind.UNKNOWN,
        "",
        "aws",
        homeRegion,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> orNothing(Callable<Optional<String>> read) {
    try {
      return read.call();
    } catch (Exception e) {
      // It is nice to know, and no reason to turn anybody away.
      return Optional.empty();
    }
  }

  private static Optional<String> alias(Account account) throws CallFailed {
    return account.query(Reads.LIST_ACCOUNT_ALIASES).read().accountAliases().stream().findFirst();
  }

  private static Optional<String> plan(Account account) throws CallFailed {
    return Optional.ofNullable(
        account.query(Reads.GET_ACCOUNT_PLAN_STATE).read().accountPlanTypeAsString());
  }

  private static Optional<String> organization(Account account) throws CallFailed {
    return Optional.ofNullable(
        account.query(Reads.DESCRIBE_ORGANIZATION).read().organization().masterAccountId());
  }

  private static Identity.Kind kind(Matcher arn) {
    String resource = arn.group(2);
    if (resource.equals("root") || resource.startsWith("assumed-root")) {
      return Identity.Kind.ROOT;
    } else if (arn.group(3) != null) {
      return Identity.Kind.USER;
    } else if (arn.group(4) != null) {
      return arn.group(4).startsWith("AWSReservedSSO_")
          ? Identity.Kind.IDENTITY_CENTER
          : Identity.Kind.ROLE;
    }
    return Identity.Kind.FEDERATED;
  }

  private static String name(Matcher arn) {
    if (arn.group(3) != null) {
      return arn.group(3).substring(arn.group(3).lastIndexOf('/') + 1);
    } else if (arn.group(4) != null) {
      return arn.group(4).startsWith("AWSReservedSSO_") ? arn.group(5) : arn.group(4);
    }
    return arn.group(6) != null ? arn.group(6) : "root";
  }
}
