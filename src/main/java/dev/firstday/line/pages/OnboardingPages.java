package dev.firstday.line.pages;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Preset;
import dev.firstday.engine.PresetView;
import dev.firstday.engine.account.Identity;
import dev.firstday.line.io.LineWriter;
import dev.firstday.line.model.LineContext;
import dev.firstday.view.StartContent;
import java.util.List;

/** How a first day begins: the right account, how much to do, and the few answers. */
public final class OnboardingPages {
  private final LineContext context;
  private final LineWriter writer;

  public OnboardingPages(LineContext context) {
    this.context = context;
    this.writer = context.writer();
  }

  /** Who is signed in, and where. */
  public static void tellAccount(LineContext context) {
    LineWriter writer = context.writer();
    Identity who = context.session().identity();
    writer.afresh();
    who.practice().ifPresent(scenario -> writer.tell("tui.arrival.practice"));
    writer.facts(StartContent.account(who, ", %s", writer.wording()));
    if (who.kind() == Identity.Kind.ROOT) {
      writer.tell("tui.arrival.root");
    }
  }

  /** Asks, and tells whether the person would rather leave. */
  public boolean leaves() {
    if (!writer.agrees(writer.text("tui.arrival.hello"))) {
      return true;
    }
    writer.tell("tui.arrival.looks");
    writer.tell("tui.arrival.safe");
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
    for (PresetView view : presets) {
      tell(presets.indexOf(view) + 1, view.preset());
      String price = writer.wording().about(view.monthlyUsd());
      writer.tell(
          "tui.presets.facts",
          view.steps().size(),
          writer.wording().minutes(view.minutes()),
          price);
    }
    choose(Catalog.PRESET, presets.stream().map(PresetView::preset).toList());
  }

  private void chooseEnvironment(List<Preset> environments) {
    if (environments.isEmpty()) {
      return;
    }
    writer.afresh();
    writer.tell("tui.presets.environment");
    environments.forEach(preset -> tell(environments.indexOf(preset) + 1, preset));
    choose(Catalog.ENVIRONMENT, environments);
  }

  private void tell(int number, Preset preset) {
    writer.tell("line.choice", number, writer.of(preset.title()));
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
}
