package dev.firstday.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text as data: a code that the catalogue or the messages have a text for, and the values in it.
 */
public record Note(String code, List<String> values) {
  public Note {
    values = List.copyOf(values);
  }

  public static Note of(String code, @Nullable Object... values) {
    return new Note(code, Stream.of(values).map(String::valueOf).toList());
  }
}
