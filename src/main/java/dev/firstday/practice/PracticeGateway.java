package dev.firstday.practice;

import dev.firstday.aws.CallEnd;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;

/** What stands behind the clients of the practice account: it does the work of each call. */
interface PracticeGateway {
  /** Does the work of a call, or fails as AWS would. */
  <B> B call(Door door, String operation, AwsRequest request, Function<Model, B> work);

  /** Hears how a call has ended. */
  void ended(Door door, String operation, CallEnd end);

  /** What whoever is signed in may not do: the reason by the IAM action. */
  Map<String, String> denied();
}
