package dev.firstday.aws;

import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.SdkJson;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Read;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * A read of the account with its request: it is begun ahead, made, and named as what shows a
 * change, always by the same request.
 */
public final class Query<R extends AwsResponse> {
  private final Account account;
  private final Operation<AwsRequest, R> operation;
  private final AwsRequest request;
  private final String region;

  @SuppressWarnings("unchecked") // The request is one of the operation.
  <Q extends AwsRequest> Query(
      Account account, Operation<Q, R> operation, AwsRequest request, String region) {
    this.account = account;
    this.operation = (Operation<AwsRequest, R>) operation;
    this.request = request;
    this.region = region;
  }

  /** The same in another Region than the home Region. */
  public Query<R> in(String other) {
    return new Query<>(account, operation, request, other);
  }

  /** Begins it, so that whoever wants it does not have to wait for it behind others. */
  public void prefetch() {
    account.prefetch(operation, request, region);
  }

  public R read() throws CallFailed {
    return account.read(operation, request, region);
  }

  /** A part of the answer without which that is of no use. */
  public <T> T required(Function<R, T> part) throws CallFailed {
    return Account.required(operation, part.apply(read()));
  }

  /** Begins a change of what it shows, in its Region. */
  public ChangeBuilder change(String id, AwsRequest.Builder request) {
    return account.change(id, request, region);
  }

  /**
   * Reads something that may not be there.
   *
   * @param absent the error code with which AWS says so
   */
  public Optional<R> find(String absent) throws CallFailed {
    return account.find(operation, request, region, absent);
  }

  /**
   * Reads the things on every page.
   *
   * @param parts what each has to have to be of any use
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // They are only read.
  public final <T> List<T> all(
      Function<? super R, ? extends Collection<T>> things, Function<? super T, ?>... parts)
      throws CallFailed {
    List<T> all = new ArrayList<>();
    account.pages(operation, request, region).forEach(page -> all.addAll(things.apply(page)));
    return Account.requiredInEach(operation, all, parts);
  }

  /** When it was made, where that was not just now. */
  public Optional<Instant> keptSince() {
    return account.keptSince(operation, request);
  }

  /** The read as data, for what it shows of a change in a Region. */
  Read showing(String changed, String... fields) {
    return new Read(
        operation.service().cli(),
        operation.name(),
        changed,
        SdkJson.toData(request),
        List.of(fields));
  }
}
