package dev.firstday.aws;

import static java.util.stream.Collectors.toMap;

import dev.firstday.aws.client.RateLimiter;
import dev.firstday.aws.client.SdkClients;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Problems;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Service;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.failure.CallFailed;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * The way into an account through a role, only to look. A session takes no more with it than the
 * actions of {@link Reads}: it can't write, nor read anything else, whatever the role may. {@code
 * AssumeRole} is on neither list of operations, so that nothing but this class can call it.
 *
 * <p>A session policy may have 2,048 characters, which all these actions don't fit into. Wildcards
 * would make them fit, and {@code s3:Get*} would read objects; so there are two sessions, each for
 * the services of its own.
 */
public final class OtherAccount {
  static final Operation<AssumeRoleRequest, AssumeRoleResponse> ASSUME_ROLE =
      Service.STS.operation(AssumeRoleRequest::builder, StsClient::assumeRole);

  /** What is read in the second session. */
  static final Set<Service<?>> SECOND =
      Set.of(Service.CONFIG, Service.EC2, Service.IAM, Service.S3, Service.S3_CONTROL);

  /** The sessions, in the order in which they are asked for. */
  enum SessionPart {
    FIRST,
    SECOND;

    /** Whether a service is read in this session. */
    boolean has(Service<?> service) {
      return OtherAccount.SECOND.contains(service) == (this == SECOND);
    }
  }

  private OtherAccount() {}

  /**
   * A role to look through.
   *
   * @param arn the role's ARN
   * @param externalId what the role's owner wants to be told
   */
  public record LookupRole(String arn, Optional<String> externalId) {}

  /**
   * An account that is looked at until it is closed.
   *
   * @param account the account
   */
  public record OpenAccount(Account account, SdkClients clients) implements AutoCloseable {
    @Override
    public void close() {
      clients.close();
    }
  }

  /** Opens the account that the role belongs to. */
  public static OpenAccount open(SignIn.SignInOptions options, LookupRole role) throws CallFailed {
    AwsCredentialsProvider us = options.credentials().provider();
    SignIn.resolve(us, options.region());
    AwsCredentialsProvider first;
    AwsCredentialsProvider second;
    try (SdkClients own = SignIn.clients(options, us, Map.of())) {
      first = assume(own, options.region(), role, SessionPart.FIRST);
      second = assume(own, options.region(), role, SessionPart.SECOND);
    }
    SdkClients clients =
        SignIn.clients(
            options, first, SECOND.stream().collect(toMap(service -> service, service -> second)));
    try {
      Identity identity = CallerIdentity.read(clients, options.region(), Optional.empty());
      return new OpenAccount(
          new Account(
              identity, clients, RateLimiter.documented(), Thread::sleep, Clock.systemUTC()),
          clients);
    } catch (CallFailed | RuntimeException e) {
      clients.close();
      throw e;
    }
  }

  private static AwsCredentialsProvider assume(
      AwsApi own, String region, LookupRole role, SessionPart part) throws CallFailed {
    try {
      Credentials given = own.call(ASSUME_ROLE, request(role, part), region).credentials();
      return StaticCredentialsProvider.create(
          AwsSessionCredentials.create(
              given.accessKeyId(), given.secretAccessKey(), given.sessionToken()));
    } catch (SdkException e) {
      throw new CallFailed(Problems.of(e, ASSUME_ROLE, region, Clock.systemUTC().instant()), e);
    }
  }

  static AssumeRoleRequest request(LookupRole role, SessionPart part) {
    return AssumeRoleRequest.builder()
        .roleArn(role.arn())
        .externalId(role.externalId().orElse(null))
        .roleSessionName("firstday-check")
        .policy(policy(part))
        .build();
  }

  /** The session policy: exactly what the reads of a session's services need. */
  private static String policy(SessionPart part) {
    return Reads.ALL.stream()
        .filter(read -> part.has(read.service()))
        .flatMap(read -> read.actions().stream())
        .distinct()
        .sorted()
        .collect(
            Collectors.joining(
                "\",\"",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"",
                "\"],\"Resource\":\"*\"}]}"));
  }
}
