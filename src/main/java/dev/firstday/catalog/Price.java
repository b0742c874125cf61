package dev.firstday.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A unit price as AWS publishes it.
 *
 * @param id name of the price within its step
 * @param usd US dollars for one unit
 * @param unit what one unit is
 * @param monthly how many units a quiet account uses a month, unless the step says otherwise
 * @param date when the price was read
 * @param source the page it was read from
 */
public record Price(
    String id, BigDecimal usd, Text unit, BigDecimal monthly, LocalDate date, String source) {}
