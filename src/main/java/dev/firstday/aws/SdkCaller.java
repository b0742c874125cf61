package dev.firstday.aws;

import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Caller;
import dev.firstday.engine.Change;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** Makes the writes of {@link Writes}; the applier alone holds one. */
public final class SdkCaller implements Caller {
  private final Clients.Source clients;
  private final String homeRegion;

  public SdkCaller(Clients.Source clients, String homeRegion) {
    this.clients = clients;
    this.homeRegion = homeRegion;
  }

  @Override
  public String accountId() throws CallFailed {
    return call(Reads.GET_CALLER_IDENTITY, GetCallerIdentityRequest.builder().build(), homeRegion)
        .account();
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

  private <Q extends AwsRequest, R extends AwsResponse> Receipt write(
      Operation<Q, R> write, Map<String, Object> request, String region) throws CallFailed {
    R response = call(write, write.request(request), region);
    String requestId =
        response.responseMetadata() == null ? "" : response.responseMetadata().requestId();
    return new Receipt(requestId, SdkJson.toData(response));
  }

  private <Q extends AwsRequest, R extends AwsResponse> R call(
      Operation<Q, R> operation, Q request, String region) throws CallFailed {
    try {
      R response = operation.call().apply(clients.in(region), request);
      Optional<String> failure = operation.failure().apply(response);
      if (failure.isPresent()) {
        throw new CallFailed(Problems.inAnswer(failure.get(), operation, region), null);
      }
      return response;
    } catch (SdkException e) {
      throw new CallFailed(Problems.of(e, operation, region), e);
    }
  }
}
