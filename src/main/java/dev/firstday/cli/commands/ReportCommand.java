package dev.firstday.cli.commands;

import dev.firstday.cli.run.StepOptions;
import dev.firstday.engine.Session;
import dev.firstday.report.Report;
import dev.firstday.report.ReportHtml;
import dev.firstday.report.ReportJson;
import dev.firstday.report.ReportMarkdown;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a document to hand over; writes nothing to the account. */
@CommandLine.Command
final class ReportCommand extends BaseCommand {
  /** What a report can be written as. */
  enum Format {
    md,
    html,
    json
  }

  @Mixin private StepOptions steps;

  @Option(names = "--format", paramLabel = "md|html|json")
  private Format format = Format.md;

  @Option(names = "--out", paramLabel = "FILE")
  private Path out;

  @Override
  public Integer call() {
    Session session = session();
    Report report = report(session, check(session, steps.ids(session, run())));
    String document =
        switch (format) {
          case md -> ReportMarkdown.of(report);
          case html -> ReportHtml.of(report);
          case json -> ReportJson.of(report) + "\n";
        };
    if (out == null) {
      world().documents().print(document);
      world().documents().flush();
    } else {
      write(out, document);
      talk(text("cli.written", out));
    }
    return 0;
  }
}
