package dev.firstday.line.model;

import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import java.util.List;

/** A plan as AWS CLI commands or as JSON: read out, or written to a file. */
public final class ScriptText {
  private ScriptText() {}

  public static List<Choice> choices(Plan plan, LineContext context) {
    LineWriter writer = context.writer();
    return List.of(
        Choice.act(
            LineCommand.SCRIPT, writer.text("line.script"), () -> show(plan, false, context)),
        Choice.act(LineCommand.JSON, writer.text("line.json"), () -> show(plan, true, context)));
  }

  /** A policy, written to a file. */
  public static Choice save(Object policy, LineContext context) {
    return Choice.act(
        LineCommand.SAVE,
        context.writer().text("line.save-policy"),
        () -> save("firstday-policy.json", json(policy, context), context));
  }

  private static String json(Object policy, LineContext context) {
    return context.session().printer().json(policy) + "\n";
  }

  private static void save(String name, String text, LineContext context) {
    context.save(name, file -> context.options().files().text(file, text));
  }

  private static void show(Plan plan, boolean json, LineContext context) {
    LineWriter writer = context.writer();
    String text = context.snapshot().script(plan, json, writer.wording());
    if (writer.agrees(writer.text("line.file.ask"))) {
      save(json ? "firstday-plan.json" : "firstday-plan.sh", text, context);
    } else {
      writer.unbroken(text);
    }
    writer.tell("tui.status.script");
  }
}
