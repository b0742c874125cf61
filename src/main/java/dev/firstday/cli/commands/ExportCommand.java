package dev.firstday.cli.commands;

import dev.firstday.cli.run.StepOptions;
import dev.firstday.cli.run.Version;
import dev.firstday.engine.Session;
import dev.firstday.engine.failure.CallFailed;
import dev.firstday.engine.plan.Plan;
import dev.firstday.report.Json;
import dev.firstday.report.cloudformation.CloudFormationExport;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what an apply would write as something that another tool can roll out; calls nothing. */
@CommandLine.Command
final class ExportCommand extends BaseCommand {
  /** What can be exported to. */
  enum Target {
    cloudformation
  }

  @Parameters(paramLabel = "cloudformation", descriptionKey = "export-target")
  private Target target;

  @Mixin private StepOptions steps;

  @Option(names = "--out", paramLabel = "FILE")
  private Path out;

  @Option(names = "--part", paramLabel = "home|others|us-east-1", converter = PartConverter.class)
  private CloudFormationExport.TemplatePart part;

  @Override
  public Integer call() throws CallFailed {
    CloudFormationExport exported = export();
    if (part != null && !exported.templates().containsKey(part)) {
      throw refused("export.no-part", part.id(), parts(exported));
    }
    if (out == null) {
      printOne(exported);
    } else {
      exported.templates().forEach(this::writeOne);
    }
    exported.without().forEach(this::tellMissing);
    return 0;
  }

  private CloudFormationExport export() throws CallFailed {
    Session session = composition().sessions().onEmptyAccount();
    List<String> chosen = steps.ids(session, run());
    Plan plan = session.plan(PlanCommand.unskipped(check(session, chosen)));
    return switch (target) {
      case cloudformation ->
          CloudFormationExport.of(
              plan,
              session.identity().homeRegion(),
              documentWording().say("export.description", Version.number()));
    };
  }

  private void tellMissing(CloudFormationExport.Reason reason, List<String> notes) {
    talk(text("export.without." + reason));
    notes.forEach(note -> talk("  " + note));
  }

  /** One on stdout, which a pipe can deploy; that there are more is said. */
  private void printOne(CloudFormationExport exported) {
    CloudFormationExport.TemplatePart chosen =
        part != null ? part : exported.templates().keySet().iterator().next();
    CloudFormationExport.Template template =
        Objects.requireNonNull(exported.templates().get(chosen));
    document(Json.indented(template.data()));
    if (part == null && exported.templates().size() > 1) {
      talk(
          text(
              "export.parts", chosen.id(), String.join(", ", template.regions()), parts(exported)));
    }
  }

  private void writeOne(
      CloudFormationExport.TemplatePart one, CloudFormationExport.Template template) {
    if (part == null || part == one) {
      Path file = part == null ? named(one) : out;
      write(file, Json.indented(template.data()) + "\n");
      talk(text("export.written", file, String.join(", ", template.regions())));
    }
  }

  /** The file of the home Region is the one that was named; the others stand beside it. */
  private Path named(CloudFormationExport.TemplatePart one) {
    if (one == CloudFormationExport.TemplatePart.HOME) {
      return out;
    }
    String name = out.getFileName().toString();
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    return out.resolveSibling(name.substring(0, dot) + "-" + one.id() + name.substring(dot));
  }

  private static String parts(CloudFormationExport exported) {
    return exported.templates().keySet().stream()
        .map(CloudFormationExport.TemplatePart::id)
        .collect(Collectors.joining(", "));
  }

  /** Knows {@code us-east-1}, which can't be the name of a constant. */
  static final class PartConverter
      implements CommandLine.ITypeConverter<CloudFormationExport.TemplatePart> {
    @Override
    public CloudFormationExport.TemplatePart convert(String value) {
      return Stream.of(CloudFormationExport.TemplatePart.values())
          .filter(one -> one.id().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new CommandLine.TypeConversionException(
                      "expected one of home, others, us-east-1"));
    }
  }
}
