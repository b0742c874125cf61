package dev.firstday.engine;

import dev.firstday.catalog.Catalog;
import dev.firstday.catalog.Note;
import dev.firstday.engine.undo.UndoPlan;
import java.util.List;

/** Why something stays as it is in an undo. */
record KeptSentence(Texts texts, Catalog catalog) {
  String of(Note why) {
    return switch (why.code()) {
      case UndoPlan.USED -> texts.say(why.code(), texts.titles(why.values(), catalog));
      case UndoPlan.HOLDS -> texts.say(why.code(), thing(why.values()));
      default -> texts.say(why);
    };
  }

  /** What holds it: its identifier, its step, and why that step made it. */
  private String thing(List<String> values) {
    Note made = new Note(values.get(2), values.subList(3, values.size()));
    return catalog
        .step(values.get(1))
        .map(step -> texts.change(step, made, values.getFirst()))
        .orElse(values.getFirst());
  }
}
