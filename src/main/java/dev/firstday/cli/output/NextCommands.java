package dev.firstday.cli.output;

import dev.firstday.cli.run.Invocation;
import dev.firstday.cli.run.RunSettings;
import dev.firstday.cli.run.StepOptions;
import dev.firstday.engine.Progress;
import dev.firstday.engine.StepView;
import dev.firstday.terminal.Width;
import dev.firstday.text.StyledLine;
import dev.firstday.view.NextStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The commands to go on with, for the same account; each can be copied whole. */
public record NextCommands(RunSettings run, Consumer<StyledLine> line) {
  private static final int WIDTH = 79;

  /** What to go on with after a look at these steps, which were chosen like this. */
  public void after(List<StepView> steps, StepOptions chosen) {
    List<StepView> ready = steps.stream().filter(Progress::plannable).toList();
    if (ready.stream().anyMatch(step -> !step.assessment().get().missingAnswers().isEmpty())) {
      tell(text("cli.next-answers"), command("answers") + " > answers.yaml");
    }
    NextStep.of(steps).ifPresent(step -> next(step, ready.size(), chosen));
  }

  private void next(StepView step, int ready, StepOptions chosen) {
    boolean plannable = Progress.plannable(step);
    if (!plannable) {
      String title = step.entry().title().in(run.language());
      tell(text("cli.next", title), new Invocation(run.options()).offline("explain", step.id()));
    }
    if (ready > 0) {
      tell(text(plannable ? "cli.next-plan" : "cli.next-plan-too", ready), command("plan", chosen));
    }
  }

  /** A command for the same steps. */
  public String command(String name, StepOptions chosen) {
    List<String> words = new ArrayList<>(List.of(name));
    words.addAll(chosen.words());
    return command(words.toArray(String[]::new));
  }

  public String command(String... words) {
    return new Invocation(run.options()).command(words);
  }

  /** A command is never broken into lines. */
  public void tell(String what, String command) {
    String whole = what + " " + command;
    if (Width.of(whole) <= WIDTH) {
      line.accept(StyledLine.of(whole));
    } else {
      line.accept(StyledLine.of(what));
      line.accept(StyledLine.of("  " + command));
    }
  }

  private String text(String key, Object... values) {
    return run.messages().text(key, values);
  }
}
