package dev.firstday.steps.resources;

import dev.firstday.aws.Account;
import dev.firstday.aws.ChangeBuilder;
import dev.firstday.aws.operations.Operation;
import dev.firstday.catalog.Note;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Effect;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * A log bucket whose settings are read and planned one by one.
 *
 * @param wanted the bucket to be
 * @param present whether it is there
 * @param region where it is, or will be
 */
record ObservedBucket(Account account, LogBucket.Wanted wanted, boolean present, String region) {
  static final Duration PROPAGATION = Duration.ofMinutes(1);

  /**
   * A setting that the bucket lacks.
   *
   * @param missing the finding, where the bucket is there
   * @param why the text of the change
   * @param change sets it; empty if only a person can
   */
  record MissingSetting(Note missing, Note why, Optional<ChangeBuilder> change) {}

  String name() {
    return wanted.name();
  }

  /** Reads a setting that may not be there; of a bucket that is not there, none is. */
  <Q extends AwsRequest, R extends AwsResponse> Optional<R> find(
      Operation<Q, R> read, Q request, String absent) throws CallFailed {
    return present ? account.find(read, request, region, absent) : Optional.empty();
  }

  /** The lack of a setting whose finding and change have the same code. */
  Optional<MissingSetting> lacks(String code, ChangeBuilder change) {
    return lacks(Note.of(code, name()), code, name(), change);
  }

  /**
   * The lack of a setting.
   *
   * @param why the code of the change's text
   * @param place the bucket, or the folder in it
   */
  Optional<MissingSetting> lacks(Note missing, String why, String place, ChangeBuilder change) {
    return Optional.of(
        new MissingSetting(missing, Note.of(why, place, wanted.expireDays()), Optional.of(change)));
  }

  /**
   * A change of one setting. With a bucket of ours the settings go when it goes: as long as it
   * holds logs they stay protected.
   */
  ChangeBuilder change(String setting, AwsRequest request, AwsRequest... undo) {
    ChangeBuilder change =
        account
            .change(wanted.id() + "/" + setting, request, region)
            .waitingFor(PROPAGATION, "NoSuchBucket", "OperationAborted");
    if (!wanted.ours()) {
      Stream.of(undo).forEach(back -> change.undoneBy(Effect.CHANGE, back));
    }
    return change;
  }
}
