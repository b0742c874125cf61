package dev.firstday.aws;

import dev.firstday.aws.client.FreshCredentials;
import dev.firstday.aws.client.RateLimiter;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.Inverses;
import dev.firstday.aws.operations.NullFilter;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Problems;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Unanswered;
import dev.firstday.aws.operations.Writes;
import dev.firstday.aws.signin.SignInCredentials;
import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Caller;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** Makes the writes of {@link Writes}; the applier alone holds one. */
public final class SdkCaller implements Caller {
  /** What the notes of a sign-in that lacks the code of an MFA device begin with. */
  private static final String MFA = "signin.mfa-";

  private final Account account;
  private final AwsApi aws;
  private final RateLimiter pace;
  private final Optional<RenewableCredentials> renewing;

  /**
   * Credentials that may be renewed.
   *
   * @param accountId the account that they are of
   * @param remedy how a person gets new ones
   * @param source where they are read with the code of an MFA device; empty if none is ever wanted
   */
  public record RenewableCredentials(
      FreshCredentials credentials,
      String accountId,
      Supplier<Note> remedy,
      Optional<SignInCredentials> source) {}

  /** A caller whose credentials nobody renews. */
  public SdkCaller(Account account, AwsApi aws) {
    this(account, aws, RateLimiter.NONE);
  }

  /** A caller that calls no faster than this, and whose credentials nobody renews. */
  public SdkCaller(Account account, AwsApi aws, RateLimiter pace) {
    this(account, aws, pace, Optional.empty());
  }

  /**
   * A caller.
   *
   * @param account whose looks it shares
   * @param pace how fast it calls at most
   * @param renewing its credentials, where somebody can renew them
   */
  public SdkCaller(
      Account account, AwsApi aws, RateLimiter pace, Optional<RenewableCredentials> renewing) {
    this.account = account;
    this.aws = aws;
    this.pace = pace;
    this.renewing = renewing;
  }

  @Override
  public Note remedy(Problem obstacle) {
    if (wantsCode(obstacle) || obstacle.code().startsWith(MFA)) {
      return Note.of("remedy.EXPIRED.mfa");
    }
    return renewing
        .filter(credentials -> obstacle.kind() == Problem.Kind.EXPIRED)
        .map(credentials -> credentials.remedy().get())
        .orElseGet(() -> Caller.super.remedy(obstacle));
  }

  @Override
  public String accountId() throws CallFailed {
    GetCallerIdentityRequest.Builder whoAmI = GetCallerIdentityRequest.builder();
    if (renewing.isEmpty()) {
      return whose(whoAmI.build());
    }
    return whose(whoAmI, renewing.get(), renewing.get().credentials().readAgain());
  }

  @Override
  public String accountId(Secret code) throws CallFailed {
    Optional<SignInCredentials> source = renewing.flatMap(RenewableCredentials::source);
    return source.isEmpty()
        ? accountId()
        : whose(GetCallerIdentityRequest.builder(), renewing.get(), source.get().readAgain(code));
  }

  /** What sign-in itself could not do has other remedies, unless it lacks just the code. */
  @Override
  public boolean wantsCode(Problem obstacle) {
    return obstacle.kind() == Problem.Kind.EXPIRED
        && (obstacle.code().startsWith(MFA) || !obstacle.code().startsWith("signin."))
        && renewing
            .flatMap(RenewableCredentials::source)
            .filter(SignInCredentials::wantCodeInPause)
            .isPresent();
  }

  private String whose(
      GetCallerIdentityRequest.Builder whoAmI,
      RenewableCredentials known,
      AwsCredentialsProvider fresh)
      throws CallFailed {
    // Other calls may be under way: none of them shall meet another account.
    String whose = whose(whoAmI.overrideConfiguration(c -> c.credentialsProvider(fresh)).build());
    if (whose.equals(known.accountId())) {
      known.credentials().use(fresh);
    }
    return whose;
  }

  private String whose(GetCallerIdentityRequest whoAmI) throws CallFailed {
    return read(Reads.GET_CALLER_IDENTITY, whoAmI).account();
  }

  @Override
  public Receipt write(Change change, Map<String, Object> request) throws CallFailed {
    Operation<?, ?> write =
        Writes.find(change.service() + ":" + change.operation())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        change.service() + ":" + change.operation() + " is no write of ours"));
    return write(write, request, change.region());
  }

  @Override
  public Optional<Map<String, Object>> read(Read read) throws CallFailed {
    return read(read, this::call);
  }

  @Override
  public Optional<Map<String, Object>> share(Read read) throws CallFailed {
    return read(read, account::read);
  }

  /** A way to make a read. */
  private interface ReadPath {
    <Q extends AwsRequest, R extends AwsResponse> R read(
        Operation<Q, R> operation, Q request, String region) throws CallFailed;
  }

  private static Optional<Map<String, Object>> read(Read read, ReadPath reading) throws CallFailed {
    Operation<?, ?> operation =
        Reads.find(read.service() + ":" + read.operation())
            .orElseThrow(() -> new CallFailed(Problem.unfit(read, "no read of ours"), null));
    try {
      return Optional.of(answer(operation, read, reading));
    } catch (IllegalArgumentException e) {
      // It is from a journal that somebody has changed.
      throw new CallFailed(Problem.unfit(read, String.valueOf(e.getMessage())), e);
    } catch (CallFailed e) {
      if (e.problem().absent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Optional<String> foreign(Change change, Change undo) {
    return Inverses.refuses(change, undo, account.identity().accountId());
  }

  @Override
  public Optional<Read> tag(Change change) {
    return Inverses.tag(change);
  }

  @Override
  public PermissionReport rights(Plan plan, Identity identity) {
    return new Simulation(this, identity).of(plan);
  }

  /** Makes a read in the home Region. */
  <Q extends AwsRequest, R extends AwsResponse> R read(Operation<Q, R> read, Q request)
      throws CallFailed {
    return call(read, request, account.homeRegion());
  }

  private static <Q extends AwsRequest, R extends AwsResponse> Map<String, Object> answer(
      Operation<Q, R> operation, Read read, ReadPath reading) throws CallFailed {
    return operation.data(
        reading.read(operation, operation.request(read.request()), read.region()));
  }

  private <Q extends AwsRequest, R extends AwsResponse> Receipt write(
      Operation<Q, R> write, Map<String, Object> request, String region) throws CallFailed {
    R response;
    try {
      response = call(write, write.request(request), region);
    } catch (CallFailed e) {
      throw SecretMask.of(e, request);
    }
    String requestId =
        response.responseMetadata() == null ? "" : response.responseMetadata().requestId();
    return new Receipt(requestId, write.data(response));
  }

  private <Q extends AwsRequest, R extends AwsResponse> R call(
      Operation<Q, R> operation, Q request, String region) throws CallFailed {
    try {
      pace.await(operation, region);
      R response = NullFilter.close(aws.call(operation, request, region));
      Optional<String> failure = operation.failure().apply(response);
      if (failure.isPresent()) {
        throw new CallFailed(Problems.inAnswer(failure.get(), operation, region), null);
      }
      return response;
    } catch (SdkException e) {
      throw new CallFailed(Problems.of(e, operation, region, account.now()), e, Unanswered.in(e));
    }
  }
}
