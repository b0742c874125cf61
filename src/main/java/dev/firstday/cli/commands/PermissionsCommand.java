package dev.firstday.cli.commands;

import dev.firstday.aws.permissions.Permissions;
import dev.firstday.aws.permissions.PolicyResources;
import dev.firstday.catalog.Catalog;
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
@CommandLine.Command
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

  @Option(names = "--as", paramLabel = "managed|inline")
  private As as = As.managed;

  @Option(names = "--out", paramLabel = "DIR")
  private Path out;

  @Option(names = "--bucket", paramLabel = "NAME")
  private List<String> buckets = new ArrayList<>();

  @Option(names = "--recorder-role", paramLabel = "NAME")
  private List<String> recorderRoles = new ArrayList<>();

  @Override
  public Integer call() {
    Catalog catalog = composition().catalog();
    List<String> ids = steps.ids(catalog, run());
    PolicyResources named = named(catalog, ids);
    List<Map<String, Object>> policies =
        Permissions.policies(
            operations(ids),
            Permissions.partition(run().knownRegion(Map.of()).orElse("")),
            named,
            as.form,
            new Json());
    if (as == As.inline && size(policies.getFirst()) > as.form.limit()) {
      throw refused("cli.policy-too-long", size(policies.getFirst()), as.form.limit());
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
    for (String id : ids) {
      Steps.find(id).ifPresent(step -> operations.addAll(step.reads()));
      if (purpose == Purpose.apply) {
        Steps.find(id).ifPresent(step -> operations.addAll(step.writes()));
      }
    }
    return operations;
  }

  private PolicyResources named(Catalog catalog, List<String> ids) {
    try {
      return PolicyNames.of(
          ids, catalog, composition().answers().book(catalog), buckets, recorderRoles);
    } catch (IllegalArgumentException e) {
      throw refused("cli.policy-bad-name", e.getMessage());
    }
  }

  private void writeEach(List<Map<String, Object>> policies) {
    createFolder(out);
    for (int i = 0; i < policies.size(); i++) {
      String number = policies.size() == 1 ? "" : "-" + (i + 1);
      Path file = out.resolve("firstday-" + purpose + number + ".json");
      write(file, Json.indented(policies.get(i)) + "\n");
      talk(text("cli.policy-written", file, size(policies.get(i)), as.form.limit()));
    }
  }

  /** What a reader of the policies has to know, beside the result. */
  private void explain(
      List<String> ids, List<Map<String, Object>> policies, PolicyResources named) {
    if (policies.size() > 1) {
      talk(text("cli.policies", policies.size()));
    }
    if (as == As.inline) {
      talk(text("cli.policy-inline", size(policies.getFirst())));
    }
    if (purpose == Purpose.apply) {
      Permissions.trust(policies).forEach(one -> talk(text("cli.trust." + one, one.sid())));
      if (ids.contains("admin-group") && named.users().isEmpty()) {
        talk(text("cli.policy-no-user"));
      }
    }
  }

  private static int size(Map<String, Object> policy) {
    return Permissions.size(policy, new Json());
  }
}
