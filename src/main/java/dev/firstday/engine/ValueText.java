package dev.firstday.engine;

import dev.firstday.catalog.Messages;
import dev.firstday.catalog.Setting;
import dev.firstday.engine.answers.Answers;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers as a person reads them: choices by name, Regions with their places. */
record ValueText(Texts texts) {
  /** More Regions than these are counted instead of listed. */
  private static final int LISTED = 5;

  String of(Setting setting, String value) {
    return switch (setting.type()) {
      case REGION -> region(value);
      case REGIONS ->
          Answers.items(value).stream()
              .map(this::region)
              .collect(Collectors.joining(texts.say("list.separator")));
      default ->
          setting.choices().isEmpty() && setting.type() != Setting.Type.BOOLEAN
              ? value
              : known("tui.answer." + value, value);
    };
  }

  /** A Region with its place; what is none, as it is. */
  String region(String id) {
    String place = known("region." + id, "");
    String word = known("tui.answer." + id, id);
    return place.isEmpty() ? word : id + " (" + place + ")";
  }

  /** A sentence with the Regions that it is about: by name, or how many they are. */
  String in(Optional<String> regions, String sentence) {
    return regions.map(joined -> sentence + " (" + counted(joined) + ")").orElse(sentence);
  }

  private String counted(String joined) {
    int count = Answers.items(joined).size();
    return count > LISTED ? texts.say("regions.count", count) : joined;
  }

  private String known(String key, String otherwise) {
    return Messages.in(texts.language()).has(key) ? texts.say(key) : otherwise;
  }
}
