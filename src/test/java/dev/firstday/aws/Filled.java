package dev.firstday.aws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Requests with every field set, all the way down; no two values are the same. */
public final class Filled {
  /** How often a type may be inside itself. */
  private static final int DEPTH = 2;

  private final List<Class<?>> path = new ArrayList<>();
  private int count;

  private Filled() {}

  /** The builder with every field set. */
  public static <T extends SdkPojo> T fill(T builder) {
    return new Filled().pojo(builder);
  }

  private <T extends SdkPojo> T pojo(T builder) {
    path.add(builder.getClass());
    for (SdkField<?> field : builder.sdkFields()) {
      Object value = value(field);
      if (value != null) {
        field.set(builder, value);
      }
    }
    path.removeLast();
    return builder;
  }

  private Object value(SdkField<?> field) {
    MarshallingType<?> type = field.marshallingType();
    count++;
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo builder = field.constructor().get();
      return Collections.frequency(path, builder.getClass()) == DEPTH
          ? null
          : ((Buildable) pojo(builder)).build();
    } else if (type == MarshallingType.LIST) {
      SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
      Object first = value(member);
      return first == null ? null : List.of(first, value(member));
    } else if (type == MarshallingType.MAP) {
      SdkField<?> member = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
      Object first = value(member);
      return first == null ? null : new TreeMap<>(Map.of("b", first, "a", value(member)));
    } else if (type == MarshallingType.STRING) {
      return "text " + count;
    } else if (type == MarshallingType.BOOLEAN) {
      return count % 2 == 0;
    } else if (type == MarshallingType.INTEGER) {
      return count;
    } else if (type == MarshallingType.LONG) {
      return (1L << 40) + count;
    } else if (type == MarshallingType.DOUBLE) {
      return count + 0.5;
    } else if (type == MarshallingType.BIG_DECIMAL) {
      return new BigDecimal(count + ".50");
    } else if (type == MarshallingType.INSTANT) {
      return Instant.ofEpochSecond(1_800_000_000L + count);
    } else if (type == MarshallingType.SDK_BYTES) {
      return SdkBytes.fromUtf8String("bytes " + count);
    }
    throw new IllegalStateException("fill " + type + ", too");
  }
}
