package dev.firstday.view;

import dev.firstday.engine.StepView;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/** Steps by number or word. Both languages are searched: people look for the word they know. */
public record StepSearch(String wanted) {
  /**
   * Whether a step is meant.
   *
   * @param words what else a step is known by: how it stands
   */
  public boolean finds(StepView step, int number, String... words) {
    Stream<String> names =
        Stream.of(
            Integer.toString(number),
            step.id(),
            step.entry().title().en(),
            step.entry().title().ja());
    return Stream.concat(names, Stream.of(words))
        .anyMatch(name -> normal(name).contains(normal(wanted)));
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
