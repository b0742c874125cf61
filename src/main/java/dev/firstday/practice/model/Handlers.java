package dev.firstday.practice.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** What the practice account answers: a handler for each operation, by the class of its request. */
public final class Handlers {
  private final Map<Class<?>, RegionHandler<?>> handlers = new HashMap<>();

  /** Does the work of a call and begins its response; holds the model's lock. */
  @FunctionalInterface
  public interface Handler<Q extends AwsRequest> {
    AwsResponse.Builder answer(PracticeState model, Q request);
  }

  /** The same, where it matters which Region is called. */
  @FunctionalInterface
  public interface RegionHandler<Q extends AwsRequest> {
    AwsResponse.Builder answer(PracticeState model, String region, Q request);
  }

  /** Does the work of a call whose response says nothing. */
  @FunctionalInterface
  public interface RegionWork<Q extends AwsRequest> {
    void accept(PracticeState model, String region, Q request);
  }

  /** Answers a call by what runs in its Region. */
  @FunctionalInterface
  public interface WorkloadHandler<Q extends AwsRequest> {
    AwsResponse.Builder answer(Workload here, Q request);
  }

  private Handlers() {}

  /** All that these parts add. */
  public static Handlers of(List<Consumer<Handlers>> parts) {
    Handlers all = new Handlers();
    parts.forEach(part -> part.accept(all));
    return all;
  }

  public <Q extends AwsRequest> Handlers on(Class<Q> request, Handler<Q> handler) {
    return on(request, (model, region, asked) -> handler.answer(model, asked));
  }

  public <Q extends AwsRequest> Handlers on(Class<Q> request, RegionHandler<Q> handler) {
    handlers.put(request, handler);
    return this;
  }

  public <Q extends AwsRequest> Handlers on(
      Class<Q> request,
      Supplier<? extends AwsResponse.Builder> response,
      BiConsumer<PracticeState, Q> work) {
    return on(request, response, (model, region, asked) -> work.accept(model, asked));
  }

  public <Q extends AwsRequest> Handlers on(
      Class<Q> request, Supplier<? extends AwsResponse.Builder> response, RegionWork<Q> work) {
    return on(
        request,
        (model, region, asked) -> {
          work.accept(model, region, asked);
          return response.get();
        });
  }

  public <Q extends AwsRequest> Handlers inRegion(Class<Q> request, WorkloadHandler<Q> handler) {
    return on(request, (model, region, asked) -> handler.answer(model.workloads.in(region), asked));
  }

  /** The handler of a request; empty if there is none. */
  @SuppressWarnings("unchecked") // A handler is kept by the class of its requests.
  public <Q extends AwsRequest> Optional<RegionHandler<Q>> find(Q request) {
    return Optional.ofNullable((RegionHandler<Q>) handlers.get(request.getClass()));
  }
}
