package dev.firstday.aws;

import dev.firstday.aws.client.RateLimiter;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.NullFilter;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.AwsResponseMetadata;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** The reads that were made of an account: one that was made is not made twice. */
final class CachedReads {
  /** Each request to Cost Explorer has a price. */
  private static final Set<Operation<?, ?>> PRICED =
      Set.of(Reads.GET_ANOMALY_MONITORS, Reads.GET_ANOMALY_SUBSCRIPTIONS);

  private static final Duration A_DAY = Duration.ofDays(1);

  private final AwsApi aws;
  private final RateLimiter pace;
  private final Clock clock;
  private final Map<List<Object>, FutureTask<CachedAnswer>> answers = new ConcurrentHashMap<>();

  CachedReads(AwsApi aws, RateLimiter pace, Clock clock) {
    this.aws = aws;
    this.pace = pace;
    this.clock = clock;
  }

  /** What came back: a response, or why there is none. */
  record CachedAnswer(@Nullable AwsResponse response, @Nullable SdkException failure, Instant at) {
    // The SDK says UNKNOWN where the service sent none.
    String requestId() {
      return Optional.ofNullable(response)
          .map(AwsResponse::responseMetadata)
          .map(AwsResponseMetadata::requestId)
          .filter(id -> !id.equals("UNKNOWN"))
          .orElse("");
    }
  }

  /** A read that somebody has asked for, and the call that was made for it; null if it is gone. */
  record PendingRead(List<Object> key, @Nullable FutureTask<CachedAnswer> call) {}

  /** Forgets what was read; unless afresh, what has a price is kept for a day. */
  void invalidate(boolean afresh) {
    answers.entrySet().removeIf(answer -> afresh || !kept(answer.getKey(), answer.getValue()));
  }

  private boolean kept(List<Object> key, FutureTask<CachedAnswer> task) {
    return PRICED.contains(key.getFirst())
        && task.state() == Future.State.SUCCESS
        && task.resultNow().failure() == null
        && task.resultNow().at().plus(A_DAY).isAfter(clock.instant());
  }

  /** The answer to a read that was made already; empty if there is none yet. */
  Optional<CachedAnswer> known(Operation<?, ?> read, AwsRequest request, String region) {
    return Optional.ofNullable(answers.get(key(read, request, region)))
        .filter(task -> task.state() == Future.State.SUCCESS)
        .map(FutureTask::resultNow);
  }

  /** The call that is made, or was, for a read. */
  PendingRead asked(Operation<?, ?> read, AwsRequest request, String region) {
    List<Object> key = key(read, request, region);
    return new PendingRead(key, answers.get(key));
  }

  /** Forgets a call, unless another was made for the same read meanwhile. */
  void forget(PendingRead asked) {
    if (asked.call() != null) {
      answers.remove(asked.key(), asked.call());
    }
  }

  /** Begins a read that will be wanted. */
  <Q extends AwsRequest, R extends AwsResponse> void prefetch(
      Operation<Q, R> read, Q request, String region) {
    FutureTask<CachedAnswer> call = call(read, request, region);
    if (answers.putIfAbsent(key(read, request, region), call) == null) {
      Thread.startVirtualThread(call);
    }
  }

  /** The answer to a read, or why there is none; asks AWS if nobody has. */
  <Q extends AwsRequest, R extends AwsResponse> CachedAnswer answer(
      Operation<Q, R> read, Q request, String region) {
    FutureTask<CachedAnswer> call = call(read, request, region);
    List<Object> key = key(read, request, region);
    FutureTask<CachedAnswer> earlier = answers.putIfAbsent(key, call);
    if (earlier == null) {
      call.run();
    }
    try {
      CachedAnswer answer = (earlier == null ? call : earlier).get();
      // Who shared a call with a look that was left still wants to know.
      if (earlier != null && answer.failure() instanceof AbortedException) {
        answers.remove(key, earlier);
        return answer(read, request, region);
      }
      return answer;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new CachedAnswer(null, AbortedException.create("interrupted", e), clock.instant());
    }
  }

  private <Q extends AwsRequest, R extends AwsResponse> FutureTask<CachedAnswer> call(
      Operation<Q, R> read, Q request, String region) {
    if (!Reads.ALL.contains(read)) {
      throw new IllegalArgumentException(read.key() + " is no read of ours");
    }
    return new FutureTask<>(
        () -> {
          try {
            pace.await(read, region);
            AwsResponse response = aws.call(read, request, region);
            return new CachedAnswer(NullFilter.close(response), null, clock.instant());
          } catch (SdkException e) {
            return new CachedAnswer(null, e, clock.instant());
          }
        });
  }

  private static List<Object> key(Operation<?, ?> read, AwsRequest request, String region) {
    return List.of(read, region, request);
  }
}
