package dev.firstday.cli.commands;

import dev.firstday.cli.run.StepOptions;
import dev.firstday.cli.run.Version;
import dev.firstday.engine.Session;
import dev.firstday.engine.StepView;
import dev.firstday.report.Report;
import dev.firstday.report.ReportHtml;
import dev.firstday.report.ReportJson;
import dev.firstday.report.ReportMarkdown;
import dev.firstday.report.ReportWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a document to hand over; writes nothing to the account. */
@CommandLine.Command(name = "report")
final class ReportCommand extends BaseCommand {
  /** What a report can be written as. */
  enum Format {
    md,
    html,
    json
  }

  @Mixin private StepOptions steps;

  @Option(names = "--format", paramLabel = "md|html|json", descriptionKey = "report-format")
  private Format format = Format.md;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "report-out")
  private Path out;

  @Override
  public Integer call() {
    Session session = session();
    List<StepView> checked = check(session, composition().selection().ids(session, steps));
    Report report =
        new ReportWriter(session, composition().wanted())
            .report(checked, composition().world().clock().instant(), Version.number());
    String document =
        switch (format) {
          case md -> ReportMarkdown.of(report);
          case html -> ReportHtml.of(report);
          case json -> ReportJson.of(report) + "\n";
        };
    if (out == null) {
      composition().world().documents().print(document);
      composition().world().documents().flush();
    } else {
      write(out, document);
      talk(messages().text("cli.written", out));
    }
    return 0;
  }
}
