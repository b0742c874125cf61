package dev.firstday.cli.commands;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Price;
import dev.firstday.catalog.StepEntry;
import dev.firstday.report.Json;
import dev.firstday.report.JsonObject;
import dev.firstday.terminal.Width;
import java.math.BigDecimal;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Lists the steps: what each is called, who does it, how long it takes, what it costs. */
@CommandLine.Command
final class StepsCommand extends BaseCommand {
  /** What the list can be printed as. */
  enum StepsFormat {
    text,
    json
  }

  @Option(names = "--output", paramLabel = "text|json")
  private StepsFormat output = StepsFormat.text;

  @Option(names = "--json")
  void json(boolean wanted) {
    output = wanted ? StepsFormat.json : output;
  }

  @Override
  public Integer call() {
    Catalog catalog = composition().catalog();
    if (output == StepsFormat.json) {
      document(Json.indented(new JsonObject().with("steps", catalog.steps(), this::data)));
      return 0;
    }
    for (StepEntry step : catalog.steps()) {
      print(
          "%s %s %s"
              .formatted(
                  Width.padRight(step.id(), 30),
                  Width.padRight(text("by." + step.by()), 11),
                  text("cli.minutes", step.minutes()) + "  " + wording().monthly(monthly(step))));
      print("    " + step.title().in(run().language()));
    }
    return 0;
  }

  private JsonObject data(StepEntry step) {
    return new JsonObject()
        .with("id", step.id())
        .with("group", step.group())
        .with("title", documentWording().of(step.title()))
        .with("by", step.by())
        .with("minutes", step.minutes())
        .with("monthlyUsd", monthly(step))
        .with("settings", step.settings().stream().map(own -> step.id() + "." + own.key()).toList())
        .with("console", step.console())
        .with("docs", step.docs());
  }

  static BigDecimal monthly(StepEntry step) {
    return step.prices().stream()
        .map((Price price) -> price.usd().multiply(price.monthly()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
