package dev.firstday.aws;

import dev.firstday.aws.operations.AwsApi;
import dev.firstday.text.Foreign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * An account in which every name, tag, description and error message is hostile. Calls are made
 * with the names that it really has.
 */
public final class ForeignAccount {
  /** Members whose values somebody has made up. */
  private static final Pattern MADE_UP =
      Pattern.compile(
          "(?i).*(name|names|alias|aliases|description|message|title|line[123]|city|reason"
              + "|address|email|value|identifier|arn)");

  /** Of these AWS knows all values, and code goes by them. */
  private static final Set<String> KNOWN =
      Set.of("RegionName", "ServiceName", "AttributeName", "MetricName", "PlanName");

  private ForeignAccount() {}

  /** An account, made hostile. */
  public static AwsApi foreign(AwsApi account) {
    return new AnsweringApi(account, ForeignAccount::called);
  }

  private static AwsResponse called(
      AwsRequest request, String region, AnsweringApi.AccountAnswer account) {
    try {
      AwsRequest real = (AwsRequest) copy(request, "", t -> t.replace(Foreign.TEXT, ""));
      return (AwsResponse) copy(account.to(real), "", t -> t);
    } catch (AwsServiceException e) {
      AwsServiceException.Builder hostile = e.toBuilder();
      hostile.awsErrorDetails(
          e.awsErrorDetails().toBuilder()
              .errorMessage(e.awsErrorDetails().errorMessage() + Foreign.TEXT)
              .build());
      throw hostile.build();
    }
  }

  /** Requests are copied by what becomes of each text, responses with a hostile end of some. */
  private static Object copy(Object value, String member, UnaryOperator<String> text) {
    return switch (value) {
      case String s when value.equals(text.apply(s)) && hostile(member, s) -> s + Foreign.TEXT;
      case String s -> text.apply(s);
      case List<?> list -> list.stream().map(item -> copy(item, member, text)).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(key, copy(item, member, text)));
        yield copy;
      }
      case SdkPojo pojo when pojo instanceof ToCopyableBuilder<?, ?> copyable -> {
        Object builder = copyable.toBuilder();
        for (SdkField<?> field : pojo.sdkFields()) {
          Object before = field.getValueOrDefault(pojo);
          if (before != null) {
            boolean request = pojo instanceof AwsRequest || member.equals(REQUEST);
            Object after = copy(before, request ? REQUEST : field.memberName(), text);
            if (!after.equals(before)) {
              field.set(builder, after);
            }
          }
        }
        yield ((SdkBuilder<?, ?>) builder).build();
      }
      default -> value;
    };
  }

  private static final String REQUEST = "-";

  private static boolean hostile(String member, String value) {
    return !KNOWN.contains(member)
        && MADE_UP.matcher(member).matches()
        && !value.matches("\\d{12}|[a-z]{2}-[a-z]+-\\d");
  }
}
