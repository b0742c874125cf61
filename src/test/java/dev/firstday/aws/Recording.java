package dev.firstday.aws;

import dev.firstday.aws.operations.Clients;
import dev.firstday.aws.operations.Operation;
import dev.firstday.aws.operations.Reads;
import dev.firstday.aws.operations.SdkJson;
import dev.firstday.aws.operations.Writes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** Clients that write down every call that is made through them: when, with what, and what came. */
public final class Recording implements Clients.Source {
  private final Clients.Source source;
  private volatile Duration slow;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  /**
   * A call.
   *
   * @param operation as {@code iam:GetUser}
   * @param start when it began, in the nanoseconds of {@link System#nanoTime}
   * @param response what came back; empty if nothing did
   */
  public record Call(
      String operation,
      String region,
      AwsRequest request,
      long start,
      long end,
      Optional<AwsResponse> response) {

    /** The request as data. */
    public Map<String, Object> requestData() {
      return SdkJson.toData(request);
    }

    /** The response as data; nothing where none came. */
    public Map<String, Object> responseData() {
      return response.map(SdkJson::toData).orElse(Map.of());
    }

    public boolean isWrite() {
      return Writes.find(operation).isPresent();
    }
  }

  /**
   * A recording.
   *
   * @param slow how much longer each call takes than it would
   */
  public Recording(Clients.Source source, Duration slow) {
    this.source = source;
    this.slow = slow;
  }

  /** From now on each call takes this much longer. */
  public void slow(Duration time) {
    slow = time;
  }

  /** The calls since the last time somebody asked, in the order they began in. */
  public List<Call> calls() {
    List<Call> made = calls.stream().sorted(Comparator.comparingLong(Call::start)).toList();
    calls.clear();
    return made;
  }

  @Override
  public Clients in(String region) {
    Clients clients = source.in(region);
    return proxy(
        Clients.class,
        (proxy, method, arguments) ->
            proxy(
                method.getReturnType(),
                new Client(region, invoke(method, clients, arguments))::called));
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The client of one service in one Region. */
  private final class Client {
    private final String region;
    private final Object client;

    Client(String region, Object client) {
      this.region = region;
      this.client = client;
    }

    Object called(Object proxy, Method method, Object[] arguments) throws Throwable {
      boolean call = arguments != null && arguments[0] instanceof AwsRequest;
      if (!call) {
        return invoke(method, client, arguments);
      }
      long start = System.nanoTime();
      Object answer = null;
      try {
        Thread.sleep(slow);
        answer = invoke(method, client, arguments);
        return answer;
      } finally {
        AwsRequest request = (AwsRequest) arguments[0];
        calls.add(
            new Call(
                operation(request),
                region,
                request,
                start,
                System.nanoTime(),
                Optional.ofNullable((AwsResponse) answer)));
      }
    }
  }

  private static String operation(AwsRequest request) {
    return Stream.concat(Reads.ALL.stream(), Writes.ALL.stream())
        .filter(operation -> operation.takes(request))
        .findFirst()
        .map(Operation::key)
        .orElseGet(() -> request.getClass().getSimpleName());
  }
}
