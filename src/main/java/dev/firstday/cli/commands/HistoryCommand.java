package dev.firstday.cli.commands;

import dev.firstday.engine.Session;
import dev.firstday.engine.Texts;
import dev.firstday.engine.journal.AppliedChange;
import dev.firstday.engine.plan.Plan;
import dev.firstday.report.Json;
import dev.firstday.terminal.Width;
import dev.firstday.terminal.Wrap;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Says what firstday did to this account. */
@CommandLine.Command(name = "history")
final class HistoryCommand extends BaseCommand {
  /** What it can be printed as. */
  enum HistoryFormat {
    text,
    json
  }

  @Option(names = "--output", paramLabel = "text|json", descriptionKey = "history-output")
  private HistoryFormat output = HistoryFormat.text;

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
          print(messages().text("cli.no-history"));
        }
        appliedChanges.forEach(applied -> line(applied, session));
      }
      case json -> {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("account", session.identity().accountId());
        all.put("changes", appliedChanges.stream().map(applied -> data(applied, session)).toList());
        document(Json.indented(all));
      }
    }
    return 0;
  }

  private void line(AppliedChange applied, Session session) {
    print(
        "%s  %s  %s"
            .formatted(
                applied.at().truncatedTo(ChronoUnit.SECONDS),
                Width.padRight(messages().text("history." + state(applied)), 12),
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
    Plan.Planned planned = new Plan.Planned(applied.change(), applied.steps());
    return applied.steps().stream()
        .flatMap(id -> session.catalog().step(id).stream())
        .findFirst()
        .map(step -> wording.change(step, planned.change()))
        .orElse(applied.change().id());
  }

  private Map<String, Object> data(AppliedChange applied, Session session) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("at", applied.at().toString());
    data.put("id", applied.change().id());
    data.put("steps", applied.steps());
    data.put("result", applied.ending().name());
    applied.takenBack().ifPresent(at -> data.put("undoneAt", at.toString()));
    data.put("service", applied.change().service());
    data.put("operation", applied.change().operation());
    data.put("region", applied.change().region());
    data.put("requestId", applied.requestId());
    data.put("text", text(applied, session, documentWording()));
    return data;
  }
}
