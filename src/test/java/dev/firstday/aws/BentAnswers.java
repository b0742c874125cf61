package dev.firstday.aws;

import dev.firstday.aws.operations.AwsApi;
import dev.firstday.aws.operations.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** An account whose answers are bent: whatever is in them comes out as somebody wants it. */
public final class BentAnswers implements AwsApi {
  private final AwsApi source;
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

  public BentAnswers(AwsApi source, Bend bend) {
    this.source = source;
    this.bend = bend;
  }

  @Override
  @SuppressWarnings("unchecked") // What is bent stays of its class.
  public <Q extends AwsRequest, R extends AwsResponse> R call(
      Operation<Q, R> operation, Q request, String region) {
    R answer = source.call(operation, request, region);
    return request instanceof GetCallerIdentityRequest ? answer : (R) bent(answer);
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
}
