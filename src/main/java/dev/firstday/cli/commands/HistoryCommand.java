package dev.firstday.cli.commands;

import dev.firstday.engine.Session;
import dev.firstday.engine.Texts;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.report.Json;
import dev.firstday.report.JsonObject;
import dev.firstday.terminal.Width;
import dev.firstday.terminal.Wrap;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Says what firstday did to this account. */
@CommandLine.Command
final class HistoryCommand extends BaseCommand {
  /** What it can be printed as. */
  enum HistoryFormat {
    text,
    json
  }

  @Option(names = "--output", paramLabel = "text|json")
  private HistoryFormat output = HistoryFormat.text;

  @Option(names = "--json")
  void json(boolean wanted) {
    output = wanted ? HistoryFormat.json : output;
  }

  @Override
  public Integer call() {
    Session session = session();
    List<AppliedChange> appliedChanges = session.history();
    tellLaterEntries(session);
    switch (output) {
      case text -> {
        print(CheckTable.header(session.identity(), wording()));
        print("");
        if (appliedChanges.isEmpty()) {
          print(text("cli.no-history"));
        }
        appliedChanges.forEach(applied -> line(applied, session));
      }
      case json ->
          document(
              Json.indented(
                  new JsonObject()
                      .with("account", session.identity().accountId())
                      .with("changes", appliedChanges, applied -> data(applied, session))));
    }
    return 0;
  }

  private void line(AppliedChange applied, Session session) {
    print(
        "%s  %s  %s"
            .formatted(
                applied.at().truncatedTo(ChronoUnit.SECONDS),
                Width.padRight(text("history." + state(applied)), 12),
                String.join(", ", applied.steps())));
    Wrap.lines(text(applied, session, wording()), 73).forEach(part -> print("      " + part));
    print(
        "      %s %s, %s   %s"
            .formatted(
                applied.change().service(),
                applied.change().operation(),
                applied.change().region(),
                applied.requestId())
            .stripTrailing());
  }

  private static String state(AppliedChange applied) {
    return applied.takenBack().isPresent() ? "UNDONE" : applied.ending().name();
  }

  private static String text(AppliedChange applied, Session session, Texts wording) {
    return applied.steps().stream()
        .flatMap(id -> session.catalog().step(id).stream())
        .findFirst()
        .map(step -> wording.change(step, applied.change()))
        .orElse(applied.change().id());
  }

  private Map<String, Object> data(AppliedChange applied, Session session) {
    return new JsonObject()
        .with("at", applied.at())
        .with("id", applied.change().id())
        .with("steps", applied.steps())
        .with("result", applied.ending())
        .with("undoneAt", applied.takenBack())
        .with("service", applied.change().service())
        .with("operation", applied.change().operation())
        .with("region", applied.change().region())
        .with("requestId", applied.requestId())
        .with("text", text(applied, session, documentWording()));
  }
}
