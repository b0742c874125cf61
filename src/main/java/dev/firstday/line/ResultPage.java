package dev.firstday.line;

import dev.firstday.engine.Outcome;
import dev.firstday.engine.Plan;
import dev.firstday.engine.Problem;
import dev.firstday.engine.Standing;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * How an apply or an undo ended: what is done, what was not tried, how the steps stand, and errors
 * last.
 */
record ResultPage(Plan plan, Outcome outcome, boolean undo) implements Page {
  @Override
  public void tell(Desk desk) {
    Voice voice = desk.voice();
    if (undo && outcome.ending() == Outcome.Ending.COMPLETED) {
      voice.tell("cli.undone", outcome.done().size(), outcome.notTried().size());
    } else {
      voice.tell("tui.result." + outcome.ending());
    }
    changes("tui.result.done", outcome.done(), desk);
    changes("tui.result.not-tried", outcome.notTried(), desk);
    voice.tell("tui.result.verdicts");
    for (String id : ids()) {
      voice.fact(desk.name(desk.step(id)), desk.verdict(desk.step(id)));
    }
    outcome.moved().ifPresent(id -> voice.tell("tui.result.moved", desk.name(desk.step(id))));
    changes("tui.result.failed", outcome.failed().stream().toList(), desk);
    problem(desk);
    voice.tell("line.how." + outcome.ending());
  }

  private List<String> ids() {
    return plan.changes().stream().flatMap(change -> change.steps().stream()).distinct().toList();
  }

  private static void changes(String heading, List<Plan.Planned> changes, Desk desk) {
    if (!changes.isEmpty()) {
      desk.voice().tell(heading, changes.size());
      changes.forEach(planned -> desk.voice().say(StepText.change(planned, desk)));
    }
  }

  private void problem(Desk desk) {
    Voice voice = desk.voice();
    outcome
        .problem()
        .ifPresent(
            trouble -> {
              voice.error(voice.wording().problem(trouble));
              if (trouble.kind() != Problem.Kind.RECORD) {
                voice.tell(
                    "tui.result.said", trouble.code(), trouble.message(), trouble.requestId());
              }
            });
    Wording.helpingPolicy(outcome.problem().stream().toList())
        .ifPresent(
            policy -> {
              voice.tell("tui.result.policy");
              voice.verbatim(desk.session().printer().json(policy));
            });
  }

  @Override
  public List<Choice> choices(Desk desk) {
    Voice voice = desk.voice();
    Standing standing = desk.standing();
    List<Choice> choices = new ArrayList<>();
    List<String> rest = standing.plannable().stream().filter(ids()::contains).toList();
    standing.open().stream()
        .findFirst()
        .ifPresent(
            (StepView next) ->
                choices.add(
                    new Choice(
                        Act.OPEN,
                        voice.text("line.next", desk.name(next)),
                        () -> new Turn.Become(new StepPage(next.id())))));
    if (!rest.isEmpty()) {
      choices.add(
          new Choice(
              Act.PLAN, voice.text("tui.command.PLAN.rest"), () -> PlanPage.open(rest, desk)));
    }
    Wording.helpingPolicy(outcome.problem().stream().toList())
        .ifPresent(policy -> choices.add(ScriptText.save(policy, desk)));
    choices.add(new Choice(Act.LIST, voice.text("line.home"), Turn.Home::new));
    return choices;
  }
}
