package dev.firstday.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A unit price as AWS publishes it.
 *
 * @param id name of the price within its step
 * @param monthly how many units a quiet account uses a month, unless the step says otherwise
 * @param per keys of the step's list settings; the units are for each of their items
 * @param free how many items cost nothing
 * @param when {@code KEY=VALUE} of a setting of the step without which nothing is paid
 * @param date when the price was read
 * @param source the page it was read from
 */
public record Price(
    String id,
    BigDecimal usd,
    Text unit,
    BigDecimal monthly,
    List<String> per,
    int free,
    Optional<String> when,
    LocalDate date,
    String source) {}
