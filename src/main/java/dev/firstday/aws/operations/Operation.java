package dev.firstday.aws.operations;

import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Placeholders;
import dev.firstday.engine.plan.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * One operation of the AWS API that firstday may call: a line of {@link Reads} or {@link Writes}.
 *
 * @param service the AWS CLI's name of the service
 * @param name the API's name of the operation
 * @param builder makes an empty request
 * @param call calls the operation through the SDK
 * @param paging how to get the next page, where there are pages
 * @param failure what is wrong with an answer that came as a success; empty if nothing
 * @param secrets paths, as {@code /Password}, of members of its request and response that are
 *     secret
 * @param actions the IAM actions it needs; they don't follow from its name
 */
public record Operation<Q extends AwsRequest, R extends AwsResponse>(
    String service,
    String name,
    Supplier<? extends SdkBuilder<?, Q>> builder,
    BiFunction<Clients, Q, R> call,
    Optional<Paging> paging,
    Function<R, Optional<String>> failure,
    Set<String> secrets,
    List<String> actions) {

  /**
   * How an operation pages.
   *
   * @param input the request's member that takes the token
   * @param output the response's member that gives it, or the path to it
   */
  public record Paging(String input, String output) {}

  public static <C, Q extends AwsRequest, R extends AwsResponse, B extends SdkBuilder<B, Q>>
      Operation<Q, R> of(
          String service,
          String name,
          Supplier<B> builder,
          Function<Clients, C> client,
          BiFunction<C, Q, R> call,
          String... actions) {
    return new Operation<>(
        service,
        name,
        builder,
        (clients, request) -> call.apply(client.apply(clients), request),
        Optional.empty(),
        response -> Optional.empty(),
        Set.of(),
        List.of(actions));
  }

  /** The same operation with pages. */
  Operation<Q, R> paged(String input, String output) {
    return new Operation<>(
        service,
        name,
        builder,
        call,
        Optional.of(new Paging(input, output)),
        failure,
        secrets,
        actions);
  }

  /**
   * The same operation, whose success may be none: some answer 200 and list what failed.
   *
   * @param failure what is wrong with an answer; empty if nothing
   */
  Operation<Q, R> unless(Function<R, Optional<String>> failure) {
    return new Operation<>(service, name, builder, call, paging, failure, secrets, actions);
  }

  /** The same operation, some members of whose request or response are secret. */
  Operation<Q, R> hiding(String... paths) {
    return new Operation<>(service, name, builder, call, paging, failure, Set.of(paths), actions);
  }

  /** {@code iam:GetAccountPasswordPolicy}: the service by its CLI name, and the operation. */
  public String key() {
    return service + ":" + name;
  }

  /** Whether the request is one of this operation. */
  public boolean takes(SdkPojo request) {
    return builder.get().build().getClass() == request.getClass();
  }

  /**
   * The request that the data describes.
   *
   * @throws IllegalArgumentException with the path of what does not fit
   */
  public Q request(Map<String, Object> data) {
    SdkBuilder<?, Q> empty = builder.get();
    SdkJson.fill((SdkPojo) empty, data);
    return empty.build();
  }

  /** A request as data: what {@link #call(Clients, Map)} takes, but for what is secret in it. */
  public Map<String, Object> dataWithoutSecrets(AwsRequest request) {
    Map<String, Object> data = SdkJson.toData(request, secrets);
    data.values().removeIf(Secret.class::isInstance);
    return data;
  }

  /** An answer as data, with a {@link Secret} for each that is in it. */
  public Map<String, Object> data(R response) {
    return SdkJson.toData(response, secrets);
  }

  /**
   * Calls the operation with a request that is data.
   *
   * @throws IllegalArgumentException with the path of what does not fit
   */
  public R call(Clients clients, Map<String, Object> data) {
    return call.apply(clients, request(data));
  }

  /** Reads one page. */
  @FunctionalInterface
  public interface PageRead<Q, R> {
    R read(Q request) throws CallFailed;
  }

  /** Every page, from the one that is asked for. */
  public List<R> pages(Q request, PageRead<Q, R> each) throws CallFailed {
    List<R> pages = new ArrayList<>();
    Set<String> tokens = new HashSet<>();
    Optional<Q> next = Optional.of(request);
    while (next.isPresent()) {
      Q page = next.get();
      R response = each.read(page);
      pages.add(response);
      Optional<String> token = nextToken(response);
      // It would go on for ever, and whatever it gives is not all.
      if (token.isPresent() && !tokens.add(token.get())) {
        throw new CallFailed(Problems.unreadable(this), null);
      }
      next = token.map(another -> nextPage(page, another));
    }
    return pages;
  }

  /** The token of the next page; empty on the last one. */
  private Optional<String> nextToken(R response) {
    return paging
        .map(p -> Placeholders.at(SdkJson.toData(response), "/" + p.output()))
        .map(String.class::cast)
        .filter(token -> !token.isEmpty());
  }

  /** The request of the page behind a token. */
  private Q nextPage(Q request, String token) {
    Map<String, Object> data = SdkJson.toData(request);
    data.put(paging.orElseThrow().input(), token);
    return request(data);
  }

  static Optional<Operation<?, ?>> find(List<Operation<?, ?>> table, String key) {
    return table.stream().filter(operation -> operation.key().equals(key)).findFirst();
  }

  static List<Operation<?, ?>> table(Operation<?, ?>... lines) {
    return List.copyOf(Arrays.asList(lines));
  }
}
