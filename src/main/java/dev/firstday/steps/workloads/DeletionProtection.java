package dev.firstday.steps.workloads;

import dev.firstday.aws.AccountRegion;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.Query;
import dev.firstday.catalog.Note;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;

/** The deletion protection of a resource, which a change would switch on. */
record DeletionProtection(AccountRegion here, String id, String arn, @Nullable Boolean isOn) {
  private static final Duration UNTIL_READY = Duration.ofMinutes(10);

  /**
   * The resource.
   *
   * @param protect makes the request: on, or off again
   * @param read the read that shows it, at a path of its answer
   * @param notReady the error code with which AWS says that it is at something else
   */
  Resource by(
      Function<Boolean, AwsRequest.Builder> protect,
      Query<?> read,
      String path,
      String... notReady) {
    ChangeBuilder change =
        read.change("deletion-protection/" + here.region() + "/" + id, protect.apply(true))
            .verifiedBy(read, path);
    if (notReady.length > 0) {
      change.waitingFor(UNTIL_READY, notReady);
    }
    return Resource.of(
        id,
        arn,
        Boolean.TRUE.equals(isOn),
        change.update(Note.of("protect", id), protect.apply(false)));
  }
}
