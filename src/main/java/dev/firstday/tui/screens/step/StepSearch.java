package dev.firstday.tui.screens.step;

import dev.firstday.catalog.Language;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Texts;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.widgets.Badge;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the list of steps is narrowed to. Whatever language is shown, both are searched: people look
 * for the word they know.
 */
record StepSearch(String text, Model model) {
  boolean finds(StepView step) {
    String wanted = normal(text);
    return wanted.isEmpty()
        || Stream.of(
                Integer.toString(model.number(step.id())),
                step.id(),
                step.entry().title().en(),
                step.entry().title().ja(),
                Badge.of(step, new Texts(Language.EN)).word(),
                Badge.of(step, new Texts(Language.JA)).word())
            .anyMatch(name -> normal(name).contains(wanted));
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
