package dev.firstday.engine.plan;

import dev.firstday.catalog.Price;
import dev.firstday.engine.answers.Answers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a step costs a month. */
public final class Prices {
  // The Regions of an account that has switched none on or off:
  // docs.aws.amazon.com/global-infrastructure.
  private static final int ENABLED_REGIONS = 17;

  private Prices() {}

  /**
   * The price in US dollars.
   *
   * @param seen units a month that were seen in the account, by price id; the rest is an estimate
   */
  public static BigDecimal monthlyUsd(Answers answers, Map<String, BigDecimal> seen) {
    return answers.step().prices().stream()
        .map(p -> p.usd().multiply(seen.getOrDefault(p.id(), units(p, answers))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The units that these answers lead to in a quiet account. */
  private static BigDecimal units(Price price, Answers answers) {
    if (price.when().filter(when -> !holds(when, answers)).isPresent()) {
      return BigDecimal.ZERO;
    }
    BigDecimal units = price.monthly();
    if (!price.per().isEmpty()) {
      int items =
          price.per().stream()
              .mapToInt(key -> count(answers.list(key)))
              .reduce(1, Math::multiplyExact);
      units = units.multiply(BigDecimal.valueOf(Math.max(0, items - price.free())));
    }
    return units;
  }

  private static boolean holds(String when, Answers answers) {
    int equals = when.indexOf('=');
    return answers
        .text(when.substring(0, equals))
        .filter(when.substring(equals + 1)::equals)
        .isPresent();
  }

  private static int count(List<String> items) {
    return items.equals(List.of("enabled")) ? ENABLED_REGIONS : items.size();
  }
}
