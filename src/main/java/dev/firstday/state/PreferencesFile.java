package dev.firstday.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.firstday.catalog.Language;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How a person wants the screens. What cannot be read counts as unset. */
public record PreferencesFile(StateFolder folder) {
  private static final String NAME = "look.json";

  // It is read before the first frame, and databind would take longer than the frame.
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * What was chosen.
   *
   * @param colours the name of a choice of colours
   * @param lines whether to use line mode instead of the full screen
   */
  public record SavedPreferences(Language language, String colours, boolean lines) {}

  /** What was chosen in an earlier run. */
  public Optional<SavedPreferences> kept() {
    try {
      Map<String, String> read = read(folder.read(NAME).orElse(""));
      return Stream.of(Language.values())
          .filter(language -> language.tag().equals(read.get("language")))
          .findFirst()
          .map(
              language ->
                  new SavedPreferences(
                      language,
                      read.getOrDefault("colours", ""),
                      Boolean.parseBoolean(read.get("lines"))));
    } catch (IOException | StateException | NullPointerException unreadable) {
      return Optional.empty();
    }
  }

  private static Map<String, String> read(String text) throws IOException {
    Map<String, String> read = new HashMap<>();
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return read;
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        read.put(name, parser.getValueAsString());
        parser.skipChildren();
      }
    }
    return read;
  }

  /** Saves a choice; if it cannot be written, it holds for this run only. */
  public void keep(SavedPreferences kept) {
    try {
      // Nothing in it can need an escape.
      folder.write(
          NAME,
          "{\"colours\":\"%s\",\"language\":\"%s\",\"lines\":\"%s\"}"
              .formatted(kept.colours(), kept.language().tag(), kept.lines()));
    } catch (StateException readOnly) {
      return;
    }
  }
}
