package dev.firstday.cli.commands;

import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.StepOptions;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.plan.PermissionReport;
import dev.firstday.engine.plan.Plan;
import dev.firstday.report.PlanFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what an apply would write; writes nothing to the account. */
@CommandLine.Command
final class PlanCommand extends BaseCommand {
  /** What a plan can be printed as. */
  enum PlanFormat {
    text,
    json,
    awscli;

    @Override
    public String toString() {
      return this == awscli ? "aws-cli" : name();
    }
  }

  @Mixin private StepOptions steps;

  @Option(names = "--output", paramLabel = "text|json|aws-cli", converter = OutputConverter.class)
  private PlanFormat output = PlanFormat.text;

  @Option(names = "--json")
  void json(boolean wanted) {
    output = wanted ? PlanFormat.json : output;
  }

  @Option(names = "--out", paramLabel = "FILE")
  private Path out;

  @Override
  public Integer call() {
    Session session = session();
    List<String> chosen = steps.ids(session, run());
    List<StepView> checked = check(session, chosen);
    Plan plan = session.plan(unskipped(checked));
    tellLacking(checked);
    Optional<PermissionReport> rights =
        Optional.of(plan)
            .filter(some -> !some.isEmpty() && (out != null || output != PlanFormat.awscli))
            .map(session::rights);
    if (out != null) {
      save(session, plan, rights);
    }
    print(session, plan, rights);
    if (plan.unseen().isEmpty()) {
      return 0;
    }
    // A program that reads the result sees it there; whoever looks on reads it here.
    if (output != PlanFormat.text) {
      String count = text("plan.unseen", plan.unseen().size());
      talk(count + " " + String.join(", ", plan.unseen()));
    }
    return Exit.UNSEEN;
  }

  private void save(Session session, Plan plan, Optional<PermissionReport> rights) {
    String json = planJson(session, plan, rights);
    write(out, json + "\n");
    talk(text("cli.plan-digest", out, PlanFile.digest(json)));
  }

  private void print(Session session, Plan plan, Optional<PermissionReport> rights) {
    switch (output) {
      case text -> {
        PlanText text = new PlanText(wording(), verbose(), PlanText.FEW);
        text.print(session, plan, this::print);
        rights.ifPresent(known -> text.print(known, this::print));
        if (!plan.isEmpty()) {
          next().tell(text("cli.next-apply"), next().command("apply", steps));
        }
      }
      case json -> document(planJson(session, plan, rights));
      case awscli -> document(session.printer().awsCli(plan));
    }
  }

  static List<String> unskipped(List<StepView> steps) {
    return steps.stream().filter(step -> step.skipped().isEmpty()).map(StepView::id).toList();
  }

  /** Knows {@code aws-cli}, which can't be the name of a constant. */
  static final class OutputConverter implements CommandLine.ITypeConverter<PlanFormat> {
    @Override
    public PlanFormat convert(String value) {
      for (PlanFormat output : PlanFormat.values()) {
        if (output.toString().equals(value)) {
          return output;
        }
      }
      throw new CommandLine.TypeConversionException("expected one of text, json, aws-cli");
    }
  }
}
