package dev.firstday.aws;

import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The live account as steps see it. They can read what is in {@link Reads}, and describe changes;
 * there is no way from here to a write.
 *
 * <p>A read that was made since the last {@link #lookAgain} is not made twice, whichever step asks.
 */
public final class Account {
  private final Identity identity;
  private final Clients.Source clients;
  private final Map<List<Object>, FutureTask<Answer>> answers = new ConcurrentHashMap<>();

  /** What came back: a response, or why there is none. */
  private record Answer(AwsResponse response, SdkException failure) {}

  public Account(Identity identity, Clients.Source clients) {
    this.identity = identity;
    this.clients = clients;
  }

  public Identity identity() {
    return identity;
  }

  /** Forgets what was read, so that the next look sees the account as it is then. */
  public void lookAgain() {
    answers.clear();
  }

  /** The Region that everything bound to one goes to. */
  public String homeRegion() {
    return identity.homeRegion();
  }

  /**
   * Reads.
   *
   * @param read a line of {@link Reads}
   * @throws CallFailed if there was no answer, or none that is of use
   */
  public <Q extends AwsRequest, R extends AwsResponse> R read(Operation<Q, R> read, Q request)
      throws CallFailed {
    return read(read, request, homeRegion());
  }

  /** Reads in a Region. */
  public <Q extends AwsRequest, R extends AwsResponse> R read(
      Operation<Q, R> read, Q request, String region) throws CallFailed {
    Answer answer = answer(read, request, region);
    if (answer.failure() != null) {
      throw new CallFailed(Problems.of(answer.failure(), read, region), answer.failure());
    }
    @SuppressWarnings("unchecked") // The answer to a Q of this operation is its R.
    R response = (R) answer.response();
    return response;
  }

  /** Reads every page. */
  public <Q extends AwsRequest, R extends AwsResponse> List<R> pages(
      Operation<Q, R> read, Q request) throws CallFailed {
    List<R> pages = new ArrayList<>();
    Optional<Q> next = Optional.of(request);
    while (next.isPresent()) {
      Q page = next.get();
      R response = read(read, page, homeRegion());
      pages.add(response);
      next = read.nextToken(response).map(token -> read.nextPage(page, token));
    }
    return pages;
  }

  /**
   * Reads something that may not be there.
   *
   * @param absent the error code with which AWS says so
   */
  public <Q extends AwsRequest, R extends AwsResponse> Optional<R> find(
      Operation<Q, R> read, Q request, String absent) throws CallFailed {
    try {
      return Optional.of(read(read, request, homeRegion()));
    } catch (CallFailed e) {
      if (e.problem().code().equals(absent)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private <Q extends AwsRequest, R extends AwsResponse> Answer answer(
      Operation<Q, R> read, Q request, String region) {
    if (!Reads.ALL.contains(read)) {
      throw new IllegalArgumentException(read.key() + " is no read of ours");
    }
    FutureTask<Answer> call =
        new FutureTask<>(
            () -> {
              try {
                return new Answer(read.call().apply(clients.in(region), request), null);
              } catch (SdkException e) {
                return new Answer(null, e);
              }
            });
    FutureTask<Answer> earlier = answers.putIfAbsent(List.of(read.key(), region, request), call);
    if (earlier == null) {
      call.run();
    }
    try {
      return (earlier == null ? call : earlier).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(null, AbortedException.create("interrupted", e));
    }
  }

  /**
   * Begins a change.
   *
   * @param id stable name; equal changes of several steps have the same
   * @param request a request of {@link Writes}
   */
  public ChangeBuilder change(String id, AwsRequest request) {
    return new ChangeBuilder(id, request, homeRegion());
  }
}
