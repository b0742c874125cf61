package dev.firstday.tui.screens.plan;

import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.ApplyProgress;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
import dev.firstday.tui.model.Offers;
import dev.firstday.tui.model.PlanState;
import dev.firstday.tui.model.PlanState.Applying.ChangeProgress;
import dev.firstday.tui.model.PlanState.Applying.ChangeRow;
import dev.firstday.tui.model.PlanState.Applying.LogLine;
import dev.firstday.tui.model.PromptAnswer;
import dev.firstday.tui.model.PromptState;
import dev.firstday.tui.model.Screen;
import dev.firstday.tui.model.Update;
import dev.firstday.tui.widgets.Body;
import dev.firstday.tui.widgets.Command;
import dev.firstday.tui.widgets.CommandOption;
import dev.firstday.tui.widgets.Document;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes being made: one row for each, and what happens. */
public record ApplyScreen(PlanState.Applying state, Model model) implements Screen {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  @Override
  public String place() {
    return model.say(undo() ? "tui.place.undoing" : "tui.place.applying", state.plan().id());
  }

  private boolean undo() {
    return state.undo().isPresent();
  }

  @Override
  public Line standing() {
    if (model.look().still()) {
      return Line.of(counted());
    }
    long seconds = Duration.between(state.started(), model.now()).toSeconds();
    String time = String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
    return Line.of(model.say("tui.apply.standing", done(), state.rows().size(), time));
  }

  @Override
  public Body body() {
    List<Line> lines = new ArrayList<>();
    int rows = model.size().body();
    int window = Math.min(state.rows().size(), Math.max(1, rows - 8));
    int running = 0;
    for (int i = 0; i < state.rows().size(); i++) {
      running = state.rows().get(i).progress() == ChangeProgress.WAITING ? running : i;
    }
    int first = Math.clamp(running - window + 1, 0, state.rows().size() - window);
    state.rows().stream().skip(first).limit(window).map(this::row).forEach(lines::add);
    if (!model.size().compact()) {
      lines.add(Line.EMPTY);
      lines.add(bar());
    }
    lines.add(Line.EMPTY);
    lines.add(Line.of(" " + model.say("tui.apply.log"), Role.TITLE));
    int room = rows - lines.size();
    List<Line> log = state.log().stream().flatMap(this::logged).toList();
    lines.addAll(log.subList(Math.max(0, log.size() - room), log.size()));
    return Body.of(lines);
  }

  private long done() {
    return state.rows().stream().filter(row -> row.progress() == ChangeProgress.DONE).count();
  }

  private String counted() {
    return model.say("tui.apply.bar", done(), state.rows().size());
  }

  /** How far it is: counted, not guessed. */
  private Line bar() {
    int cells = Math.clamp(model.columns() - 30, 10, 60);
    int full = (int) (cells * done() / Math.max(1, state.rows().size()));
    return Line.of(" [")
        .and("#".repeat(full), Role.PROGRESS)
        .and("-".repeat(cells - full), Role.DIM)
        .and("]  ")
        .and(counted());
  }

  private String word(ChangeRow row) {
    return row.retryAt()
        .filter(at -> !model.look().still())
        .map(at -> Math.max(0, Duration.between(model.now(), at).toSeconds()))
        .map(seconds -> model.say("tui.progress.RETRY", seconds))
        .orElseGet(() -> model.say("tui.progress." + row.progress()));
  }

  private Line row(ChangeRow row) {
    ChangeProgress progress = row.progress();
    Role role =
        switch (progress) {
          case WAITING -> Role.TEXT;
          case RUNNING -> Role.PROGRESS;
          case DONE -> Role.DONE;
          case FAILED -> Role.ERROR;
        };
    Line end = Line.of("  ").and(word(row), role).pad(2 + widestWord()).and(seconds(row));
    Line start = Line.of("   ").and(progress.sign(), role).and(" ");
    int room = model.columns() - start.width() - end.width();
    return start
        .and(Line.of(Labels.change(row.change(), model)).fit(room))
        .pad(model.columns() - end.width())
        .and(end);
  }

  private int widestWord() {
    return Stream.concat(
            Stream.of(ChangeProgress.values())
                .map(progress -> model.say("tui.progress." + progress)),
            state.rows().stream().map(this::word))
        .mapToInt(Width::of)
        .max()
        .orElse(0);
  }

  private String seconds(ChangeRow row) {
    String text =
        switch (row.progress()) {
          case WAITING, FAILED -> "";
          case RUNNING ->
              model.look().still()
                  ? ""
                  : model.say(
                      "time.seconds", Duration.between(row.since(), model.now()).toSeconds());
          case DONE ->
              model.say("time.seconds", String.format(Locale.ROOT, "%.1f", row.millis() / 1000.0));
        };
    return " ".repeat(Math.max(1, 9 - Width.of(text))) + text;
  }

  /** A line of the log; ids of steps in it are said as their titles. */
  private Stream<Line> logged(LogLine line) {
    Object[] values =
        line.values().stream()
            .map(
                value ->
                    model
                        .session()
                        .catalog()
                        .step(value)
                        .map(step -> model.words().of(step.title()))
                        .orElse(value))
            .toArray();
    String text = model.say(line.key(), values);
    return new Document(model.columns())
            .hanging(
                " " + TIME.withZone(model.zone().get()).format(line.at()) + "  ",
                line.failure().map(id -> id.after(text)).orElse(text),
                Role.TEXT)
            .lines()
            .stream();
  }

  @Override
  public Optional<Line> status() {
    boolean paused = ApplyProgress.paused(state);
    boolean stopping = state.stop().isPresent();
    String kept = undo() ? "tui.undo.apply.kept" : "tui.apply.kept";
    String text = stopping ? "tui.apply.stopping" : paused ? "tui.apply.paused" : kept;
    Role role = stopping || paused ? Role.ATTENTION : Role.TEXT;
    return Optional.of(Line.of(" " + model.say(text), role));
  }

  @Override
  public Offers choices() {
    Offers offers = new Offers();
    if (ApplyProgress.paused(state)) {
      offers.add(Command.OPEN, "OPEN.go-on", new Action.Tell(new PromptAnswer.GoOn()));
    }
    String stop = state.stop().isPresent() ? "INTERRUPT.leave" : "INTERRUPT.stop";
    return offers
        .add(CommandOption.as(Command.INTERRUPT, stop).shown(), this::interrupt)
        .add(Command.COPY, "COPY.log", new Action.Copy(log()))
        .hidden(Command.QUIT, () -> Update.open(new PromptState.Stopping()));
  }

  private String log() {
    return state.log().stream()
        .flatMap(this::logged)
        .map(line -> line.text().strip())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The first time the call in flight may end; the second time within 5 seconds it may not. */
  private Update interrupt() {
    boolean again =
        state
            .stop()
            .filter(at -> Duration.between(at, model.now()).compareTo(Duration.ofSeconds(5)) <= 0)
            .isPresent();
    return again
        ? Update.act(new Action.Quit(130))
        : Update.become(ApplyProgress.stopping(state, model.now())).and(new Action.StopApplying());
  }

  @Override
  public Optional<Instant> wakeAt() {
    return model.look().still() ? Optional.empty() : Optional.of(model.now().plusSeconds(1));
  }
}
