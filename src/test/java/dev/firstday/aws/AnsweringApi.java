package dev.firstday.aws;

import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.Operation;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * An account behind something that answers in its place, or looks on.
 *
 * @param account may be null where nobody asks it
 */
public record AnsweringApi(AwsApi account, Answer answer) implements AwsApi {
  /** Answers a call. */
  @FunctionalInterface
  public interface Answer {
    /**
     * Answers.
     *
     * @param account asks the account itself
     */
    AwsResponse to(AwsRequest request, String region, AccountAnswer account);
  }

  /** What an account answers, wherever it is called. */
  @FunctionalInterface
  public interface AccountAnswer {
    AwsResponse to(AwsRequest request);
  }

  /** An account of which only this is known. */
  public static AwsApi of(AccountAnswer answer) {
    return new AnsweringApi(null, (request, region, account) -> answer.to(request));
  }

  @Override
  @SuppressWarnings("unchecked") // A request's copy is of its class, and so is the answer.
  public <Q extends AwsRequest, R extends AwsResponse> R call(
      Operation<Q, R> operation, Q request, String region) {
    return (R) answer.to(request, region, asked -> account.call(operation, (Q) asked, region));
  }
}
