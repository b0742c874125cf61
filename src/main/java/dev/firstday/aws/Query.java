package dev.firstday.aws;

import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.SdkJson;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Read;
import java.time.Duration;
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
  // What AWS makes on demand is often there at once, and seldom takes longer than seconds.
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  private static final Duration JUST_NOW = Duration.ofSeconds(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

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

  /**
   * Begins it, so that nobody has to wait for it behind others. Whoever wants it reads it as ever,
   * and hears then what came of it.
   */
  public void prefetch() {
    account.reads().prefetch(operation, request, region);
  }

  /**
   * Reads.
   *
   * @throws CallFailed if there was no answer, or none that is of use
   */
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
    try {
      return Optional.of(read());
    } catch (CallFailed e) {
      if (e.problem().code().equals(absent)) {
        return Optional.empty();
      }
      throw e;
    }
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
    operation
        .pages(request, page -> account.read(operation, page, region))
        .forEach(page -> all.addAll(things.apply(page)));
    return Account.requiredInEach(operation, all, parts);
  }

  /**
   * Reads something that AWS makes while we wait.
   *
   * @param atMost how long to go on asking
   * @param notYet the error codes with which AWS says that it is not made yet
   */
  public R await(Duration atMost, String... notYet) throws CallFailed {
    Instant end = account.now().plus(atMost);
    Duration wait = FIRST_PAUSE;
    while (true) {
      CachedReads.PendingRead failed;
      try {
        return account.read(operation, request, region, List.of(notYet));
      } catch (CallFailed e) {
        failed = account.reads().asked(operation, request, region);
        String code = e.problem().code();
        boolean waiting = List.of(notYet).contains(code);
        if (!waiting || !account.now().plus(wait).isBefore(end) || !account.paused(wait)) {
          if (waiting) {
            account.hear(operation, region, Optional.of(code), e.problem().requestId());
          }
          throw e;
        }
      }
      // Unless somebody else who waits for it has asked again already.
      account.reads().forget(failed);
      wait = wait.compareTo(LONGEST_PAUSE) < 0 ? wait.multipliedBy(2) : wait;
    }
  }

  /** What it has given already; empty if nobody has made it yet, or nothing came of it. */
  @SuppressWarnings("unchecked") // The answer to a request of this operation is its R.
  public Optional<R> known() {
    return account
        .reads()
        .known(operation, request, region)
        .flatMap(answer -> Optional.ofNullable((R) answer.response()));
  }

  /** When it was made, where that was not just now. */
  public Optional<Instant> keptSince() {
    return account
        .reads()
        .known(operation, request, region)
        .map(CachedReads.CachedAnswer::at)
        .filter(at -> at.plus(JUST_NOW).isBefore(account.now()));
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
