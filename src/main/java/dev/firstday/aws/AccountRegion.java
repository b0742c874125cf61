package dev.firstday.aws;

import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** The account in one Region, as steps see it. */
public record AccountRegion(Account account, String region) {
  /**
   * A read whose request says nothing.
   *
   * @param read a line of {@link Reads}
   */
  public <Q extends AwsRequest, R extends AwsResponse> Query<R> query(Operation<Q, R> read) {
    return account.query(read).in(region);
  }

  /** A read with a request. */
  public <
          B extends AwsRequest.Builder & CopyableBuilder<B, Q>,
          Q extends AwsRequest & ToCopyableBuilder<B, Q>,
          R extends AwsResponse>
      Query<R> query(Operation<Q, R> read, Consumer<B> request) {
    return account.query(read, request).in(region);
  }

  /** The ARN of a resource of the account in this Region. */
  public String arn(String service, String resource) {
    return account.arn(service, region, resource);
  }
}
