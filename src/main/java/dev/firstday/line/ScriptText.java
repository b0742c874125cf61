package dev.firstday.line;

import dev.firstday.engine.plan.Plan;
import java.util.List;

/** A plan as AWS CLI commands or as JSON: read out, or written to a file. */
final class ScriptText {
  private ScriptText() {}

  static List<Choice> choices(Plan plan, Desk desk) {
    Voice voice = desk.voice();
    return List.of(
        new Choice(
            Act.SCRIPT,
            voice.text("line.script"),
            () -> show("firstday-plan.sh", desk.session().printer().awsCli(plan), desk)),
        new Choice(
            Act.JSON,
            voice.text("line.json"),
            () -> show("firstday-plan.json", json(plan, desk), desk)));
  }

  /** A policy, written to a file. */
  static Choice save(Object policy, Desk desk) {
    return new Choice(
        Act.SAVE,
        desk.voice().text("line.save-policy"),
        () -> {
          String text = desk.session().printer().json(policy) + "\n";
          desk.save("firstday-policy.json", file -> desk.options().files().text(file, text));
          return new Turn.Again();
        });
  }

  private static Turn show(String name, String text, Desk desk) {
    Voice voice = desk.voice();
    if (voice.agrees(voice.text("line.file.ask"))) {
      desk.save(name, file -> desk.options().files().text(file, text));
    } else {
      voice.unbroken(text);
    }
    voice.tell("tui.status.script");
    return new Turn.Again();
  }

  /** The same as {@code firstday plan --output json} prints. */
  private static String json(Plan plan, Desk desk) {
    return desk.session()
        .printer()
        .plan(plan, desk.session().givenAnswers(), (step, change) -> desk.change(step, change));
  }
}
