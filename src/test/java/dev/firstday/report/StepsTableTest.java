package dev.firstday.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.firstday.catalog.Actor;
import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.CatalogReader;
import dev.firstday.catalog.InputErrors;
import dev.firstday.catalog.Language;
import dev.firstday.catalog.StepEntry;
import dev.firstday.engine.Texts;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.Answers;
import dev.firstday.engine.plan.Prices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of the steps in {@code docs/steps.md} is made from {@code wizard-steps.yaml}. Make it
 * anew with {@code -Dgolden.update=true}.
 */
class StepsTableTest {
  private static final Path PAGE = Path.of("docs/steps.md");
  private static final String BEGIN = "<!-- steps: made by StepsTableTest -->\n";
  private static final String END = "<!-- end of steps -->\n";

  /** The lists of controls that have a column; the others are in the file. */
  private static final List<String> LISTS =
      List.of("CIS AWS Foundations 7.0", "AWS Startup Security Baseline", "Security Hub");

  @Test
  void the_table_of_the_steps_is_as_the_catalogue_says() throws IOException, InputErrors {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    assertTrue(page.contains(BEGIN) && to >= from, "docs/steps.md has no marks for its table");
    String wanted = page.substring(0, from) + table() + page.substring(to);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, wanted);
    } else {
      assertEquals(wanted, page, "docs/steps.md differs; run with -Dgolden.update=true");
    }
  }

  private static String table() throws InputErrors {
    List<String> head =
        List.of("step", "what it sets up", "who does it", "USD a month", "CIS 7.0", "SSB", "ASH");
    Catalog catalog = CatalogReader.builtIn();
    AnswerBook defaults = new AnswerBook(catalog, Map.of(), Map.of());
    return Stream.concat(
            Stream.of(row(head), row(head.stream().map(name -> "---").toList())),
            catalog.steps().stream().map(step -> row(step, defaults.of(step))))
        .collect(Collectors.joining());
  }

  private static String row(StepEntry step, Answers defaults) {
    return row(
        Stream.concat(
                Stream.of(
                    "`" + step.id() + "`",
                    step.title().in(Language.EN),
                    who(step.by()),
                    Texts.amount(Prices.monthlyUsd(defaults, Map.of()))),
                LISTS.stream()
                    .map(
                        list ->
                            String.join(
                                ", ", step.controls().getOrDefault(list, Map.of()).keySet())))
            .toList());
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> " " + cell.replace("|", "\\|"))
        .map(String::stripTrailing)
        .collect(Collectors.joining(" |", "|", " |\n"));
  }

  private static String who(Actor actor) {
    return switch (actor) {
      case API -> "firstday";
      case ROOT -> "root user";
      case PERSON -> "a person";
    };
  }
}
