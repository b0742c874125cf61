package dev.firstday.tui.screens.plan;

import dev.firstday.engine.Texts;
import dev.firstday.terminal.Width;
import dev.firstday.tui.model.Action;
import dev.firstday.tui.model.ApplyProgress;
import dev.firstday.tui.model.Labels;
import dev.firstday.tui.model.Model;
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
    return model
        .words()
        .say(
            state.undo().isPresent() ? "tui.place.undoing" : "tui.place.applying",
            state.plan().id());
  }

  @Override
  public Line standing() {
    if (model.look().still()) {
      return Line.of(model.words().say("tui.apply.bar", done(), state.rows().size()));
    }
    long seconds = Duration.between(state.started(), model.now()).toSeconds();
    return Line.of(
        model
            .words()
            .say(
                "tui.apply.standing",
                done(),
                state.rows().size(),
                String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)));
  }

  @Override
  public Body body() {
    Texts words = model.words();
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
    lines.add(Line.of(" " + words.say("tui.apply.log"), Role.TITLE));
    int room = rows - lines.size();
    List<Line> log = state.log().stream().flatMap(this::logged).toList();
    lines.addAll(log.subList(Math.max(0, log.size() - room), log.size()));
    return Body.of(lines);
  }

  private long done() {
    return state.rows().stream().filter(row -> row.progress() == ChangeProgress.DONE).count();
  }

  /** How far it is: counted, not guessed. */
  private Line bar() {
    int cells = Math.clamp(model.columns() - 30, 10, 60);
    int full = (int) (cells * done() / Math.max(1, state.rows().size()));
    return Line.of(" [")
        .and("#".repeat(full), Role.PROGRESS)
        .and("-".repeat(cells - full), Role.DIM)
        .and("]  ")
        .and(model.words().say("tui.apply.bar", done(), state.rows().size()));
  }

  private String word(ChangeRow row) {
    Texts words = model.words();
    return row.retryAt()
        .filter(at -> !model.look().still())
        .map(at -> Math.max(0, Duration.between(model.now(), at).toSeconds()))
        .map(seconds -> words.say("tui.progress.RETRY", seconds))
        .orElseGet(() -> words.say("tui.progress." + row.progress()));
  }

  private Line row(ChangeRow row) {
    String word = word(row);
    Line end = Line.of("  ").and(word, role(row)).pad(2 + widestWord()).and(seconds(row));
    String text = Labels.change(row.change(), model);
    Line start = Line.of("   ").and(sign(row), role(row)).and(" ");
    int room = model.columns() - start.width() - end.width();
    return start.and(Line.of(text).fit(room)).pad(model.columns() - end.width()).and(end);
  }

  private int widestWord() {
    Texts words = model.words();
    return Stream.concat(
            Stream.of(ChangeProgress.values())
                .map(progress -> words.say("tui.progress." + progress)),
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
                  : Duration.between(row.since(), model.now()).toSeconds() + " s";
          case DONE -> String.format(Locale.ROOT, "%.1f s", row.millis() / 1000.0);
        };
    return " ".repeat(Math.max(1, 9 - text.length())) + text;
  }

  private static String sign(ChangeRow row) {
    return switch (row.progress()) {
      case WAITING -> "[ ]";
      case RUNNING -> "[~]";
      case DONE -> "[x]";
      case FAILED -> "[!]";
    };
  }

  private static Role role(ChangeRow row) {
    return switch (row.progress()) {
      case WAITING -> Role.TEXT;
      case RUNNING -> Role.PROGRESS;
      case DONE -> Role.DONE;
      case FAILED -> Role.ERROR;
    };
  }

  private Stream<Line> logged(LogLine line) {
    Document document = new Document(model.columns());
    List<String> values =
        line.values().stream()
            .map(
                value ->
                    model
                        .session()
                        .catalog()
                        .step(value)
                        .map(step -> model.words().of(step.title()))
                        .orElse(value))
            .toList();
    String text = model.words().say(line.key(), values.toArray());
    document.hanging(
        " " + TIME.withZone(model.zone().get()).format(line.at()) + "  ",
        line.failure().map(id -> id.after(text)).orElse(text),
        Role.TEXT);
    return document.lines().stream();
  }

  @Override
  public Optional<Line> status() {
    boolean calm = state.stop().isEmpty() && !ApplyProgress.paused(state);
    String text = ApplyProgress.paused(state) ? "tui.apply.paused" : kept();
    return Optional.of(
        Line.of(
            " " + model.words().say(state.stop().isPresent() ? "tui.apply.stopping" : text),
            calm ? Role.TEXT : Role.ATTENTION));
  }

  private String kept() {
    return state.undo().isPresent() ? "tui.undo.apply.kept" : "tui.apply.kept";
  }

  @Override
  public List<CommandOption> offers() {
    String stop = state.stop().isPresent() ? "INTERRUPT.leave" : "INTERRUPT.stop";
    CommandOption interrupt = CommandOption.as(Command.INTERRUPT, stop).shown();
    CommandOption copy = CommandOption.as(Command.COPY, "COPY.log");
    CommandOption quit = CommandOption.of(Command.QUIT).hidden();
    return ApplyProgress.paused(state)
        ? List.of(CommandOption.as(Command.OPEN, "OPEN.go-on"), interrupt, copy, quit)
        : List.of(interrupt, copy, quit);
  }

  @Override
  public Update run(Command command) {
    return switch (command) {
      case INTERRUPT -> interrupt();
      case OPEN -> Update.act(new Action.Tell(new PromptAnswer.GoOn()));
      case COPY -> Update.act(new Action.Copy(log()));
      case QUIT -> Update.open(new PromptState.Stopping());
      default -> Update.none();
    };
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
