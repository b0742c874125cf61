package dev.firstday.aws.operations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Nulls in the lists and maps of an answer. The SDK takes them over from JSON, AWS means nothing by
 * them, and who goes through a list expects none.
 */
public final class NullFilter {
  private NullFilter() {}

  /** The same without them; itself if it has none. */
  public static <T extends SdkPojo> T close(T answer) {
    @SuppressWarnings("unchecked") // The builder of a T builds a T.
    T closed = (T) closed(answer);
    return closed;
  }

  @SuppressWarnings("ReferenceEquality") // Whatever differs is another object.
  private static SdkPojo closed(SdkPojo pojo) {
    @Nullable SdkPojo builder = null;
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      Object without = without(value);
      if (without != value && pojo instanceof ToCopyableBuilder<?, ?> copyable) {
        builder = builder == null ? (SdkPojo) copyable.toBuilder() : builder;
        field.set(builder, without);
      }
    }
    return builder == null ? pojo : (SdkPojo) ((Buildable) builder).build();
  }

  /** The value itself if nothing is wrong with it: most answers are not copied. */
  private static @Nullable Object without(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case SdkPojo pojo -> closed(pojo);
      case SdkAutoConstructList<?> none -> none;
      case SdkAutoConstructMap<?, ?> none -> none;
      case List<?> list -> {
        List<Object> items =
            list.stream().filter(Objects::nonNull).<Object>map(NullFilter::without).toList();
        yield same(list, items) ? list : items;
      }
      case Map<?, ?> map -> map.containsValue(null) ? present(map) : map;
      default -> value;
    };
  }

  @SuppressWarnings("ReferenceEquality") // Whatever differs is another object.
  private static boolean same(List<?> list, List<?> items) {
    if (list.size() != items.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (list.get(i) != items.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static Map<?, ?> present(Map<?, ?> map) {
    return map.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
