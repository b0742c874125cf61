package dev.firstday.tui.model;

import dev.firstday.engine.StepView;
import dev.firstday.engine.assess.Assessment;
import dev.firstday.engine.plan.Change;
import dev.firstday.engine.plan.Plan;
import dev.firstday.tui.widgets.Line;
import dev.firstday.tui.widgets.Role;
import java.util.List;
import java.util.Optional;

/** Names of steps and of their pages. */
public final class Labels {
  private Labels() {}

  /** A step as it is spoken of: number and title. */
  public static String name(StepView step, Model model) {
    return model.number(step.id()) + " " + model.words().of(step.entry().title());
  }

  public static String change(Change change, List<String> steps, Model model) {
    return change(new Plan.Planned(change, steps), model);
  }

  /** What a change is for. */
  public static String change(Plan.Planned planned, Model model) {
    return model.words().change(planned, model.session().catalog());
  }

  /** Said beside everything that is only planned. */
  public static Line notYet(List<Plan.Planned> changes, Model model) {
    boolean undo = changes.stream().anyMatch(one -> one.change().why().code().equals(Change.UNDO));
    String planned = model.made().isEmpty() ? "plan.nothing-yet" : "plan.not-yet";
    String text = undo ? "undo.not-yet" : planned;
    return Line.of(model.words().say("tui." + text), Role.TITLE);
  }

  /** Its page, for the header. */
  public static String step(StepView step, Model model) {
    return model.words().say("tui.place.step", name(step, model));
  }

  /** What a step waits for, if for anything. */
  public static Optional<String> waitedFor(StepView step, Model model) {
    return step.assessment()
        .flatMap(Assessment::waiting)
        .map(waiting -> model.words().note(step.entry(), waiting.reason()));
  }
}
