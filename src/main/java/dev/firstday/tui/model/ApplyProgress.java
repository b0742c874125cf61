package dev.firstday.tui.model;

import dev.firstday.catalog.Note;
import dev.firstday.engine.account.Delay;
import dev.firstday.engine.apply.ApplyEvent;
import dev.firstday.engine.failure.FailureId;
import dev.firstday.engine.failure.Problem;
import dev.firstday.engine.plan.Plan;
import dev.firstday.engine.undo.UndoPlan;
import dev.firstday.tui.model.PlanState.Applying;
import dev.firstday.tui.model.PlanState.Applying.ChangeProgress;
import dev.firstday.tui.model.PlanState.Applying.ChangeRow;
import dev.firstday.tui.model.PlanState.Applying.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows an apply: each event of the engine moves a row and adds to the log. */
public final class ApplyProgress {
  private static final String RESUMED = "tui.log.resumed";

  private ApplyProgress() {}

  public static Applying start(Plan plan, Optional<UndoPlan> undo, Instant now) {
    List<ChangeRow> rows =
        plan.changes().stream()
            .map(change -> new ChangeRow(change, ChangeProgress.WAITING, now, 0))
            .toList();
    return new Applying(plan, undo, rows, List.of(), now, Optional.empty());
  }

  public static Applying after(Applying state, ApplyEvent event, Instant now) {
    return switch (event) {
      case ApplyEvent.StepStarted(String step) -> log(state, now, "tui.log.step", step);
      case ApplyEvent.ChangeStarted(Plan.Planned change) ->
          log(
              row(state, change, ChangeProgress.RUNNING, now),
              now,
              "tui.log.started",
              call(change));
      case ApplyEvent.ChangeWaiting waiting -> waiting(state, waiting, now);
      case ApplyEvent.Paused paused -> paused(state, paused, now);
      case ApplyEvent.Resumed resumed -> log(state, now, RESUMED);
      case ApplyEvent.ChangeDone done -> done(state, done, now);
      case ApplyEvent.ChangeFailed failed -> failed(state, failed, now);
      case ApplyEvent.ChangeLeft(Plan.Planned change) ->
          log(row(state, change, ChangeProgress.WAITING, now), now, "tui.log.left", call(change));
      case ApplyEvent.StepVerified verified -> log(state, now, "tui.log.verified", verified.step());
    };
  }

  private static Applying waiting(Applying state, ApplyEvent.ChangeWaiting event, Instant now) {
    return log(
        retrying(state, event.change(), now.plus(event.next())),
        now,
        "tui.log.waiting",
        event.problem().code(),
        Long.toString(event.next().toSeconds()));
  }

  private static Applying done(Applying state, ApplyEvent.ChangeDone event, Instant now) {
    long millis = event.took().toMillis();
    return log(
        row(state, new ChangeRow(event.change(), ChangeProgress.DONE, now, millis)),
        now,
        "tui.log.done",
        call(event.change()),
        event.requestId());
  }

  private static Applying failed(Applying state, ApplyEvent.ChangeFailed event, Instant now) {
    return log(
        row(state, event.change(), ChangeProgress.FAILED, now),
        now,
        Optional.of(FailureId.of(event.problem())),
        "tui.log.failed",
        call(event.change()),
        event.problem().code());
  }

  private static Applying paused(Applying state, ApplyEvent.Paused event, Instant now) {
    Problem problem = event.problem();
    Applying why =
        log(
            state,
            now,
            Optional.of(FailureId.of(problem)),
            "problem." + problem.kind(),
            problem.action(),
            problem.message());
    Note remedy = event.remedy();
    return log(why, now, remedy.code(), remedy.values().toArray(String[]::new));
  }

  /** Whether it waits for a person: the log's last word on it is the remedy. */
  public static boolean paused(Applying state) {
    return state.log().stream()
        .map(LogLine::key)
        .filter(key -> key.equals(RESUMED) || key.startsWith("remedy."))
        .reduce((first, second) -> second)
        .filter(key -> !key.equals(RESUMED))
        .isPresent();
  }

  /** A call that AWS makes us wait for; of several in a row the log has the last. */
  public static Applying late(Applying state, Delay delay, Instant now) {
    List<LogLine> log = state.log();
    boolean again = !log.isEmpty() && log.getLast().key().startsWith("delay.");
    return log(
        again ? log(state, log.subList(0, log.size() - 1)) : state,
        now,
        delay.attempt() == 1 ? "delay.slow" : "delay.again",
        delay.call(),
        Integer.toString(delay.attempt()),
        Integer.toString(delay.of()));
  }

  public static Applying stopping(Applying state, Instant now) {
    Applying logged = log(state, now, "tui.log.stopping");
    return new Applying(
        logged.plan(),
        logged.undo(),
        logged.rows(),
        logged.log(),
        logged.started(),
        Optional.of(now));
  }

  /** The row keeps since when it is tried. */
  private static Applying retrying(Applying state, Plan.Planned change, Instant at) {
    return state.rows().stream()
        .filter(row -> row.change().equals(change))
        .findFirst()
        .map(row -> new ChangeRow(change, ChangeProgress.RUNNING, row.since(), 0, Optional.of(at)))
        .map(row -> row(state, row))
        .orElse(state);
  }

  private static String call(Plan.Planned planned) {
    return planned.change().service() + " " + planned.change().operation();
  }

  private static Applying row(
      Applying state, Plan.Planned change, ChangeProgress progress, Instant now) {
    return row(state, new ChangeRow(change, progress, now, 0));
  }

  private static Applying row(Applying state, ChangeRow changed) {
    List<ChangeRow> rows =
        state.rows().stream()
            .map(row -> row.change().equals(changed.change()) ? changed : row)
            .toList();
    return new Applying(
        state.plan(), state.undo(), rows, state.log(), state.started(), state.stop());
  }

  private static Applying log(Applying state, Instant at, String key, String... values) {
    return log(state, at, Optional.empty(), key, values);
  }

  private static Applying log(
      Applying state, Instant at, Optional<FailureId> failure, String key, String... values) {
    List<LogLine> log = new ArrayList<>(state.log());
    log.add(new LogLine(at, key, List.of(values), failure));
    return log(state, log);
  }

  private static Applying log(Applying state, List<LogLine> log) {
    return new Applying(
        state.plan(), state.undo(), state.rows(), log, state.started(), state.stop());
  }
}
