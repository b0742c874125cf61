package dev.firstday.aws;

import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.SdkJson;
import dev.firstday.aws.operations.Writes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.AbortedException;

/** Writes down every call to an account: when, with what, and what came. */
public final class Recording implements AwsApi {
  private final AwsApi source;
  private volatile Duration slow;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  /**
   * A call.
   *
   * @param operation as {@code iam:GetUser}
   * @param start when it began, in the nanoseconds of {@link System#nanoTime}
   * @param response what came back; empty if nothing did
   */
  public record Call(
      String operation,
      String region,
      AwsRequest request,
      long start,
      long end,
      Optional<AwsResponse> response) {

    /** The request as data. */
    public Map<String, Object> requestData() {
      return SdkJson.toData(request);
    }

    /** The response as data; nothing where none came. */
    public Map<String, Object> responseData() {
      return response.map(SdkJson::toData).orElse(Map.of());
    }

    public boolean isWrite() {
      return Writes.find(operation).isPresent();
    }
  }

  /**
   * A recording.
   *
   * @param slow how much longer each call takes than it would
   */
  public Recording(AwsApi source, Duration slow) {
    this.source = source;
    this.slow = slow;
  }

  /** From now on each call takes this much longer. */
  public void slow(Duration time) {
    slow = time;
  }

  /** The calls since the last time somebody asked, in the order they began in. */
  public List<Call> calls() {
    List<Call> made = calls.stream().sorted(Comparator.comparingLong(Call::start)).toList();
    calls.clear();
    return made;
  }

  @Override
  public <Q extends AwsRequest, R extends AwsResponse> R call(
      Operation<Q, R> operation, Q request, String region) {
    long start = System.nanoTime();
    R answer = null;
    try {
      Thread.sleep(slow);
      answer = source.call(operation, request, region);
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("interrupted", e);
    } finally {
      calls.add(
          new Call(
              operation(request),
              region,
              request,
              start,
              System.nanoTime(),
              Optional.ofNullable(answer)));
    }
  }

  private static String operation(AwsRequest request) {
    return Stream.concat(Reads.ALL.stream(), Writes.ALL.stream())
        .filter(operation -> operation.takes(request))
        .findFirst()
        .map(Operation::key)
        .orElseGet(() -> request.getClass().getSimpleName());
  }
}
