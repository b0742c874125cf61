package dev.firstday.tui;

import dev.firstday.engine.ApplyEvent;
import dev.firstday.engine.Plan;
import dev.firstday.tui.ScreenState.Applying;
import dev.firstday.tui.ScreenState.Applying.LogLine;
import dev.firstday.tui.ScreenState.Applying.Progress;
import dev.firstday.tui.ScreenState.Applying.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows an apply: each event of the engine moves a row and adds to the log. */
final class ApplyProgress {
  private ApplyProgress() {}

  static Applying start(Plan plan, Instant now) {
    List<Row> rows =
        plan.changes().stream().map(change -> new Row(change, Progress.WAITING, now, 0)).toList();
    return new Applying(plan, rows, List.of(), now, Optional.empty());
  }

  static Applying after(Applying state, ApplyEvent event, Instant now) {
    return switch (event) {
      case ApplyEvent.StepStarted(String step) -> log(state, now, "log.step", step);
      case ApplyEvent.ChangeStarted(Plan.Planned change) ->
          log(
              row(state, new Row(change, Progress.RUNNING, now, 0)),
              now,
              "log.started",
              call(change));
      case ApplyEvent.ChangeWaiting waiting ->
          log(
              state,
              now,
              "log.waiting",
              waiting.problem().code(),
              Long.toString(waiting.next().toSeconds()));
      case ApplyEvent.ChangeDone done ->
          log(
              row(state, new Row(done.change(), Progress.DONE, now, done.took().toMillis())),
              now,
              "log.done",
              call(done.change()),
              done.requestId());
      case ApplyEvent.ChangeFailed failed ->
          log(
              row(state, new Row(failed.change(), Progress.FAILED, now, 0)),
              now,
              "log.failed",
              call(failed.change()),
              failed.problem().code());
      case ApplyEvent.ChangeLeft(Plan.Planned change) ->
          log(row(state, new Row(change, Progress.WAITING, now, 0)), now, "log.left", call(change));
      case ApplyEvent.StepVerified verified -> log(state, now, "log.verified", verified.step());
    };
  }

  static Applying stopping(Applying state, Instant now) {
    Applying logged = log(state, now, "log.stopping");
    return new Applying(
        logged.plan(), logged.rows(), logged.log(), logged.started(), Optional.of(now));
  }

  private static String call(Plan.Planned planned) {
    return planned.change().service() + " " + planned.change().operation();
  }

  private static Applying row(Applying state, Row changed) {
    List<Row> rows =
        state.rows().stream()
            .map(row -> row.change().equals(changed.change()) ? changed : row)
            .toList();
    return new Applying(state.plan(), rows, state.log(), state.started(), state.stop());
  }

  private static Applying log(Applying state, Instant at, String key, String... values) {
    List<LogLine> log = new ArrayList<>(state.log());
    log.add(new LogLine(at, key, List.of(values)));
    return new Applying(state.plan(), state.rows(), log, state.started(), state.stop());
  }
}
