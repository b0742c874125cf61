package dev.firstday.practice.model;

import dev.firstday.aws.operations.CallEnd;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;

/** What stands behind the clients of the practice account: it does the work of each call. */
public interface PracticeGateway {
  /** Does the work of a call, or fails as AWS would. */
  <B> B call(
      PracticeCall practiceCall,
      String operation,
      AwsRequest request,
      Function<PracticeState, B> work);

  /** Hears how a call has ended. */
  void ended(PracticeCall practiceCall, String operation, CallEnd end);

  /** What whoever is signed in may not do: the reason by the IAM action. */
  Map<String, String> denied();
}
