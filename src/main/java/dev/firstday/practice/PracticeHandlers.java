package dev.firstday.practice;

import dev.firstday.aws.operations.Operation;
import dev.firstday.practice.iam.PracticeRoles;
import dev.firstday.practice.model.Handlers;
import dev.firstday.practice.model.PracticeCall;
import dev.firstday.practice.model.WriteLog;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** The handlers of all operations of the practice account. */
final class PracticeHandlers {
  private static final Handlers ALL = Handlers.of(List.of(PracticeRoles::handlers));

  private PracticeHandlers() {}

  /** Makes a call: by its handler, or by the client that its service still has. */
  static <Q extends AwsRequest, R extends AwsResponse> R call(
      PracticeCall call, Operation<Q, R> operation, Q request) {
    return ALL.find(request)
        .map(
            handler ->
                call.<R>answer(
                    operation.name(),
                    request,
                    model -> handler.answer(model, call.region(), request)))
        .orElseGet(() -> operation.call().apply(PracticeClients.of(call), request));
  }

  /** Makes a write again. */
  static <Q extends AwsRequest> void replay(
      PracticeAccount account, Operation<Q, ?> write, WriteLog.LoggedWrite entry) {
    account.call(write, write.request(entry.request()), entry.region());
  }
}
