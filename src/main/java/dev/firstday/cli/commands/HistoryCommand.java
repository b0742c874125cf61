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
    List<AppliedChange> deeds = session.history();
    tellLaterEntries(session);
    switch (output) {
      case text -> {
        print(CheckTable.header(session.identity(), wording()));
        print("");
        if (deeds.isEmpty()) {
          print(messages().text("cli.no-history"));
        }
        deeds.forEach(deed -> line(deed, session));
      }
      case json -> {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("account", session.identity().accountId());
        all.put("changes", deeds.stream().map(deed -> data(deed, session)).toList());
        document(Json.indented(all));
      }
    }
    return 0;
  }

  private void line(AppliedChange deed, Session session) {
    print(
        "%s  %s  %s"
            .formatted(
                deed.at().truncatedTo(ChronoUnit.SECONDS),
                Width.padRight(messages().text("history." + state(deed)), 12),
                String.join(", ", deed.steps())));
    Wrap.lines(text(deed, session, wording()), 73).forEach(part -> print("      " + part));
    print(
        "      %s %s, %s   %s"
            .formatted(
                deed.change().service(),
                deed.change().operation(),
                deed.change().region(),
                deed.requestId())
            .stripTrailing());
  }

  private static String state(AppliedChange deed) {
    return deed.takenBack().isPresent() ? "UNDONE" : deed.ending().name();
  }

  private static String text(AppliedChange deed, Session session, Texts wording) {
    Plan.Planned planned = new Plan.Planned(deed.change(), deed.steps());
    return deed.steps().stream()
        .flatMap(id -> session.catalog().step(id).stream())
        .findFirst()
        .map(step -> wording.change(step, planned.change()))
        .orElse(deed.change().id());
  }

  private Map<String, Object> data(AppliedChange deed, Session session) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("at", deed.at().toString());
    data.put("id", deed.change().id());
    data.put("steps", deed.steps());
    data.put("result", deed.ending().name());
    deed.takenBack().ifPresent(at -> data.put("undoneAt", at.toString()));
    data.put("service", deed.change().service());
    data.put("operation", deed.change().operation());
    data.put("region", deed.change().region());
    data.put("requestId", deed.requestId());
    data.put("text", text(deed, session, documentWording()));
    return data;
  }
}
