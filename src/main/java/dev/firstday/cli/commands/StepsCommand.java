package dev.firstday.cli.commands;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Price;
import dev.firstday.catalog.StepEntry;
import dev.firstday.terminal.Width;
import java.math.BigDecimal;
import picocli.CommandLine;

/** Lists the steps: what each is called, who does it, how long it takes, what it costs. */
@CommandLine.Command
final class StepsCommand extends BaseCommand {
  @Override
  public Integer call() {
    Catalog catalog = composition().catalog();
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

  private static BigDecimal monthly(StepEntry step) {
    return step.prices().stream()
        .map((Price price) -> price.usd().multiply(price.monthly()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
