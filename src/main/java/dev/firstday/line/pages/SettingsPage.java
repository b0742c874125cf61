package dev.firstday.line.pages;

import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Page;
import java.util.ArrayList;
import java.util.List;

/** Preset, answers, language, and what is hidden. */
public final class SettingsPage implements Page {
  @Override
  public void tell(LineContext context) {
    LineWriter writer = context.writer();
    AccountPage.tellAccount(context);
    for (String key : List.of("preset", "environment")) {
      context
          .session()
          .catalog()
          .sharedSetting(key)
          .ifPresent(
              setting ->
                  writer.fact(
                      writer.of(setting.label()),
                      context.session().answer(key).orElse(writer.text("tui.detail.unset"))));
    }
  }

  @Override
  public List<Choice> choices(LineContext context) {
    LineWriter writer = context.writer();
    List<Choice> choices = new ArrayList<>();
    if (!context.session().presets().isEmpty()) {
      choices.add(
          asked(
              LineCommand.PRESET,
              "line.settings.preset",
              () -> new OnboardingPages(context).presets(),
              context));
    }
    choices.add(
        asked(
            LineCommand.EDIT,
            "line.settings.answers",
            () -> new Questions(context).askFirst(),
            context));
    if (!context.options().onlyEnglish()) {
      choices.add(language(context));
    }
    String mask = writer.masked() ? "tui.command.MASK.off" : "line.settings.mask";
    choices.add(Choice.act(LineCommand.MASK, writer.text(mask), context::mask));
    choices.add(
        Choice.act(
            LineCommand.MODE, writer.text("line.settings.screen"), () -> fullScreen(context)));
    return choices;
  }

  /** A choice that asks for answers, with which all steps are checked again. */
  private static Choice asked(LineCommand act, String text, Runnable asking, LineContext context) {
    return Choice.change(
        act,
        context.writer().text(text),
        () -> {
          asking.run();
          context.checkAll();
        });
  }

  private static Choice language(LineContext context) {
    LineWriter writer = context.writer();
    return Choice.change(
        LineCommand.LANGUAGE,
        writer.text("line.settings.language"),
        () -> context.language(writer.language().other(), true));
  }

  private static void fullScreen(LineContext context) {
    context.options().keep().accept(context.writer().language(), false);
    context.writer().tell("line.settings.screen.kept");
  }
}
