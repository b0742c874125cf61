package dev.firstday.aws;

import dev.firstday.aws.operations.Clients;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Clients whose answers are bent: whatever is in them comes out as somebody wants it. */
public final class BentAnswers implements Clients.Source {
  private final Clients.Source source;
  private final Bend bend;

  /** What becomes of a value of an answer. */
  @FunctionalInterface
  public interface Bend {
    /**
     * Bends a value; what is within it is bent already.
     *
     * @param field the name of the field that it is in
     * @param value null if the answer has none
     */
    Object apply(String field, Object value);
  }

  public BentAnswers(Clients.Source source, Bend bend) {
    this.source = source;
    this.bend = bend;
  }

  @Override
  public Clients in(String region) {
    Clients clients = source.in(region);
    return proxy(
        Clients.class,
        (proxy, method, arguments) -> {
          Object client = invoke(method, clients, arguments);
          return proxy(
              method.getReturnType(), (itself, call, values) -> called(client, call, values));
        });
  }

  private Object called(Object client, Method call, Object[] values) throws Throwable {
    Object answer = invoke(call, client, values);
    boolean bends =
        values != null
            && values[0] instanceof AwsRequest
            && !(values[0] instanceof GetCallerIdentityRequest);
    return bends ? bent((SdkPojo) answer) : answer;
  }

  private Object bent(SdkPojo pojo) {
    SdkPojo builder = (SdkPojo) ((ToCopyableBuilder<?, ?>) pojo).toBuilder();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      field.set(builder, bend.apply(field.memberName(), inner(field.memberName(), value)));
    }
    return ((Buildable) builder).build();
  }

  private Object inner(String field, Object value) {
    return switch (value) {
      case SdkPojo pojo -> bent(pojo);
      case List<?> list -> {
        List<Object> items = new ArrayList<>();
        list.forEach(item -> items.add(item(field, item)));
        yield items;
      }
      case Map<?, ?> map -> {
        Map<Object, Object> items = new LinkedHashMap<>();
        map.forEach((key, item) -> items.put(key, item(field, item)));
        yield items;
      }
      case null, default -> value;
    };
  }

  private Object item(String field, Object item) {
    Object inner = inner(field, item);
    return inner instanceof String text ? bend.apply(field, text) : inner;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
