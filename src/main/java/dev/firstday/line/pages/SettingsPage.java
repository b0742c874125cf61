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
  public void tell(LineContext desk) {
    LineWriter voice = desk.voice();
    AccountPage.tellAccount(desk);
    for (String key : List.of("preset", "environment")) {
      desk.session()
          .catalog()
          .sharedSetting(key)
          .ifPresent(
              setting ->
                  voice.fact(
                      voice.of(setting.label()),
                      desk.session().answer(key).orElse(voice.text("tui.detail.unset"))));
    }
  }

  @Override
  public List<Choice> choices(LineContext desk) {
    LineWriter voice = desk.voice();
    List<Choice> choices = new ArrayList<>();
    if (!desk.session().presets().isEmpty()) {
      choices.add(
          new Choice(
              LineCommand.PRESET,
              voice.text("line.settings.preset"),
              () -> {
                new OnboardingPages(desk).presets();
                desk.checkAll();
                return new Navigation.Afresh();
              }));
    }
    choices.add(
        new Choice(
            LineCommand.EDIT,
            voice.text("line.settings.answers"),
            () -> {
              new Questions(desk).askFirst();
              desk.checkAll();
              return new Navigation.Afresh();
            }));
    if (!desk.options().onlyEnglish()) {
      choices.add(
          new Choice(
              LineCommand.LANGUAGE,
              voice.text("line.settings.language"),
              () -> {
                desk.language(voice.language().other(), true);
                return new Navigation.Afresh();
              }));
    }
    choices.add(
        new Choice(
            LineCommand.MASK,
            voice.text(voice.masked() ? "tui.command.MASK.off" : "line.settings.mask"),
            () -> {
              desk.mask();
              return new Navigation.Again();
            }));
    choices.add(
        new Choice(
            LineCommand.MODE,
            voice.text("line.settings.screen"),
            () -> {
              desk.options().keep().accept(voice.language(), false);
              voice.tell("line.settings.screen.kept");
              return new Navigation.Again();
            }));
    return choices;
  }
}
