package dev.firstday.engine;

import dev.firstday.catalog.Actor;
import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Group;
import dev.firstday.catalog.Preset;
import dev.firstday.catalog.Price;
import dev.firstday.catalog.Setting;
import dev.firstday.catalog.StepEntry;
import dev.firstday.catalog.Text;
import dev.firstday.engine.answers.AnswerBook;
import dev.firstday.engine.answers.AnswerRules;
import dev.firstday.engine.assess.Notes;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Catalogues for tests. */
public final class Entries {
  static final Text TEXT = new Text("text", "text");

  private Entries() {}

  public static Catalog catalog(StepEntry... steps) {
    Setting email = setting("email", Setting.Type.EMAIL, Optional.empty(), Optional.empty());
    return new Catalog(
        List.of(new Group("group", TEXT)), List.of(email), List.of(), List.of(), List.of(steps));
  }

  static Catalog withPresets(List<Preset> presets, List<Preset> environments, StepEntry... steps) {
    Catalog plain = catalog(steps);
    List<Setting> shared =
        List.of(
            plain.shared().getFirst(),
            setting(Catalog.PRESET, Setting.Type.TEXT, Optional.empty(), Optional.empty()),
            setting(Catalog.ENVIRONMENT, Setting.Type.TEXT, Optional.empty(), Optional.empty()));
    return new Catalog(plain.groups(), shared, presets, environments, plain.steps());
  }

  /** A session whose steps nobody looks at. */
  static Session session(Catalog catalog, AnswerBook answers, Notes notes) {
    return new Session(
        new SessionParts(
            catalog,
            null,
            Map.of(),
            answers,
            new AnswerRules(Optional::of),
            notes,
            new MemoryJournal(),
            null,
            Clock.systemUTC(),
            null,
            afresh -> {}));
  }

  static StepEntry step(String id, String... after) {
    return step(id, false, false, List.of(), List.of(), after);
  }

  static StepEntry last(String id) {
    return step(id, false, true, List.of(), List.of());
  }

  static StepEntry attested(String id) {
    return step(id, true, false, List.of(), List.of());
  }

  public static StepEntry asking(String id, Setting... settings) {
    return step(id, false, false, List.of(settings), List.of());
  }

  /** A step that costs a dollar a unit, and three units a month unless it says otherwise. */
  static StepEntry priced(String id) {
    BigDecimal three = BigDecimal.valueOf(3);
    Price price =
        new Price(
            "unit",
            BigDecimal.ONE,
            TEXT,
            three,
            List.of(),
            0,
            Optional.empty(),
            LocalDate.EPOCH,
            "https://x");
    return step(id, false, false, List.of(), List.of(price));
  }

  private static StepEntry step(
      String id,
      boolean attested,
      boolean last,
      List<Setting> settings,
      List<Price> prices,
      String... after) {
    return new StepEntry(
        id,
        "group",
        Actor.API,
        attested,
        TEXT,
        TEXT,
        List.of(),
        1,
        Optional.empty(),
        "https://example.com/",
        settings,
        prices,
        Map.of(),
        List.of(after),
        last,
        Map.of(),
        Map.of(),
        Map.of());
  }

  public static Setting setting(
      String key, Setting.Type type, Optional<String> preset, Optional<String> from) {
    return new Setting(
        key,
        type,
        TEXT,
        preset,
        from,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static Setting limited(String key, Setting.Type type, String min, String max) {
    return new Setting(
        key,
        type,
        TEXT,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new BigDecimal(min)),
        Optional.of(new BigDecimal(max)),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static Setting choice(String key, String... choices) {
    return new Setting(
        key,
        Setting.Type.TEXT,
        TEXT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(choices),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
