package dev.firstday.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Moments and lengths of time in words. */
record TimeText(Texts texts) {
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

  /** From here on a length is an estimate that the quarter hours are enough for. */
  private static final int LONG = 90;

  private static final int QUARTER = 15;
  private static final int HOUR = 60;

  /** A moment, to the minute, in the reader's own time with its offset. */
  String when(Instant at) {
    return DateTimeFormatter.ofPattern(
            texts.zone().isPresent() ? "yyyy-MM-dd HH:mm xxx" : "yyyy-MM-dd HH:mm 'UTC'",
            Locale.ROOT)
        .withZone(texts.zone().map(Supplier::get).orElse(ZoneOffset.UTC))
        .format(at);
  }

  /** A value of a note: what is a moment is told as one. */
  String value(String value) {
    return INSTANT.matcher(value).matches() ? when(Instant.parse(value)) : value;
  }

  /** About how long something takes. */
  String minutes(int minutes) {
    int about = minutes < LONG ? minutes : Math.round((float) minutes / QUARTER) * QUARTER;
    int hours = about / HOUR;
    int rest = about % HOUR;
    if (hours == 0) {
      return texts.say("time.minutes", rest);
    }
    return rest == 0
        ? texts.say("time.hours", hours)
        : texts.say("time.hours-minutes", hours, rest);
  }
}
