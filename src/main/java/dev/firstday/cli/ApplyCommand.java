package dev.firstday.cli;

import dev.firstday.engine.Plan;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import java.util.List;
import picocli.CommandLine;

/** Writes what is missing, after it was shown and agreed to. */
@CommandLine.Command(name = "apply")
final class ApplyCommand extends WritingCommand {
  @Override
  public Integer call() {
    requireSomebody("cli.no-yes");
    Session session = session();
    requireAccount(session);
    List<StepView> checked = check(session, composition().chosen(session, steps));
    List<StepView> wanted = checked.stream().filter(step -> step.skipped().isEmpty()).toList();
    requireAnswers(wanted);
    Plan plan = session.plan(wanted.stream().map(StepView::id).toList());
    new PlanText(wording()).print(session, plan, this::talk);
    if (!plan.isEmpty()) {
      carryOut(
          session,
          confirm(session, plan, "cli.confirm"),
          (confirmed, events, patience) -> session.apply(confirmed, events, () -> false, patience));
    }
    List<StepView> after = checked.stream().map(step -> session.step(step.id())).toList();
    new CheckTable(composition().language()).print(session, after, this::print);
    return exitCode(after);
  }
}
