package dev.firstday.cli;

import dev.firstday.engine.CallFailed;
import dev.firstday.engine.Plan;
import dev.firstday.engine.Session;
import dev.firstday.report.CloudFormation;
import dev.firstday.report.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what an apply would write as something that another tool can roll out; calls nothing. */
@CommandLine.Command(name = "export")
final class ExportCommand extends Command {
  /** What can be exported to. */
  enum Target {
    cloudformation
  }

  @Parameters(paramLabel = "cloudformation", descriptionKey = "export-target")
  private Target target;

  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private List<String> steps = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "export-out")
  private Path out;

  @Override
  public Integer call() throws CallFailed {
    Session session = composition().emptyAccount();
    List<String> chosen = composition().chosen(session, steps);
    session.check(chosen);
    Plan plan =
        session.plan(chosen.stream().filter(id -> session.step(id).skipped().isEmpty()).toList());
    CloudFormation.Exported exported =
        switch (target) {
          case cloudformation ->
              CloudFormation.of(
                  plan,
                  session.identity().homeRegion(),
                  documentWording().say("export.description", Version.number()));
        };
    String template = Json.indented(exported.template());
    if (out == null) {
      document(template);
    } else {
      write(out, template + "\n");
      talk(messages().text("cli.written", out));
    }
    if (!exported.without().isEmpty()) {
      talk(messages().text("export.without"));
      exported.without().forEach(note -> talk("  " + note));
    }
    return 0;
  }
}
