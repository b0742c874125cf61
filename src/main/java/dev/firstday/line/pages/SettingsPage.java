package dev.firstday.line.pages;

import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.Choice;
import dev.firstday.line.model.LineCommand;
import dev.firstday.line.model.LineContext;
import dev.firstday.line.model.Navigation;
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
    List<Choice> choices = new ArrayList<>();
    if (!context.session().presets().isEmpty()) {
      choices.add(preset(context));
    }
    choices.add(answers(context));
    if (!context.options().onlyEnglish()) {
      choices.add(language(context));
    }
    choices.add(mask(context));
    choices.add(fullScreen(context));
    return choices;
  }

  private static Choice preset(LineContext context) {
    return new Choice(
        LineCommand.PRESET,
        context.writer().text("line.settings.preset"),
        () -> {
          new OnboardingPages(context).presets();
          context.checkAll();
          return new Navigation.Afresh();
        });
  }

  private static Choice answers(LineContext context) {
    return new Choice(
        LineCommand.EDIT,
        context.writer().text("line.settings.answers"),
        () -> {
          new Questions(context).askFirst();
          context.checkAll();
          return new Navigation.Afresh();
        });
  }

  private static Choice language(LineContext context) {
    LineWriter writer = context.writer();
    return new Choice(
        LineCommand.LANGUAGE,
        writer.text("line.settings.language"),
        () -> {
          context.language(writer.language().other(), true);
          return new Navigation.Afresh();
        });
  }

  private static Choice mask(LineContext context) {
    LineWriter writer = context.writer();
    return new Choice(
        LineCommand.MASK,
        writer.text(writer.masked() ? "tui.command.MASK.off" : "line.settings.mask"),
        () -> {
          context.mask();
          return new Navigation.Again();
        });
  }

  private static Choice fullScreen(LineContext context) {
    LineWriter writer = context.writer();
    return new Choice(
        LineCommand.MODE,
        writer.text("line.settings.screen"),
        () -> {
          context.options().keep().accept(writer.language(), false);
          writer.tell("line.settings.screen.kept");
          return new Navigation.Again();
        });
  }
}
