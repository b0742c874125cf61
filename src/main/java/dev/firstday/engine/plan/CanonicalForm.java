package dev.firstday.engine.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plain data as one text that depends on nothing but the data: keys are in order, and every part
 * says how long it is. The order of {@code Map.of} and {@code Set.of} differs from process to
 * process.
 */
final class CanonicalForm {
  private CanonicalForm() {}

  /**
   * The beginning of a digest of maps, lists, texts, numbers and booleans.
   *
   * @param bytes how many bytes of it, written as two hexadecimal digits each
   */
  static String digest(Object data, int bytes) {
    StringBuilder text = new StringBuilder();
    append(data, text);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_16BE));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void append(Object data, StringBuilder text) {
    switch (data) {
      case Map<?, ?> map -> {
        text.append('{').append(map.size());
        new TreeMap<Object, Object>(map)
            .forEach(
                (key, value) -> {
                  append(key, text);
                  append(value, text);
                });
      }
      case List<?> list -> {
        text.append('[').append(list.size());
        list.forEach(value -> append(value, text));
      }
      case String value -> text.append('"').append(value.length()).append(':').append(value);
      case null -> text.append('0');
      default -> {
        String value = data.toString();
        text.append('=').append(value.length()).append(':').append(value);
      }
    }
  }
}
