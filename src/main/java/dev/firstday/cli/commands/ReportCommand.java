package dev.firstday.cli.commands;

import dev.firstday.cli.run.StepOptions;
import dev.firstday.engine.Session;
import dev.firstday.report.Report;
import dev.firstday.report.ReportHtml;
import dev.firstday.report.ReportJson;
import dev.firstday.report.ReportMarkdown;
import dev.firstday.terminal.Browser;
import java.net.URI;
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

  @Option(names = "--json")
  void json(boolean wanted) {
    format = wanted ? Format.json : format;
  }

  @Option(names = "--out", paramLabel = "FILE")
  private Path out;

  @Option(names = "--open")
  private boolean open;

  @Override
  public Integer call() {
    if (open && (out == null || format != Format.html)) {
      throw refused("cli.open-what");
    }
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
      if (open) {
        open(out.toAbsolutePath().toUri());
      }
    }
    return 0;
  }

  private void open(URI link) {
    Browser browser = new Browser(world().environment());
    if (browser.open(link) != Browser.OpenResult.OPENED) {
      talk(text("cli.not-opened", link));
    }
  }
}
