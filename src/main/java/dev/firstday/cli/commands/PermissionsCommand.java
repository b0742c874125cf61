package dev.firstday.cli.commands;

import dev.firstday.aws.permissions.Permissions;
import dev.firstday.aws.permissions.PolicyResources;
import dev.firstday.catalog.Catalog;
import dev.firstday.cli.run.Exit;
import dev.firstday.cli.run.StepOptions;
import dev.firstday.report.Json;
import dev.firstday.steps.PolicyNames;
import dev.firstday.steps.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the smallest IAM policy for a check or an apply. */
@CommandLine.Command(name = "permissions")
final class PermissionsCommand extends BaseCommand {
  /** What the policy has to allow. */
  enum Purpose {
    check,
    apply
  }

  /** What the policy is used as. */
  enum As {
    managed(Permissions.PolicyUse.MANAGED),
    inline(Permissions.PolicyUse.INLINE);

    private final Permissions.PolicyUse form;

    As(Permissions.PolicyUse form) {
      this.form = form;
    }
  }

  @Parameters(paramLabel = "check|apply", descriptionKey = "permissions-purpose")
  private Purpose purpose;

  @Mixin private StepOptions steps;

  @Option(names = "--as", paramLabel = "managed|inline", descriptionKey = "permissions-as")
  private As as = As.managed;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "permissions-out")
  private Path out;

  @Option(names = "--bucket", paramLabel = "NAME", descriptionKey = "permissions-bucket")
  private List<String> buckets = new ArrayList<>();

  @Option(names = "--recorder-role", paramLabel = "NAME", descriptionKey = "permissions-role")
  private List<String> recorderRoles = new ArrayList<>();

  @Override
  public Integer call() {
    Catalog catalog = composition().catalog();
    List<String> ids = composition().selection().ids(catalog, steps.steps(), steps.except());
    PolicyResources named = named(catalog, ids);
    List<Map<String, Object>> policies =
        Permissions.policies(
            operations(ids), Permissions.partition(region()), named, as.form, new Json());
    if (as == As.inline && size(policies.getFirst()) > as.form.limit()) {
      throw new Exit(
          Exit.BAD_INPUT,
          messages().text("cli.policy-too-long", size(policies.getFirst()), as.form.limit()));
    }
    if (out == null) {
      document(Json.indented(policies.size() == 1 ? policies.getFirst() : policies));
    } else {
      writeEach(policies);
    }
    explain(ids, policies, named);
    return 0;
  }

  private List<String> operations(List<String> ids) {
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
    return operations;
  }

  private PolicyResources named(Catalog catalog, List<String> ids) {
    try {
      return PolicyNames.of(
          ids, catalog, composition().answers().book(catalog), buckets, recorderRoles);
    } catch (IllegalArgumentException e) {
      throw new Exit(Exit.BAD_INPUT, messages().text("cli.policy-bad-name", e.getMessage()));
    }
  }

  private void writeEach(List<Map<String, Object>> policies) {
    createFolder(out);
    for (int i = 0; i < policies.size(); i++) {
      String number = policies.size() == 1 ? "" : "-" + (i + 1);
      Path file = out.resolve("firstday-" + purpose + number + ".json");
      write(file, Json.indented(policies.get(i)) + "\n");
      talk(messages().text("cli.policy-written", file, size(policies.get(i)), as.form.limit()));
    }
  }

  /** What a reader of the policies has to know, beside the result. */
  private void explain(
      List<String> ids, List<Map<String, Object>> policies, PolicyResources named) {
    if (policies.size() > 1) {
      talk(messages().text("cli.policies", policies.size()));
    }
    if (as == As.inline) {
      talk(messages().text("cli.policy-inline", size(policies.getFirst())));
    }
    if (purpose == Purpose.apply) {
      Permissions.trust(policies)
          .forEach(one -> talk(messages().text("cli.trust." + one, one.sid())));
      if (ids.contains("admin-group") && named.users().isEmpty()) {
        talk(messages().text("cli.policy-no-user"));
      }
    }
  }

  private static int size(Map<String, Object> policy) {
    return Permissions.size(policy, new Json());
  }

  private String region() {
    return composition().settings().knownRegion(Map.of()).orElse("");
  }
}
