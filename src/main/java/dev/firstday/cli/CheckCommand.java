package dev.firstday.cli;

import dev.firstday.engine.Finding;
import dev.firstday.engine.Problem;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.engine.Wording;
import dev.firstday.report.CheckJson;
import dev.firstday.report.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Assesses the steps and says how each stands; writes nothing. */
@CommandLine.Command(name = "check")
final class CheckCommand extends Command {
  /** What a check can be printed as. */
  enum Output {
    text,
    json
  }

  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private List<String> steps = new ArrayList<>();

  @Option(names = "--output", paramLabel = "text|json", descriptionKey = "check-output")
  private Output output = Output.text;

  @Override
  public Integer call() {
    Session session = session();
    List<StepView> checked = check(session, composition().chosen(session, steps));
    switch (output) {
      case text -> new CheckTable(composition().language()).print(session, checked, this::print);
      case json ->
          print(
              new CheckJson(texts())
                  .of(
                      session.identity(),
                      composition().world().clock().instant(),
                      Version.number(),
                      checked));
    }
    return exitCode(checked);
  }

  private CheckJson.Texts texts() {
    return new CheckJson.Texts() {
      @Override
      public String finding(StepView step, Finding finding) {
        return wording().finding(step.entry(), finding);
      }

      @Override
      public Optional<String> reason(StepView step) {
        return step.assessment().flatMap(a -> a.problem()).map(this::sentence);
      }

      @Override
      public Optional<String> skipped(StepView step) {
        return wording().skipped(step);
      }

      private String sentence(Problem problem) {
        return CheckCommand.this.sentence(problem)
            + Wording.helpingPolicy(List.of(problem))
                .map(policy -> " " + messages().text("cli.policy") + " " + Json.compact(policy))
                .orElse("");
      }
    };
  }
}
