package dev.firstday.line;

import java.util.ArrayList;
import java.util.List;

/** Preset, answers, language, and what is hidden. */
final class SettingsPage implements Page {
  @Override
  public void tell(Desk desk) {
    Voice voice = desk.voice();
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
  public List<Choice> choices(Desk desk) {
    Voice voice = desk.voice();
    List<Choice> choices = new ArrayList<>();
    if (!desk.session().presets().isEmpty()) {
      choices.add(
          new Choice(
              Act.PRESET,
              voice.text("line.settings.preset"),
              () -> {
                new FirstDay(desk).presets();
                desk.checkAll();
                return new Turn.Afresh();
              }));
    }
    choices.add(
        new Choice(
            Act.EDIT,
            voice.text("line.settings.answers"),
            () -> {
              new Questions(desk).askFirst();
              desk.checkAll();
              return new Turn.Afresh();
            }));
    if (!desk.options().onlyEnglish()) {
      choices.add(
          new Choice(
              Act.LANGUAGE,
              voice.text("line.settings.language"),
              () -> {
                desk.language(voice.language().other(), true);
                return new Turn.Afresh();
              }));
    }
    choices.add(
        new Choice(
            Act.MASK,
            voice.text(voice.masked() ? "tui.command.MASK.off" : "line.settings.mask"),
            () -> {
              desk.mask();
              return new Turn.Again();
            }));
    choices.add(
        new Choice(
            Act.MODE,
            voice.text("line.settings.screen"),
            () -> {
              desk.options().keep().accept(voice.language(), false);
              voice.tell("line.settings.screen.kept");
              return new Turn.Again();
            }));
    return choices;
  }
}
