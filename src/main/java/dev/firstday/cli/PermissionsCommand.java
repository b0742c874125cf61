package dev.firstday.cli;

import dev.firstday.aws.Permissions;
import dev.firstday.catalog.StepEntry;
import dev.firstday.report.Json;
import dev.firstday.steps.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the smallest IAM policy for a check or an apply. */
@CommandLine.Command(name = "permissions")
final class PermissionsCommand extends Command {
  /** What the policy has to allow. */
  enum Purpose {
    check,
    apply
  }

  @Parameters(paramLabel = "check|apply", descriptionKey = "permissions-purpose")
  private Purpose purpose;

  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private List<String> steps = new ArrayList<>();

  @Override
  public Integer call() {
    List<String> ids =
        composition()
            .chosen(composition().catalog().steps().stream().map(StepEntry::id).toList(), steps);
    List<String> operations = new ArrayList<>(Permissions.ALWAYS);
    ids.stream()
        .flatMap(id -> Steps.find(id).stream())
        .forEach(
            step -> {
              operations.addAll(step.reads());
              if (purpose == Purpose.apply) {
                operations.addAll(step.writes());
              }
            });
    List<Map<String, Object>> policies =
        Permissions.policies(operations, Permissions.partition(region()), new Json());
    policies.forEach(policy -> document(Json.indented(policy)));
    if (policies.size() > 1) {
      talk(messages().text("cli.policies", policies.size()));
    }
    return 0;
  }

  private String region() {
    return composition().knownRegion(Map.of()).orElse("");
  }
}
