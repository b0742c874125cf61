package dev.firstday.aws;

import dev.firstday.aws.signin.HttpClient;
import dev.firstday.aws.signin.SignInHttpService;
import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Identity;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * The way into an account through a role, only to look. The session takes no more with it than our
 * reads need: it can't write, whatever the role may. {@code AssumeRole} is on neither list of
 * operations, so that nothing but this class can call it.
 */
public final class OtherAccount {
  static final Operation<AssumeRoleRequest, AssumeRoleResponse> ASSUME_ROLE =
      Operation.of(
          "sts",
          "AssumeRole",
          AssumeRoleRequest::builder,
          Clients::sts,
          StsClient::assumeRole,
          "sts:AssumeRole");

  /** The first word of an action's name: all that begin with one of ours only look. */
  private static final Pattern VERB = Pattern.compile("([a-z0-9-]+:[A-Z][a-z]+)[A-Z].*");

  private OtherAccount() {}

  /**
   * A role to look through.
   *
   * @param arn the role's ARN
   * @param externalId what the role's owner wants to be told
   */
  public record Role(String arn, Optional<String> externalId) {}

  /** Opens the account that the role belongs to. */
  public static Account open(SignIn.Options options, Role role) throws CallFailed {
    SignInHttpService.use(options.network());
    Credentials given;
    try (SdkClients own = clients(options, SignIn.credentials(options))) {
      given = assume(own, options.region(), role).credentials();
    }
    SdkClients clients =
        clients(
            options,
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create(
                    given.accessKeyId(), given.secretAccessKey(), given.sessionToken())));
    Identity identity = WhoAmI.read(clients, options.region(), Optional.empty());
    return new Account(identity, clients, Pace.documented());
  }

  private static SdkClients clients(SignIn.Options options, AwsCredentialsProvider credentials) {
    return new SdkClients(
        new SdkClients.Config(
            credentials,
            new HttpClient(options.network()),
            Optional.of(options.settings()),
            options.network().endpoints(),
            options.listener()));
  }

  private static AssumeRoleResponse assume(Clients.Source own, String region, Role role)
      throws CallFailed {
    try {
      return ASSUME_ROLE.call().apply(own.in(region), request(role));
    } catch (SdkException e) {
      throw new CallFailed(Problems.of(e, ASSUME_ROLE, region), e);
    }
  }

  static AssumeRoleRequest request(Role role) {
    return AssumeRoleRequest.builder()
        .roleArn(role.arn())
        .externalId(role.externalId().orElse(null))
        .roleSessionName("firstday-check")
        .policy(
            policy(
                Reads.ALL.stream()
                    .flatMap(read -> read.actions().stream())
                    .collect(Collectors.toCollection(TreeSet::new))))
        .build();
  }

  /**
   * A session policy for reads. It may have 2048 characters, which the actions themselves don't fit
   * into: {@code s3:Get*} stands for all that get something.
   */
  static String policy(Collection<String> actions) {
    return actions.stream()
        .map(OtherAccount::widened)
        .distinct()
        .sorted()
        .collect(
            Collectors.joining(
                "\",\"",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"",
                "\"],\"Resource\":\"*\"}}"));
  }

  private static String widened(String action) {
    Matcher verb = VERB.matcher(action);
    return verb.matches() ? verb.group(1) + "*" : action;
  }
}
