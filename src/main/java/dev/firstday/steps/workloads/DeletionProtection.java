package dev.firstday.steps.workloads;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Effect;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.AwsRequest;

/** Makes the resources of a Region whose deletion protection a change would switch on. */
record DeletionProtection(Account account, String region) {
  /**
   * A resource that a change would protect.
   *
   * @param isOn whether it is protected
   * @param protect makes the request: on, or off again
   * @param more adds to the change what shows it
   */
  Resource of(
      String id,
      String arn,
      boolean isOn,
      Function<Boolean, AwsRequest> protect,
      UnaryOperator<ChangeBuilder> more) {
    ChangeBuilder change =
        account
            .change("deletion-protection/" + region + "/" + id, protect.apply(true), region)
            .undoneBy(Effect.CHANGE, protect.apply(false));
    return Resource.of(
        id, arn, isOn, more.apply(change).build(Effect.CHANGE, Note.of("protect", id)));
  }
}
