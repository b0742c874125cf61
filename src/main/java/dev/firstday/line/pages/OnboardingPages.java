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
  private final LineContext context;
  private final LineWriter writer;

  public OnboardingPages(LineContext context) {
    this.context = context;
    this.writer = context.writer();
  }

  /** Asks, and tells whether the person would rather leave. */
  public boolean leaves() {
    if (!writer.agrees(writer.text("tui.arrival.hello"))) {
      return true;
    }
    writer.tell("tui.arrival.looks");
    presets();
    new Questions(context).askFirst();
    return false;
  }

  /** Preset and environment; Enter takes what is chosen now. */
  public void presets() {
    choosePreset(context.session().presets());
    chooseEnvironment(context.session().catalog().environments());
  }

  private void choosePreset(List<PresetView> presets) {
    if (presets.isEmpty()) {
      return;
    }
    writer.afresh();
    writer.tell("tui.presets.question");
    writer.tell("tui.presets.later");
    for (int i = 0; i < presets.size(); i++) {
      PresetView view = presets.get(i);
      tell(i + 1, view.preset());
      writer.tell(
          "tui.presets.facts",
          view.steps().size(),
          view.minutes(),
          about(view.monthlyUsd(), writer));
    }
    choose(Catalog.PRESET, presets.stream().map(PresetView::preset).toList());
  }

  private void chooseEnvironment(List<Preset> environments) {
    if (environments.isEmpty()) {
      return;
    }
    writer.afresh();
    writer.tell("tui.presets.environment");
    for (int i = 0; i < environments.size(); i++) {
      tell(i + 1, environments.get(i));
    }
    choose(Catalog.ENVIRONMENT, environments);
  }

  private void tell(int number, Preset preset) {
    writer.say(writer.text("line.choice", number, writer.of(preset.title())));
    writer.say(writer.of(preset.about()));
  }

  private void choose(String key, List<Preset> all) {
    List<String> ids = all.stream().map(Preset::id).toList();
    int now = context.session().answer(key).map(ids::indexOf).orElse(0) + 1;
    int chosen = writer.choice(ids.size(), now);
    if (chosen != now) {
      context.session().answer(key, ids.get(chosen - 1));
    }
  }

  /** A price in US dollars. */
  static String amount(BigDecimal usd, LineWriter writer) {
    return usd.signum() == 0
        ? writer.wording().monthly(usd)
        : writer.text("tui.money.short", Texts.amount(usd));
  }

  /** The price of a choice, with the word that it is an estimate. */
  static String about(BigDecimal usd, LineWriter writer) {
    return usd.signum() == 0
        ? writer.wording().monthly(usd)
        : writer.text("tui.money.about", Texts.amount(usd));
  }
}
