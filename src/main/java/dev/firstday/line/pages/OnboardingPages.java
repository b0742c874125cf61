package dev.firstday.line.pages;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Preset;
import dev.firstday.engine.PresetView;
import dev.firstday.engine.Texts;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.LineContext;
import java.math.BigDecimal;
import java.util.List;

/** How a first day begins: the right account, how much to do, and the few answers. */
public final class OnboardingPages {
  private final LineContext desk;
  private final LineWriter voice;

  public OnboardingPages(LineContext desk) {
    this.desk = desk;
    this.voice = desk.voice();
  }

  /** Asks, and tells whether the person would rather leave. */
  public boolean leaves() {
    if (!voice.agrees(voice.text("tui.arrival.hello"))) {
      return true;
    }
    voice.tell("tui.arrival.looks");
    presets();
    new Questions(desk).askFirst();
    return false;
  }

  /** Preset and environment; Enter takes what is chosen now. */
  public void presets() {
    List<PresetView> presets = desk.session().presets();
    if (!presets.isEmpty()) {
      voice.afresh();
      voice.tell("tui.presets.question");
      voice.tell("tui.presets.later");
      for (int i = 0; i < presets.size(); i++) {
        PresetView view = presets.get(i);
        voice.say(voice.text("line.choice", i + 1, voice.of(view.preset().title())));
        voice.say(voice.of(view.preset().about()));
        voice.tell(
            "tui.presets.facts",
            view.steps().size(),
            view.minutes(),
            about(view.monthlyUsd(), voice));
      }
      choose(Catalog.PRESET, presets.stream().map(PresetView::preset).toList());
    }
    List<Preset> environments = desk.session().catalog().environments();
    if (!environments.isEmpty()) {
      voice.afresh();
      voice.tell("tui.presets.environment");
      for (int i = 0; i < environments.size(); i++) {
        voice.say(voice.text("line.choice", i + 1, voice.of(environments.get(i).title())));
        voice.say(voice.of(environments.get(i).about()));
      }
      choose(Catalog.ENVIRONMENT, environments);
    }
  }

  private void choose(String key, List<Preset> all) {
    List<String> ids = all.stream().map(Preset::id).toList();
    int now = desk.session().answer(key).map(ids::indexOf).orElse(0) + 1;
    int chosen = voice.choice(ids.size(), now);
    if (chosen != now) {
      desk.session().answer(key, ids.get(chosen - 1));
    }
  }

  /** A price in US dollars. */
  static String amount(BigDecimal usd, LineWriter voice) {
    return usd.signum() == 0
        ? voice.wording().monthly(usd)
        : voice.text("tui.money.short", Texts.amount(usd));
  }

  /** The price of a choice, with the word that it is an estimate. */
  static String about(BigDecimal usd, LineWriter voice) {
    return usd.signum() == 0
        ? voice.wording().monthly(usd)
        : voice.text("tui.money.about", Texts.amount(usd));
  }
}
