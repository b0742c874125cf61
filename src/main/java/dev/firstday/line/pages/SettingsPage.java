package dev.firstday.line.pages;

import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.Choices;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Page;
import java.util.List;

/** Preset, answers, language, and what is hidden. */
public final class SettingsPage implements Page {
  @Override
  public void tell(LineContext context) {
    LineWriter writer = context.writer();
    OnboardingPages.tellAccount(context);
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
    Choices choices = new Choices(context);
    if (!context.session().presets().isEmpty()) {
      Runnable presets = new OnboardingPages(context)::presets;
      choices.change(LineCommand.PRESET, "line.settings.preset", () -> ask(presets, context));
    }
    Runnable answers = new Questions(context)::askFirst;
    choices.change(LineCommand.EDIT, "line.settings.answers", () -> ask(answers, context));
    if (!context.options().onlyEnglish()) {
      choices.change(
          LineCommand.LANGUAGE,
          "line.settings.language",
          () -> context.language(writer.language().other(), true));
    }
    return choices
        .act(
            LineCommand.MASK,
            writer.masked() ? "tui.command.MASK.off" : "line.settings.mask",
            context::mask)
        .act(LineCommand.MODE, "line.settings.screen", () -> fullScreen(context))
        .list();
  }

  /** Asks for answers, with which all steps are checked again. */
  private static void ask(Runnable asking, LineContext context) {
    asking.run();
    context.checkAll();
  }

  private static void fullScreen(LineContext context) {
    context.options().keep().accept(context.writer().language(), false);
    context.writer().tell("line.settings.screen.kept");
  }
}
