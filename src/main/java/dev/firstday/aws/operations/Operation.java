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
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * One operation of the AWS API that firstday may call: a line of {@link Reads} or {@link Writes}.
 *
 * @param service the service that has it
 * @param spelling the API's name of the operation, where its request's class has another
 * @param builder makes an empty request
 * @param call calls the operation through the SDK's client of the service
 * @param paging how to get the next page, where there are pages
 * @param failure what is wrong with an answer that came as a success; empty if nothing
 * @param secrets paths, as {@code /Password}, of members of its request and response that are
 *     secret
 * @param needs the IAM actions it needs, where they don't follow from its name
 */
public record Operation<Q extends AwsRequest, R extends AwsResponse>(
    Service<?> service,
    Optional<String> spelling,
    Supplier<? extends SdkBuilder<?, Q>> builder,
    BiFunction<SdkClient, Q, R> call,
    Optional<Service.Paging> paging,
    Function<R, Optional<String>> failure,
    Set<String> secrets,
    Optional<List<String>> needs) {

  /** The same operation, which the API spells otherwise than the SDK its class. */
  Operation<Q, R> named(String name) {
    Optional<String> api = Optional.of(name);
    return new Operation<>(service, api, builder, call, paging, failure, secrets, needs);
  }

  Operation<Q, R> paged(Optional<Service.Paging> pages) {
    return new Operation<>(service, spelling, builder, call, pages, failure, secrets, needs);
  }

  /**
   * The same operation, whose success may be none: some answer 200 and list what failed.
   *
   * @param failure what is wrong with an answer; empty if nothing
   */
  Operation<Q, R> unless(Function<R, Optional<String>> failure) {
    return new Operation<>(service, spelling, builder, call, paging, failure, secrets, needs);
  }

  /** The same operation, some members of whose request or response are secret. */
  Operation<Q, R> hiding(String... paths) {
    return new Operation<>(service, spelling, builder, call, paging, failure, Set.of(paths), needs);
  }

  /** The same operation, which needs just these IAM actions. */
  Operation<Q, R> actions(String... actions) {
    Optional<List<String>> all = Optional.of(List.of(actions));
    return new Operation<>(service, spelling, builder, call, paging, failure, secrets, all);
  }

  /** The same operation, which needs no permission. */
  Operation<Q, R> withoutActions() {
    return actions(new String[0]);
  }

  /** The API's name of the operation. */
  public String name() {
    // Not kept: most runs ask few operations, and each loads and sets up its request's class.
    return spelling.orElseGet(() -> type().getSimpleName().replaceFirst("Request$", ""));
  }

  /** The IAM actions it needs. */
  public List<String> actions() {
    return needs.orElseGet(() -> List.of(service.prefix() + ":" + name()));
  }

  private Class<?> type() {
    return builder.get().build().getClass();
  }

  /** {@code iam:GetAccountPasswordPolicy}: the service by its CLI name, and the operation. */
  public String key() {
    return service.cli() + ":" + name();
  }

  /** Whether the request is one of this operation. */
  public boolean takes(SdkPojo request) {
    return type() == request.getClass();
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

  /** A request as data: what {@link #request} takes, but for what is secret in it. */
  public Map<String, Object> dataWithoutSecrets(AwsRequest request) {
    Map<String, Object> data = SdkJson.toData(request, secrets);
    data.values().removeIf(Secret.class::isInstance);
    return data;
  }

  /** An answer as data, with a {@link Secret} for each that is in it. */
  public Map<String, Object> data(R response) {
    return SdkJson.toData(response, secrets);
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
    return table.stream()
        .filter(operation -> key.startsWith(operation.service.cli() + ":"))
        .filter(operation -> operation.key().equals(key))
        .findFirst();
  }

  static List<Operation<?, ?>> table(Operation<?, ?>... lines) {
    return List.copyOf(Arrays.asList(lines));
  }
}
