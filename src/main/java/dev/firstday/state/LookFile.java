package dev.firstday.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firstday.catalog.Language;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How a person wants the screens. It is convenience alone: what can't be read counts as unset. */
public final class LookFile {
  private static final String NAME = "look.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StateFolder folder;

  public LookFile(StateFolder folder) {
    this.folder = folder;
  }

  /**
   * What was chosen.
   *
   * @param colours the name of a choice of colours
   * @param lines whether to speak in lines instead of drawing
   */
  public record Kept(Language language, String colours, boolean lines) {}

  /** What was chosen in an earlier run. */
  public Optional<Kept> kept() {
    try {
      return folder.read(NAME).flatMap(LookFile::parsed);
    } catch (StateException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Kept> parsed(String text) {
    try {
      Map<String, String> read = JSON.readValue(text, new TypeReference<>() {});
      return Stream.of(Language.values())
          .filter(language -> language.tag().equals(read.get("language")))
          .findFirst()
          .map(
              language ->
                  new Kept(
                      language,
                      read.getOrDefault("colours", ""),
                      Boolean.parseBoolean(read.get("lines"))));
    } catch (JsonProcessingException | NullPointerException e) {
      return Optional.empty();
    }
  }

  /** Keeps a choice; where nothing can be written it holds for this run only. */
  public void keep(Kept kept) {
    try {
      Map<String, String> look =
          new TreeMap<>(
              Map.of(
                  "language",
                  kept.language().tag(),
                  "colours",
                  kept.colours(),
                  "lines",
                  Boolean.toString(kept.lines())));
      folder.write(NAME, JSON.writeValueAsString(look));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (StateException readOnly) {
      return;
    }
  }
}
