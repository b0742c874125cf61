package dev.firstday.aws;

import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Caller;
import dev.firstday.engine.Change;
import dev.firstday.engine.Problem;
import dev.firstday.engine.Read;
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

  @Override
  public Optional<Map<String, Object>> read(Read read) throws CallFailed {
    Operation<?, ?> operation =
        Reads.find(read.service() + ":" + read.operation())
            .orElseThrow(() -> new CallFailed(Problem.unfit(read, "no read of ours"), null));
    try {
      return Optional.of(answer(operation, read.request(), read.region()));
    } catch (IllegalArgumentException e) {
      // It is from a journal that somebody has changed.
      throw new CallFailed(Problem.unfit(read, e.getMessage()), e);
    } catch (CallFailed e) {
      if (e.problem().absent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private <Q extends AwsRequest, R extends AwsResponse> Map<String, Object> answer(
      Operation<Q, R> read, Map<String, Object> request, String region) throws CallFailed {
    return SdkJson.toData(call(read, read.request(request), region));
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
