package dev.firstday.aws.operations;

import dev.firstday.engine.plan.Secret;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * SDK requests and responses as plain data and back, by the API's member names, through the SDK's
 * own field metadata.
 *
 * <p>The data holds sorted maps, lists, texts, booleans, {@code Integer}, {@code Long} and {@code
 * Double} only, and a whole number is an {@code Integer} where it fits, so that equal requests are
 * equal data, whether they came from the SDK or from a file.
 */
public final class SdkJson {
  private SdkJson() {}

  /**
   * The members that are set. Idempotency tokens that nobody set stay away: each look would differ.
   */
  public static Map<String, Object> toData(SdkPojo pojo) {
    return toData(pojo, Set.of());
  }

  /**
   * The members that are set, with a {@link Secret} for each that is secret.
   *
   * @param secrets paths, as {@code /VirtualMFADevice/QRCodePNG}, through members that are objects
   */
  public static Map<String, Object> toData(SdkPojo pojo, Set<String> secrets) {
    Map<String, Object> data = new TreeMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = value(pojo, field);
      if (value != null
          && !(value instanceof SdkAutoConstructList)
          && !(value instanceof SdkAutoConstructMap)) {
        String path = "/" + field.memberName();
        data.put(
            field.memberName(),
            secrets.contains(path) ? secret(value) : toData(field, value, below(path, secrets)));
      }
    }
    return data;
  }

  private static Secret secret(Object value) {
    // A picture is no text; what is one is ASCII.
    return Secret.of(
        value instanceof SdkBytes bytes
            ? new String(bytes.asByteArrayUnsafe(), StandardCharsets.ISO_8859_1)
            : (String) value);
  }

  private static Set<String> below(String path, Set<String> secrets) {
    return secrets.stream()
        .filter(secret -> secret.startsWith(path + "/"))
        .map(secret -> secret.substring(path.length()))
        .collect(Collectors.toSet());
  }

  private static Object toData(SdkField<?> field, Object value, Set<String> secrets) {
    return value instanceof SdkPojo pojo ? toData(pojo, secrets) : toData(field, value);
  }

  private static @Nullable Object value(SdkPojo pojo, SdkField<?> field) {
    // getValueOrDefault would invent a random token.
    if (field.containsTrait(DefaultValueTrait.class) && pojo instanceof SdkRequest request) {
      Optional<Object> set = request.getValueForField(field.memberName(), Object.class);
      return set.orElse(null);
    }
    return field.getValueOrDefault(pojo);
  }

  private static Object toData(SdkField<?> field, Object value) {
    return switch (value) {
      case SdkPojo pojo -> toData(pojo);
      case List<?> list -> {
        SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        yield list.stream().map(item -> toData(member, item)).toList();
      }
      case Map<?, ?> map -> {
        SdkField<?> member = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> data = new TreeMap<>();
        map.forEach(
            (key, item) -> data.put(References.keyInData((String) key), toData(member, item)));
        yield data;
      }
      case String text -> References.inData(text);
      case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
      case Instant instant -> instant.toString();
      // A BigDecimal is a text in the API; toString could write 1E+3, which AWS refuses.
      case BigDecimal decimal -> decimal.toPlainString();
      case Integer number -> number;
      case Short number -> number.intValue();
      case Long number when number.intValue() == number -> number.intValue();
      case Float number -> number.doubleValue();
      default -> value;
    };
  }

  /** Copies into a builder what it has under the same names, as a request of an answer's fields. */
  public static <B extends SdkPojo> B copy(SdkPojo from, B builder) {
    for (SdkField<?> field : builder.sdkFields()) {
      from.sdkFields().stream()
          .filter(one -> one.memberName().equals(field.memberName()))
          .filter(one -> one.getValueOrDefault(from) != null)
          .forEach(one -> field.set(builder, one.getValueOrDefault(from)));
    }
    return builder;
  }

  /**
   * Fills a builder.
   *
   * @throws IllegalArgumentException with the path of what does not fit: an unknown member, a value
   *     of the wrong kind
   */
  static <T extends SdkPojo> T fill(T builder, Map<String, Object> data) {
    return fill(builder, data, "");
  }

  private static <T extends SdkPojo> T fill(T builder, Map<?, ?> data, String path) {
    Map<String, SdkField<?>> fields = new TreeMap<>();
    builder.sdkFields().forEach(field -> fields.put(field.memberName(), field));
    data.forEach(
        (name, value) -> {
          SdkField<?> field = fields.get(name);
          if (field == null) {
            throw new IllegalArgumentException(
                path + "/" + name + ": unknown, expected one of " + fields.keySet());
          }
          field.set(builder, toValue(field, value, path + "/" + name));
        });
    return builder;
  }

  private static Object toValue(SdkField<?> field, @Nullable Object value, String path) {
    MarshallingType<?> type = field.marshallingType();
    if (value == null) {
      throw wrong(type, null, path, null);
    }
    try {
      return typed(field, value, path);
    } catch (ClassCastException e) {
      throw wrong(type, value, path, e);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      if (e.getMessage() != null && e.getMessage().startsWith("/")) {
        throw e;
      }
      throw wrong(type, value, path, e);
    }
  }

  private static Object typed(SdkField<?> field, Object value, String path) {
    MarshallingType<?> type = field.marshallingType();
    if (type.equals(MarshallingType.SDK_POJO)) {
      SdkPojo builder = fill(field.constructor().get(), (Map<?, ?>) value, path);
      return ((Buildable) builder).build();
    }
    if (type.equals(MarshallingType.LIST)) {
      SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
      List<Object> list = new ArrayList<>();
      for (Object item : (List<?>) value) {
        list.add(toValue(member, item, path + "/" + list.size()));
      }
      return list;
    }
    if (type.equals(MarshallingType.MAP)) {
      SdkField<?> member = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
      Map<String, Object> map = new TreeMap<>();
      ((Map<?, ?>) value)
          .forEach(
              (key, item) ->
                  map.put(References.key((String) key), toValue(member, item, path + "/" + key)));
      return map;
    }
    return scalar(type, value);
  }

  private static Object scalar(MarshallingType<?> type, Object value) {
    if (type.equals(MarshallingType.STRING)) {
      return value instanceof Secret secret ? secret.text() : (String) value;
    } else if (type.equals(MarshallingType.BOOLEAN)) {
      return (Boolean) value;
    } else if (type.equals(MarshallingType.INTEGER)) {
      return (Integer) value;
    } else if (type.equals(MarshallingType.SHORT)) {
      return ((Integer) value).shortValue();
    } else if (type.equals(MarshallingType.LONG)) {
      return value instanceof Integer number ? number.longValue() : (Long) value;
    } else if (type.equals(MarshallingType.DOUBLE)) {
      return ((Number) value).doubleValue();
    } else if (type.equals(MarshallingType.FLOAT)) {
      return ((Number) value).floatValue();
    } else if (type.equals(MarshallingType.BIG_DECIMAL)) {
      return new BigDecimal((String) value);
    } else if (type.equals(MarshallingType.INSTANT)) {
      return Instant.parse((String) value);
    } else if (type.equals(MarshallingType.SDK_BYTES)) {
      return SdkBytes.fromByteArray(Base64.getDecoder().decode((String) value));
    }
    throw new IllegalArgumentException("no member of ours is of type " + type);
  }

  private static IllegalArgumentException wrong(
      MarshallingType<?> type,
      @Nullable Object value,
      String path,
      @Nullable RuntimeException cause) {
    return new IllegalArgumentException(
        "%s: %s, expected %s".formatted(path, value, type.getTargetClass().getSimpleName()), cause);
  }
}
