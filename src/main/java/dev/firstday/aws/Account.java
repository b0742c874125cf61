package dev.firstday.aws;

import dev.firstday.aws.client.RateLimiter;
import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Problems;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.Writes;
import dev.firstday.engine.account.Identity;
import dev.firstday.engine.account.Parallel;
import dev.firstday.engine.account.Pause;
import dev.firstday.engine.assess.Evidence;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.failure.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * The live account as steps see it. They can read what is in {@link Reads}, and describe changes;
 * there is no way from here to a write.
 *
 * <p>A read that was made since the last {@link #invalidate} is not made twice, whichever step
 * asks.
 */
public final class Account {
  private final Identity identity;
  private final CachedReads reads;
  private final Clock clock;
  private final Pause pause;
  private final Consumer<Evidence> witness;

  /** An account that is read as fast as it goes. */
  public Account(Identity identity, AwsApi aws) {
    this(identity, aws, RateLimiter.NONE, Thread::sleep, Clock.systemUTC());
  }

  /**
   * An account that is read no faster than this.
   *
   * @param pause waits for what AWS makes on demand
   */
  Account(Identity identity, AwsApi aws, RateLimiter pace, Pause pause, Clock clock) {
    this(identity, new CachedReads(aws, pace, clock), clock, pause, evidence -> {});
  }

  private Account(
      Identity identity, CachedReads reads, Clock clock, Pause pause, Consumer<Evidence> witness) {
    this.identity = identity;
    this.reads = reads;
    this.clock = clock;
    this.pause = pause;
    this.witness = witness;
  }

  /** What time it is. */
  public Instant now() {
    return clock.instant();
  }

  /** The same account, whose reads somebody hears of, also those that another step made. */
  public Account heardBy(Consumer<Evidence> witness) {
    return new Account(identity, reads, clock, pause, witness);
  }

  public Identity identity() {
    return identity;
  }

  /** Forgets what was read, so that the next look sees the account as it is then. */
  public void invalidate() {
    invalidate(true);
  }

  /**
   * Forgets what was read.
   *
   * @param afresh whether also what AWS takes money for; if not, that is kept for a day
   */
  public void invalidate(boolean afresh) {
    reads.invalidate(afresh);
  }

  /** The Region that everything bound to one goes to. */
  public String homeRegion() {
    return identity.homeRegion();
  }

  /**
   * A read whose request says nothing, in the home Region.
   *
   * @param read a line of {@link Reads}
   */
  public <Q extends AwsRequest, R extends AwsResponse> Query<R> query(Operation<Q, R> read) {
    return new Query<>(this, read, read.request(Map.of()), homeRegion());
  }

  /** A read with a request, in the home Region. */
  public <
          B extends AwsRequest.Builder & CopyableBuilder<B, Q>,
          Q extends AwsRequest & ToCopyableBuilder<B, Q>,
          R extends AwsResponse>
      Query<R> query(Operation<Q, R> read, Consumer<B> request) {
    Q filled = read.request(Map.of()).toBuilder().applyMutation(request).build();
    return new Query<>(this, read, filled, homeRegion());
  }

  /** Reads in a Region. */
  <Q extends AwsRequest, R extends AwsResponse> R read(
      Operation<Q, R> read, Q request, String region) throws CallFailed {
    return read(read, request, region, List.of());
  }

  /** Reads; an answer that it is not made yet is no evidence, for it is asked for again. */
  <Q extends AwsRequest, R extends AwsResponse> R read(
      Operation<Q, R> read, Q request, String region, List<String> notYet) throws CallFailed {
    CachedReads.CachedAnswer answer = reads.answer(read, request, region);
    if (answer.failure() != null) {
      Problem problem = Problems.of(answer.failure(), read, region, answer.at());
      String error = problem.code().isEmpty() ? problem.kind().name() : problem.code();
      if (!notYet.contains(problem.code())) {
        hear(read, region, Optional.of(error), problem.requestId());
      }
      throw new CallFailed(problem, answer.failure());
    }
    hear(read, region, Optional.empty(), answer.requestId());
    @SuppressWarnings("unchecked") // The answer to a Q of this operation is its R.
    R response = (R) Objects.requireNonNull(answer.response());
    return response;
  }

  /** What an answer has to have to be of any use. */
  public static <T> T required(Operation<?, ?> read, @Nullable T part) throws CallFailed {
    if (part == null) {
      throw new CallFailed(Problems.unreadable(read), null);
    }
    return part;
  }

  /**
   * Things of an answer, each with what it has to have to be of any use, as a name to ask for it
   * by.
   *
   * @param parts what each has to have
   */
  @SafeVarargs
  public static <T> List<T> requiredInEach(
      Operation<?, ?> read, List<T> things, Function<? super T, ?>... parts) throws CallFailed {
    for (T thing : things) {
      for (Function<? super T, ?> part : parts) {
        required(read, part.apply(thing));
      }
    }
    return things;
  }

  void hear(Operation<?, ?> read, String region, Optional<String> error, String id) {
    witness.accept(new Evidence(read.service().cli(), read.name(), region, error, id));
  }

  CachedReads reads() {
    return reads;
  }

  /** Waits; false if this thread is to end. */
  boolean paused(Duration time) {
    try {
      pause.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * The Regions that a choice means, the home Region first.
   *
   * @param choice {@code home}, {@code enabled} or a list of Regions
   * @throws CallFailed if the enabled Regions are asked for and can't be read
   */
  public List<String> regions(List<String> choice) throws CallFailed {
    if (choice.equals(List.of("home"))) {
      return List.of(homeRegion());
    }
    List<String> chosen = choice.equals(List.of("enabled")) ? enabledRegions() : choice;
    return chosen.stream()
        .distinct()
        .sorted(Comparator.comparing((String region) -> !region.equals(homeRegion())))
        .toList();
  }

  private List<String> enabledRegions() throws CallFailed {
    return requiredInEach(
            Reads.DESCRIBE_REGIONS,
            query(Reads.DESCRIBE_REGIONS).read().regions(),
            region -> region.regionName())
        .stream()
        .filter(region -> !"not-opted-in".equals(region.optInStatus()))
        .map(region -> region.regionName())
        .sorted()
        .toList();
  }

  /** The account in a Region. */
  public AccountRegion in(String region) {
    return new AccountRegion(this, region);
  }

  /**
   * The ARN of a resource of this account.
   *
   * @param region its Region; empty for one that is in none, {@code *} for any
   */
  public String arn(String service, String region, String resource) {
    return "arn:%s:%s:%s:%s:%s"
        .formatted(identity.partition(), service, region, identity.accountId(), resource);
  }

  /** Whether the SDK knows of GuardDuty in a Region; it may not know the newest. */
  public static boolean hasGuardDuty(String region) {
    return GuardDutyClient.serviceMetadata().regions().contains(Region.of(region));
  }

  /** What a look at one thing gives, as at a Region. */
  @FunctionalInterface
  public interface Look<K, T> {
    T look(K thing) throws CallFailed;
  }

  /** Whether all things are so; it looks no further than the first that is not. */
  public static <K> boolean allMatch(List<K> things, Look<K, Boolean> look) throws CallFailed {
    for (K thing : things) {
      if (!look.look(thing)) {
        return false;
      }
    }
    return true;
  }

  /** Looks at several things, one after the other. */
  public static <K, T> List<T> each(List<K> things, Look<K, T> look) throws CallFailed {
    List<T> all = new ArrayList<>();
    for (K thing : things) {
      all.add(look.look(thing));
    }
    return all;
  }

  /**
   * What was seen in a Region, or why nothing was.
   *
   * @param region the Region
   * @param value what was seen
   * @param problem why nothing was
   */
  public record Observed<T>(String region, Optional<T> value, Optional<Problem> problem) {
    private boolean strange() {
      return problem.filter(one -> one.kind() == Problem.Kind.CREDENTIALS).isPresent();
    }

    /** A Region that does not take credentials that others take: nobody has to sign in anew. */
    private Observed<T> closed() {
      return new Observed<>(region, value, problem.map(one -> one.as(Problem.Kind.OTHER)));
    }
  }

  /** Looks at several Regions at the same time; one that can't be read is no trouble for others. */
  public <T> List<Observed<T>> inEach(List<String> regions, Look<String, T> look) {
    List<Observed<T>> all = inParallel(regions, region -> seen(region, look));
    boolean none =
        all.stream().filter(seen -> seen.region().equals(homeRegion())).anyMatch(Observed::strange);
    return none ? all : all.stream().map(seen -> seen.strange() ? seen.closed() : seen).toList();
  }

  /** Looks at several things at the same time; what was seen, in their order. */
  public <K, T> List<T> inParallel(List<K> things, Function<K, T> look) {
    List<FutureTask<T>> looks =
        things.stream().map(thing -> new FutureTask<>(() -> look.apply(thing))).toList();
    try {
      Parallel.all(looks);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("interrupted", e);
    }
    return looks.stream().map(Parallel::seen).toList();
  }

  private static <T> Observed<T> seen(String region, Look<String, T> look) {
    try {
      return new Observed<>(region, Optional.of(look.look(region)), Optional.empty());
    } catch (CallFailed e) {
      return new Observed<>(region, Optional.empty(), Optional.of(e.problem()));
    }
  }

  /**
   * Begins a change.
   *
   * @param id stable name; equal changes of several steps have the same
   * @param request a request of {@link Writes}
   */
  public ChangeBuilder change(String id, AwsRequest request) {
    return change(id, request, homeRegion());
  }

  /** Begins a change in a Region. */
  public ChangeBuilder change(String id, AwsRequest request, String region) {
    return new ChangeBuilder(id, request, region);
  }

  public ChangeBuilder change(String id, AwsRequest.Builder request) {
    return change(id, request.build());
  }

  public ChangeBuilder change(String id, AwsRequest.Builder request, String region) {
    return change(id, request.build(), region);
  }
}
