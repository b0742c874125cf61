package dev.firstday.aws;

import dev.firstday.aws.operations.Inverses;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.References;
import dev.firstday.aws.operations.SdkJson;
import dev.firstday.aws.operations.Writes;
import dev.firstday.catalog.Note;
import dev.firstday.engine.plan.Ask;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Effect;
import dev.firstday.engine.plan.Read;
import dev.firstday.engine.plan.WaitFor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;

/** Describes a change from typed requests. */
public final class ChangeBuilder {
  private final String id;
  private final AwsRequest request;
  private final String region;
  private Optional<Read> shows = Optional.empty();
  private final List<Change> undo = new ArrayList<>();
  private Optional<WaitFor> waitFor = Optional.empty();
  private final List<Ask> asks = new ArrayList<>();

  ChangeBuilder(String id, AwsRequest request, String region) {
    this.id = id;
    this.request = request;
    this.region = region;
  }

  /**
   * The read that shows the change.
   *
   * @param fields paths of its answer that the change decides
   */
  public ChangeBuilder verifiedBy(Query<?> read, String... fields) {
    shows = Optional.of(read.showing(region, fields));
    return this;
  }

  /** Stands for a value of the answer, which only the call gives. */
  public String answered(String path) {
    return References.to(build(Effect.CREATE, Note.of(Change.UNDO)), path);
  }

  /** A request of {@link Writes} that takes the change back. */
  public ChangeBuilder undoneBy(Effect effect, AwsRequest request) {
    String undoId = id + "/undo" + (undo.isEmpty() ? "" : undo.size() + 1);
    undo.add(new ChangeBuilder(undoId, request, region).build(effect, Note.of(Change.UNDO)));
    return this;
  }

  /**
   * A request of {@link Writes} that takes the change back, unless data would be lost with it.
   *
   * @param command what a person runs to lose it
   * @param fields paths of the read's answer that show data, if they have a value other than 0
   */
  public ChangeBuilder undoneUnlessItHoldsData(
      AwsRequest.Builder request, String command, Query<?> look, String... fields) {
    undo.add(
        new ChangeBuilder(id + "/undo", request.build(), region)
            .verifiedBy(look, fields)
            .build(Effect.DELETE, Note.of(Change.UNDO_OF_DATA, command)));
    return this;
  }

  /** Error codes that mean "not propagated yet", and how long to go on trying. */
  public ChangeBuilder waitingFor(Duration atMost, String... codes) {
    waitFor = Optional.of(new WaitFor(Set.of(codes), atMost));
    return this;
  }

  /** What it needs a person for. */
  public ChangeBuilder asking(Ask... some) {
    asks.addAll(List.of(some));
    return this;
  }

  /** A change that creates something; the delete that takes it back follows from it. */
  public Change create(Note why) {
    return undone(Effect.DELETE).build(Effect.CREATE, why);
  }

  /** A change of something that another operation turns back. */
  public Change update(Note why) {
    return undone(Effect.CHANGE).build(Effect.CHANGE, why);
  }

  private ChangeBuilder undone(Effect effect) {
    undo.add(Inverses.undoing(build(effect, Note.of(Change.UNDO)), effect));
    return this;
  }

  /** A change that creates something, which a delete takes back. */
  public Change create(Note why, AwsRequest.Builder delete) {
    return undoneBy(Effect.DELETE, delete.build()).build(Effect.CREATE, why);
  }

  /** A change of something, which is taken back by putting back what was there. */
  public Change update(Note why, AwsRequest.Builder back) {
    return undoneBy(Effect.CHANGE, back.build()).build(Effect.CHANGE, why);
  }

  /** A change that puts something, whether it was there before or not. */
  public Change put(Note why, Optional<? extends AwsRequest.Builder> before) {
    return before.map(back -> update(why, back)).orElseGet(() -> create(why));
  }

  /** The same; what was there follows, too, as far as the operation puts it. */
  public Change putOver(Optional<? extends SdkPojo> before, Note why) {
    return put(why, before.map(was -> Inverses.restoring(request, was).toBuilder()));
  }

  /**
   * The change.
   *
   * @param why its text, under the step's changes in the catalogue
   */
  public Change build(Effect effect, Note why) {
    Operation<?, ?> write = Writes.thatTakes(request);
    return new Change(
        id,
        effect,
        write.service().cli(),
        write.name(),
        region,
        SdkJson.toData(request),
        why,
        shows,
        List.copyOf(undo),
        waitFor,
        asks);
  }
}
