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
        new Choice(
            LineCommand.SCRIPT,
            writer.text("line.script"),
            () -> show("firstday-plan.sh", context.session().printer().awsCli(plan), context)),
        new Choice(
            LineCommand.JSON,
            writer.text("line.json"),
            () -> show("firstday-plan.json", json(plan, context), context)));
  }

  /** A policy, written to a file. */
  public static Choice save(Object policy, LineContext context) {
    return new Choice(
        LineCommand.SAVE,
        context.writer().text("line.save-policy"),
        () -> {
          String text = context.session().printer().json(policy) + "\n";
          context.save("firstday-policy.json", file -> context.options().files().text(file, text));
          return new Navigation.Again();
        });
  }

  private static Navigation show(String name, String text, LineContext context) {
    LineWriter writer = context.writer();
    if (writer.agrees(writer.text("line.file.ask"))) {
      context.save(name, file -> context.options().files().text(file, text));
    } else {
      writer.unbroken(text);
    }
    writer.tell("tui.status.script");
    return new Navigation.Again();
  }

  /** The same as {@code firstday plan --output json} prints. */
  private static String json(Plan plan, LineContext context) {
    return context
        .session()
        .printer()
        .plan(
            plan,
            context.session().answerEditor().given(),
            (step, change) -> context.change(step, change));
  }
}
