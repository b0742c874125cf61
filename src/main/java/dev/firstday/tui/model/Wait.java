package dev.firstday.tui.model;

import dev.firstday.engine.StepView;
import dev.firstday.engine.account.Delays;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something of AWS's that a person waits for, and may leave.
 *
 * @param since when it began
 * @param leave goes on without it
 */
public record Wait(Instant since, Update leave) {
  /**
   * The looks at some steps; empty if none of these is looked at now.
   *
   * @param then what else to do on leaving
   */
  public static Optional<Wait> forLooks(Collection<StepView> steps, Update then) {
    List<StepView> checking = steps.stream().filter(StepView::checking).toList();
    List<String> ids = checking.stream().map(StepView::id).toList();
    return checking.stream()
        .flatMap(step -> step.checkingSince().stream())
        .min(Comparator.naturalOrder())
        .map(since -> new Wait(since, then.and(new Action.Leave(ids))));
  }

  /** Whether it takes so long that a person is offered to leave it. */
  boolean isLong(Instant now) {
    return !now.isBefore(since.plus(Delays.LEAVE_AFTER));
  }

  public long seconds(Instant now) {
    return Duration.between(since, now).toSeconds();
  }

  /**
   * When the screen has something new to say of it.
   *
   * @param still whether seconds may not be counted
   */
  public Optional<Instant> wakeAt(Instant now, boolean still) {
    if (!isLong(now)) {
      return Optional.of(since.plus(Delays.LEAVE_AFTER));
    }
    return still ? Optional.empty() : Optional.of(now.plusSeconds(1));
  }
}
