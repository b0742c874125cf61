package dev.firstday.line.model;

import dev.firstday.engine.plan.Plan;
import dev.firstday.line.io.LineWriter;
import java.util.List;

/** A plan as AWS CLI commands or as JSON: read out, or written to a file. */
public final class ScriptText {
  private ScriptText() {}

  public static List<Choice> choices(Plan plan, LineContext desk) {
    LineWriter voice = desk.voice();
    return List.of(
        new Choice(
            LineCommand.SCRIPT,
            voice.text("line.script"),
            () -> show("firstday-plan.sh", desk.session().printer().awsCli(plan), desk)),
        new Choice(
            LineCommand.JSON,
            voice.text("line.json"),
            () -> show("firstday-plan.json", json(plan, desk), desk)));
  }

  /** A policy, written to a file. */
  public static Choice save(Object policy, LineContext desk) {
    return new Choice(
        LineCommand.SAVE,
        desk.voice().text("line.save-policy"),
        () -> {
          String text = desk.session().printer().json(policy) + "\n";
          desk.save("firstday-policy.json", file -> desk.options().files().text(file, text));
          return new Navigation.Again();
        });
  }

  private static Navigation show(String name, String text, LineContext desk) {
    LineWriter voice = desk.voice();
    if (voice.agrees(voice.text("line.file.ask"))) {
      desk.save(name, file -> desk.options().files().text(file, text));
    } else {
      voice.unbroken(text);
    }
    voice.tell("tui.status.script");
    return new Navigation.Again();
  }

  /** The same as {@code firstday plan --output json} prints. */
  private static String json(Plan plan, LineContext desk) {
    return desk.session()
        .printer()
        .plan(plan, desk.session().givenAnswers(), (step, change) -> desk.change(step, change));
  }
}
